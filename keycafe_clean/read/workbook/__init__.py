"""Workbooks and pages of markup: the sheet that holds the people (`sheets.py`, `sheet_choice.py`), and its cells.

The library reads the cells; what it does not tell of them is found for each kind of workbook (`sheet_annotations.py`:
xls, xlsb, xlsx, ods). Markup is read here alone (`tables_in_markup.py`, `spreadsheet_xml.py`).
"""
