"""Files that nobody would write on purpose, made when asked for: bombs, rectangles, endless cells, 100 MB of dirt."""

import bz2
import gzip
import io
import random
import zipfile
from collections.abc import Callable

from tests.read.workbooks import with_sheet, workbook, zipped

MB = 1_000_000


def table(columns: int, rows: int) -> bytes:
    """Get a CSV of a size."""
    names = ",".join(f"col {place}" for place in range(columns))
    row = ",".join(f"v{place}" for place in range(columns)) + "\n"
    return f"{names}\n{row * rows}".encode()


def dirty(count: int, every: int) -> bytes:
    """Get a CSV with a quote mark astray in every so many rows."""
    rows = (
        f'"Ann" {row},Lee,a{row}@example.com\n' if row % every == 0 else f"Ann,Lee,a{row}@example.com\n"
        for row in range(count)
    )
    return ("First Name,Last Name,Email\n" + "".join(rows)).encode()


def ods(content: str) -> bytes:
    """Get an ods file of one table with these rows."""
    head = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        "<office:body><office:spreadsheet>"
    )
    tail = "</office:spreadsheet></office:body></office:document-content>"
    sheet = f'<table:table table:name="Staff">{content}</table:table>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    listed = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    manifest = f"<manifest:manifest {space}>{listed}</manifest:manifest>".encode()
    content = f"{head}{sheet}{tail}".encode()
    return zipped({"mimetype": mime.encode(), "META-INF/manifest.xml": manifest, "content.xml": content})


CELL = '<table:table-cell office:value-type="string"{}><text:p>Ann</text:p></table:table-cell>'
MHT = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
REPEATED = 'table:number-{}-repeated="1000000000"'


def sheet_without_references(rows: int, columns: int) -> bytes:
    """Get an xlsx whose cells do not say where they are."""
    numbers = random.Random(20_261_129)
    row = b"".join(b"<c><v>%d</v></c>" % numbers.randrange(10**9) for _ in range(columns))
    return with_sheet(b"<worksheet><sheetData>" + (b"<row>" + row + b"</row>") * rows + b"</sheetData></worksheet>")


def page_of(rows: str) -> bytes:
    """Get an HTML page with a table."""
    return f"<html><body><table>{rows}</table></body></html>".encode()


def xml_sheet(rows: str) -> bytes:
    """Get an XML spreadsheet."""
    space = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    sheet = f'<Worksheet ss:Name="a"><Table>{rows}</Table></Worksheet>'
    return f'<?xml version="1.0"?><Workbook {space}>{sheet}</Workbook>'.encode()


