"""Workbooks and pages of markup: sheets, cells, and what is noted at them."""
