"""Which header is which: the vocabulary, the suggestions, and the frame with our columns."""
