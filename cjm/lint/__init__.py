"""Rules and what a team makes of their findings: settings, suppressions, a baseline, fixes."""
