"""A map's file, from bytes to a document, with everything found on the way."""
