"""The phases of `clean()`: every row of the people stays, in order, and what happened to it is added to the log."""
