"""Files that are no tables, by how they begin or what is in them; and workbooks that nobody can read any more."""

import re

EXPORT_AGAIN = "Export it again as CSV or as a workbook."
SAVE_AGAIN = "Open it in a spreadsheet program, save it as .xlsx, and choose that file."

#: How files begin that are no tables, and what they are.
BEGINNINGS = {
    rb"%PDF": "a PDF",
    rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif)": "a picture",
    rb"SQLite format 3|\0\x01\0\0Standard (?:Jet|ACE) DB": "a database",
    rb"PAR1": "a Parquet file",
    rb"ARROW1|Obj\x01|ORC": "a file of data for programs",
    rb"Rar!": "a RAR archive",
    rb"7z\xbc\xaf": "a 7z archive",
    rb"\xfd7zXZ\0|\x28\xb5\x2f\xfd": "an archive of another kind than zip and gzip",
    rb"!BDN": "an Outlook mailbox",
    rb"\{\\rtf": "a text document",
}

#: How workbooks begin that are too old, or too foreign.
OLD_WORKBOOKS = {
    rb"\x09[\0\2\4][\4\6]\0": "a workbook of Excel 4 or older",
    rb"\0\0[\2\x1a]\0": "a Lotus 1-2-3 or Quattro Pro workbook",
    rb"[\x03\x83\xf5][\0-\xff][\x01-\x0c][\x01-\x1f]": "a dBase table",
    rb"TABLE\r?\n0,1\r?\n": "a DIF file",
}

#: Parts of an OLE2 file that is no workbook, and of a zip that is neither a workbook nor packed tables.
OLE2_PARTS = {
    "WordDocument": "a text document",
    "PowerPoint Document": "a presentation",
    "__properties_version1.0": "an Outlook message",
}
ZIP_PARTS = {
    rb"(?:^|/)word/document\.xml$": "a text document",
    rb"(?:^|/)ppt/presentation\.xml$": "a presentation",
    rb"\.iwa$|(?:^|/)Index\.zip$|(?:^|/)index\.(?:apxl|numbers)": "a document of Numbers, Pages or Keynote",
}


def no_table_by_beginning(begins: bytes) -> str | None:
    """Get what is to be said of a file that begins so and is no table (`is a PDF, not a table. ...`), else None."""
    for kinds, advice in ((BEGINNINGS, EXPORT_AGAIN), (OLD_WORKBOOKS, SAVE_AGAIN)):
        for pattern, kind in kinds.items():
            if re.match(pattern, begins, re.DOTALL):
                return no_table(kind, advice)
    return None


def no_table_by_parts(names: list[str]) -> str | None:
    """Get what is to be said of a zip that has these files in it and is no table, else None."""
    for pattern, kind in ZIP_PARTS.items():
        if any(re.search(pattern, name.replace("\\", "/").encode()) for name in names):
            return no_table(kind, SAVE_AGAIN if "Numbers" in kind else EXPORT_AGAIN)
    return None


def no_table(kind: str, advice: str = EXPORT_AGAIN) -> str:
    """Get what is to be said of a file of such a kind."""
    return f"is {kind}, not a table. {advice}"
