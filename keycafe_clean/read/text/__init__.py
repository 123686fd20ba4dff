"""Text: bytes as letters (`encoding.py`), and letters as cells (`delimiter.py`, `delimited.py`).

Well-formed pieces are read all at once and proven (`fast.py`), others record by record (`careful.py`).
"""
