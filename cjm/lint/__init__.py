"""Rules, and what a team does with their findings: settings, suppressions, a baseline, fixes."""
