"""What everything else imports: the journey, findings, sentences in two languages, spans."""
