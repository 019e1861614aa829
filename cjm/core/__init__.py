"""What everything speaks of: the journey, findings, texts in two languages, places."""
