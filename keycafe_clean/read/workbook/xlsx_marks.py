"""What somebody has marked in an xlsx sheet by hand: struck-through letters, colours, comments, links."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from itertools import groupby

import polars as pl

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.cell_annotations import linked_address
from keycafe_clean.read.workbook.package import attributes_of, part_content, relations_of, tags
from keycafe_clean.read.workbook.size_limits import column_number

_FONTS = re.compile(rb"<font(?:\s[^>]*)?(?<!/)>(.*?)</font>|<font(?:\s[^>]*)?/>", re.DOTALL)
_STRUCK = re.compile(rb'<strike\s*(?:val="(?:1|true)"\s*)?/>')
_FILLS = re.compile(rb"<fill(?:\s[^>]*)?>(.*?)</fill>|<fill/>", re.DOTALL)
_TEXTS = re.compile(rb"<si(?:\s[^>]*)?>(.*?)</si>|<si/>", re.DOTALL)
_COMMENT = re.compile(rb"<comment\s([^>]*)>(.*?)</comment>", re.DOTALL)
_LETTERS = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CELL_WITH_LINK = re.compile(
    rb'<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f[^>]*>\s*HYPERLINK\(\s*(?:"|&quot;)(mailto:.*?)(?:"|&quot;)'
)

#: What a spreadsheet writes before a comment that has answers, up to the words of it.
_BEFORE_COMMENT = re.compile(r"^\[[^\]]*\].*?(?:Comment|Kommentar|Commentaire|Comentario|Commento):\s*", re.DOTALL)

#: Letters of a comment that are told.
LONGEST = 200

#: White, in the ways in which it is written, and no colour at all.
_NO_COLOURS = ("", "rgb=FFFFFFFF", "rgb=00FFFFFF", "rgb=00000000", "theme=0", "indexed=9", "indexed=64", "indexed=65")

#: Columns of a table, and coloured cells of a coloured row, at least.
_FEWEST = 2

#: Coloured cells outside coloured rows that are looked at: a legend has few.
_MOST_OTHERS = 500


def struck_styles(styles: bytes) -> set[bytes]:
    """Get the numbers of the styles of cells whose letters are struck through."""
    fonts = _FONTS.findall(styles.partition(b"<fonts")[2].partition(b"</fonts>")[0])
    struck = {str(number) for number, font in enumerate(fonts) if _STRUCK.search(font)}
    used = tags(b"<xf/>" + styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0], "xf")
    return {str(number).encode() for number, tag in enumerate(used) if attributes_of(tag).get("fontId") in struck}


def filled_styles(styles: bytes) -> dict[bytes, str]:
    """Get the numbers of the styles of cells that have a colour, each with it; white and none are no colour."""
    if b'"solid"' not in styles:
        return {}
    fills = _FILLS.findall(styles.partition(b"<fills")[2].partition(b"</fills>")[0])
    colours = {str(number): _colour(fill) for number, fill in enumerate(fills)}
    used = tags(b"<xf/>" + styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0], "xf")
    said = ((number, colours.get(attributes_of(tag).get("fillId", ""))) for number, tag in enumerate(used))
    return {str(number).encode(): colour for number, colour in said if colour}


def _colour(fill: bytes) -> str | None:
    colour = next(map(attributes_of, tags(fill, "fgColor")), None) if b'"solid"' in fill else None
    told = " ".join(f"{name}={value}" for name, value in sorted(colour.items())) if colour else ""
    return None if told in _NO_COLOURS else told


def fills(xml: bytes, styles: dict[bytes, str], cells: pl.DataFrame) -> Iterator[Annotation]:
    """Yield the rows all of whose cells in the table have one colour, and the other cells of such a colour, if few."""
    if not styles:
        return
    pattern = rb'<c\s(?=[^>]*\bs="(' + b"|".join(styles) + rb')")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"'
    found = [(int(row), column_number(place) - 1, styles[style]) for style, place, row in re.findall(pattern, xml)]
    coloured = pl.DataFrame(found, {"row": pl.Int64, "place": pl.Int64, "colour": pl.String}, orient="row")
    own = own_places(cells)
    whole = _whole_rows(coloured.filter(pl.col("place").is_in(own)), cells.select(str(place) for place in own))
    yield from ((row, None, "filled_row", colour) for row, colour in whole.rows())
    others = _beside(coloured, whole, own).join(whole, on="colour", how="semi").head(_MOST_OTHERS)
    yield from ((row, place, "filled_cell", colour) for row, place, colour in others.rows())


def own_places(cells: pl.DataFrame) -> list[int]:
    """Get the places of the columns of the table in a sheet: a legend beside it has cells in a few of its rows.

    Of columns between blank ones those with the most cells, or all where each stands alone; but for the last ones that
    less than half of the rows fill.
    """
    counts = [cells.get_column(name).count() for name in cells.columns]
    used = [place for place, count in enumerate(counts) if count]
    groups = [[place for _, place in run] for _, run in groupby(enumerate(used), lambda it: it[1] - it[0])]
    largest = max(groups, key=lambda places: sum(counts[place] for place in places), default=[])
    table = largest if len(largest) >= _FEWEST else used
    filled = pl.sum_horizontal(pl.lit(0), *(pl.col(str(at)).is_not_null() for at in table))
    rows = cells.filter(filled >= _FEWEST).height
    while len(table) > _FEWEST and counts[table[-1]] * 2 < rows:
        table = table[:-1]
    return table


def _beside(coloured: pl.DataFrame, whole: pl.DataFrame, own: list[int]) -> pl.DataFrame:
    """Get the coloured cells outside the table's columns in rows of one colour, and all in other rows.

    Where the paint of a row goes on right of the table, its cells are of the row.
    """
    rows = coloured.join(whole.rename({"colour": "of_row"}), on="row", how="left", maintain_order="left")
    after = rows.filter(place=own[-1] + 1 if own else 0).filter(pl.col("colour") == pl.col("of_row")).get_column("row")
    is_painted_on = pl.col("row").is_in(after.implode()) & (pl.col("colour") == pl.col("of_row"))
    is_own = pl.col("place").is_between(min(own, default=0), max(own, default=-1))
    is_of_row = pl.col("of_row").is_not_null() & (is_own | is_painted_on)
    return rows.filter(~is_of_row).select(coloured.columns)


def _whole_rows(coloured: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Get `row` and `colour` of the rows with two filled cells or more, all of them of one colour.

    `cells` are those of the table, and `coloured` what is coloured of them. A colour of more than half of all rows is
    the paint of the sheet.
    """
    rows = cells.with_row_index("row", offset=1).with_columns(pl.col("row").cast(pl.Int64))
    theirs = rows.join(coloured.select("row").unique(), on="row", how="semi")
    places = [int(name) for name in cells.columns]
    filled = theirs.select("row", is_filled=pl.concat_list(pl.exclude("row").is_not_null()))
    at = pl.col("place").replace_strict(places, range(len(places)), default=None, return_dtype=pl.Int64)
    is_filled = pl.col("is_filled").list.get(at, null_on_oob=True).fill_null(value=False)
    counted = (
        coloured.join(filled, on="row")
        .filter(is_filled)
        .group_by("row", maintain_order=True)
        .agg(pl.col("colour", "is_filled").first(), pl.len(), pl.col("colour").n_unique().alias("colours"))
    )
    is_whole = (pl.col("len") >= _FEWEST) & (pl.col("colours") == 1) & (pl.col("len") == pl.col("is_filled").list.sum())
    whole = counted.filter(is_whole).select("row", "colour")
    return whole.filter(pl.len().over("colour") * 2 <= cells.height)


