"""A map's file: bytes -> document, with everything found on the way."""
