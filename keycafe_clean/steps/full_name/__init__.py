"""Whole names become first and last names: how they are cut, in which order, and what is asked."""
