"""A grid of cells as a table of people: column names, rows that are no people, what is private.

`people_table.py` puts together what `header.py` and `not_people.py` find; `sensitive.py` says which columns are
private, `redaction.py` takes them out.
"""