def struck_texts(texts: bytes) -> set[bytes]:
    """Get the numbers of the shared texts of which letters are struck through."""
    if b"<strike" not in texts:
        return set()
    return {str(number).encode() for number, text in enumerate(_TEXTS.findall(texts)) if _STRUCK.search(text)}


def is_struck(content: bytes) -> bool:
    """Tell whether letters of a text are struck through."""
    return _STRUCK.search(content) is not None


def comments(archive: zipfile.ZipFile, part: str) -> Iterator[Annotation]:
    """Yield the comments at the cells of a sheet."""
    for relation in relations_of(archive, part):
        if relation.get("Type", "").endswith("/comments"):
            for about, content in _COMMENT.findall(part_content(archive, relation["part"])):
                text = "".join(unescape(letters.decode("utf-8", "replace")) for letters in _LETTERS.findall(content))
                yield from _at(attributes_of(about).get("ref", ""), "comment", _told(text))


def links(archive: zipfile.ZipFile, part: str, xml: bytes) -> Iterator[Annotation]:
    """Yield the addresses to which the cells of a sheet lead."""
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations_of(archive, part)}
    for tag in tags(xml, "hyperlink"):
        attributes = attributes_of(tag)
        address = linked_address(targets.get(attributes.get("id"), ""))
        yield from _at(attributes.get("ref", ""), "link", address)
    for letters, row, target in _CELL_WITH_LINK.findall(xml) if b"mailto:" in xml else ():
        yield from _at(
            f"{letters.decode()}{row.decode()}", "link", linked_address(unescape(target.decode("utf-8", "replace")))
        )


def _told(text: str) -> str:
    words = " ".join(_BEFORE_COMMENT.sub("", text).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _at(reference: str, code: str, value: str | None) -> Iterator[Annotation]:
    place = _REFERENCE.match(reference)
    if place and value:
        yield int(place[2]), column_number(place[1].encode()) - 1, code, value
