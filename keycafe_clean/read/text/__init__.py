"""Text files: encoding, delimiter, and records whatever the file does with its quote marks."""
