"""The workbook in an OLE2 file, as which xls workbooks are kept."""

import io

from olefile import OleFileIO

#: Names of the part that holds the workbook, of BIFF8 and of BIFF5; the library compares them without regard to case.
NAMES = ("Workbook", "Book")

#: What a damaged file raises; sizes of sectors are powers that a file names, and its directory is a tree as deep
#: as somebody has made it.
DAMAGED = (OSError, OverflowError, RecursionError, ValueError)


def has_part(data: bytes, name: str) -> bool:
    """Tell whether an OLE2 file has such a part, and no workbook; False where it is damaged."""
    try:
        with OleFileIO(io.BytesIO(data)) as file:
            return file.exists(name) and not any(map(file.exists, NAMES))
    except DAMAGED:
        return False


def workbook_stream(data: bytes) -> bytes:
    """Get the workbook in an OLE2 file. ValueError: there is none, or the file is damaged."""
    try:
        with OleFileIO(io.BytesIO(data)) as file:
            name = next(name for name in NAMES if file.exists(name))
            content: bytes = file.openstream(name).read()
    except (*DAMAGED, StopIteration) as error:
        raise ValueError from error
    return content
