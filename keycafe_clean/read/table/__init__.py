"""A grid of cells as a table of people: column names, rows that are no people, what is private."""