def bomb() -> bytes:
    """Get an xlsx whose shared strings are entities of entities."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE s [<!ENTITY l0 "lol">{entities}]><sst><si><t>&l11;</t></si></sst>'.encode()
    with zipfile.ZipFile(io.BytesIO(workbook(["a"], ["b"]))) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | {"xl/sharedStrings.xml": text})


#: What was measured to take too much once, then what else somebody may hand over.
INPUTS: dict[str, Callable[[], bytes]] = {
    "500 MB of quote marks.csv.gz": lambda: gzip.compress(b'"' * 500 * MB, 1),
    "rows repeated a billion times.ods": lambda: ods(
        f"<table:table-row {REPEATED.format('rows')}>{CELL.format('')}</table:table-row>"
    ),
    "columns repeated a billion times.ods": lambda: ods(
        f"<table:table-row>{CELL.format(' ' + REPEATED.format('columns'))}</table:table-row>"
    ),
    "both repeated a billion times.ods": lambda: ods(
        f"<table:table-row {REPEATED.format('rows')}>{CELL.format(' ' + REPEATED.format('columns'))}</table:table-row>"
    ),
    "16,000 cells a row without r.xlsx": lambda: sheet_without_references(90, 16_000),
    "2,003 columns, 3 rows.csv": lambda: table(2_003, 3),
    "16,384 columns, 3 rows.csv": lambda: table(16_384, 3),
    "16,385 columns, 3 rows.csv": lambda: table(16_385, 3),
    "1 MB of A in one line.csv": lambda: b"A" * MB,
    "100 MB of A in one line.csv": lambda: b"A" * 100 * MB,
    "5 MB of opening brackets.csv": lambda: b"[" * 5 * MB,
    "100 MB of opening brackets.json": lambda: b"[" * 100 * MB,
    "2 MB of commas.csv": lambda: b"," * 2 * MB,
    "a million rows of two commas.csv": lambda: b"First Name,Last Name,Email\n" + b",,\n" * MB,
    "100 MB of rows of two commas.csv": lambda: b"First Name,Last Name,Email\n" + b",,\n" * 33 * MB,
    "100 MB of line ends.csv": lambda: b"a,b,c\n" + b"\n" * 100 * MB,
    "4 million blank lines.csv": lambda: b"a,b,c\n" + b"\n" * 4 * MB,
    "100 MB of carriage returns.csv": lambda: b"a,b,c\r" + b"Ann,Lee,a@example.com\r" * 4 * MB,
    "100 MB of quote marks.csv": lambda: b'"' * 100 * MB,
    "100 MB of a quote mark and a comma.csv": lambda: b'",' * 50 * MB,
    "100 MB of quoted commas.csv": lambda: b"a,b\n" + b'",",' * 25 * MB,
    "100 MB, a quote mark astray in each 500 rows.csv": lambda: dirty(3_200_000, 500),
    "100 MB, a quote mark astray in each row.csv": lambda: dirty(2_700_000, 1),
    "100 MB in single quote marks.csv": lambda: (
        b"'First Name','Last Name','Email'\n" + b"'Ann','Lee','a@example.com'\n" * 3_500_000
    ),
    "100 MB, a line break in each row.csv": lambda: b"a,b,c\n" + b'1,"High Street 1\nLeeds, UK",x\n' * 3_300_000,
    "100 MB, first column blank.csv": lambda: (
        b",First Name,Last Name\n" + b",Ann,Lee-Something-Longer-Than-Usual\n" * 2_700_000
    ),
    "100 MB of the header.csv": lambda: b"First Name,Last Name\n" * 4_700_000,
    "100 MB, 1,000 columns.csv": lambda: table(1_000, 16_000),
    "100 MB, 5,000 columns.csv": lambda: table(5_000, 3_300),
    "100 MB, ragged.csv": lambda: b"a,b,c\n" + b"Ann,Lee\nBob,Roe,1,2\nCy\n" * 4 * MB,
    "one row of 16,384 cells among a million.csv": lambda: b"a,b,c\n" + b"1,2,3\n" * MB + b"," * 16_383 + b"\n",
    "100 MB of Windows-1252.csv": lambda: b"Vorname,Nachname\n" + "Jörg,Müller\n".encode("cp1252") * 8 * MB,
    "100 MB of two encodings.csv": lambda: (
        "Jörg,Müller\n".encode() * 5 * MB + "Jörg,Müller\n".encode("cp1252") * 2 * MB
    ),
    "100 MB of UTF-16.csv": lambda: ("Vorname,Nachname\n" + "Jörg,Müller\n" * 4 * MB).encode("utf-16"),
    "100 MB of UTF-32.csv": lambda: ("Vorname,Nachname\n" + "Jörg,Müller\n" * 2 * MB).encode("utf-32"),
    "30 MB of a long ASCII word and one letter.csv": lambda: b"x" * 30 * MB + b"\n\xfc\n",
    "20 MB of digits and blanks.csv": lambda: b"First Name,Id\n" + (b"1" + b" " * 90_000 + b"x,2\n") * 220,
    "20 MB of addresses without an end.csv": lambda: b"First Name,Id\n" + (b"a@" + b"a." * 45_000 + b",2\n") * 220,
    "50 names of 2 MB.csv": lambda: (
        ",".join(f"{n}" + "a" * 2 * MB for n in range(50)).encode() + b"\n" + b"1," * 49 + b"2\n"
    ),
    "100 MB of zero bytes.csv": lambda: bytes(100 * MB),
    "100 MB of random bytes.csv": lambda: random.Random(1).randbytes(100 * MB),
    "names of columns that are patterns.csv": lambda: b"^(a+)+$,^.*$,.*,*\n" + b"Ann,Lee,a@example.com,1\n" * 9,
    "300 MB of zero bytes.csv.bz2": lambda: bz2.compress(bytes(300 * MB)),
    "two gz in one.csv.gz": lambda: gzip.compress(b"a,b\n1,2\n") * 100_000,
    "a zip in a zip.zip": lambda: zipped({"a.zip": zipped({"a.csv": b"a,b\n"})}),
    "60,000 files.zip": lambda: zipped({f"{number}.csv": b"" for number in range(60_000)}),
    "one file of 2 GB.zip": lambda: zipped({"a.csv": bytes(2_000 * MB)}),
    "a file that says another size.zip": lambda: zipped({"a.csv": bytes(MB)}).replace(
        (MB).to_bytes(4, "little"), b"\x10\0\0\0"
    ),
    "entities of entities.xlsx": bomb,
    "cells A1 and XFD1048576.xlsx": lambda: with_sheet(
        b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
        b"</row></sheetData></worksheet>"
    ),
    "200,000 merged cells.xlsx": lambda: with_sheet(
        b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>'
        + b'<mergeCell ref="A1:XFD1048576"/>' * 200_000
        + b"</mergeCells></worksheet>"
    ),
    "a million blank rows.xlsx": lambda: with_sheet(
        b"<worksheet><sheetData>"
        + b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(1, MB))
        + b"</sheetData></worksheet>"
    ),
    "a million cells without r.xlsx": lambda: sheet_without_references(4_000, 250),
    "a hundred thousand tables.html": lambda: b"<html>" + b"<table><tr><td>a</td></tr></table>" * 100_000,
    "tables in tables.html": lambda: b"<table><tr><td>" * 200_000,
    "cells of a thousand columns.html": lambda: page_of(
        "<tr>" + "<td colspan=1000 rowspan=1000>a</td>" * 1_000 + "</tr>" + "<tr></tr>" * 2_000
    ),
    "60 MB of rows.html": lambda: page_of("<tr><td>Ann</td><td>Lee</td><td>a@example.com</td></tr>" * 1_000_000),
    "60 MB of an open tag.html": lambda: b"<table><tr><td " + b"a='" * 20 * MB,
    "60 MB of ampersands.html": lambda: page_of("<tr><td>" + "&" * 60 * MB + "</td></tr>"),
    "a row of the number 9999999.xml": lambda: xml_sheet(
        '<Row ss:Index="9999999"><Cell ss:Index="9999999"><Data ss:Type="String">a</Data></Cell></Row>' * 50
    ),
    "cells that reach far.xml": lambda: xml_sheet(
        '<Row><Cell ss:MergeAcross="9999999" ss:MergeDown="9999999"><Data ss:Type="String">a</Data></Cell></Row>'
        * 2_000
    ),
    "60 MB of parts.mht": lambda: (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        + b"--b\r\nContent-Type: text/html\r\n\r\n<table><tr><td>a\r\n" * 900_000
    ),
    "a sector chain in a circle.xls": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20) + b"\x09\0\x06\0" + b"\0" * 12 + b"\0\0\0\0" * 200_000
    ),
}
