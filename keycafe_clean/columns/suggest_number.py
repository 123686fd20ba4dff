"""Which header holds a person's number: only a column that behaves like one."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.columns.cell_shapes import has_inner_blank, is_address, is_code, is_name, looks_like_a_name
from keycafe_clean.columns.headers import words
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED
from keycafe_clean.columns.suggestion import Suggestion, usual
from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.frame_columns import FULL_NAME, NUMBER

#: Numbers under a header of full names: hardly a cell has letters (a contractor's `C-17`).
_FEW_NAMES = 0.1

#: The share of a company's numbers that may stand beside two names, as typos and newly married people make them; the
#: column that has more in bench/columns.md (`EEID`, 0.09) is made up.
_SHARED = 0.01

#: So few shared numbers are asked about in their rows: two alphabets, a relative, a typo make them in any file. Unless
#: they are more than half of the numbers that are there twice: then nothing says that it is a number of people.
_FEW_SHARED, _MOST_SHARED = 5, 0.5

#: A plain `ID` tells people apart where nearly every one is different; a row that is there twice is forgiven.
_DISTINCT = 0.99

#: The words of a name; those in Chinese signs and Korean syllables may stand without a blank between them.
_WORDS = r"[\p{Han}\p{Hangul}]|\p{L}+"

#: words of a header that name a key, which may count from 1; `No.` and `Nr.` that do are row numbers
_KEYS = {"id", "guid", "uuid", "key", "code", "identifier"}


def suggest_number(table: Table, names: tuple[str, ...]) -> Iterator[Suggestion]:
    """Yield the column with a person's number; unsure where one number stands beside names that share no word.

    A header of full names that has codes alone (`Medewerker`) is one too. `names` are the headers of the names, if any.
    """
    numbers = [header for header in table.of(NUMBER) if table.filled(header) and not _says_else(table, header)]
    if numbers:
        yield _numbered(table, min(numbers, key=lambda header: counts_rows(table.cells(header))), names)
        return
    persons = [header for header in table.of(FULL_NAME) if table.share(header, is_name) < _FEW_NAMES]
    coded = [it for it in persons if table.share(it, is_code) == 1 and not counts_rows(table.cells(it))]
    if coded:
        yield _numbered(table, coded[0], names)
        return
    for header in (*persons, *table.of("id", "login")):
        if _tells_people_apart(table, header, names):
            login = "a login, " if table.meanings[header].kind == "login" else ""
            differs = "different in every row" if table.cells(header).is_unique().all() else "different for everybody"
            yield Suggestion(NUMBER, (header,), sure=True, reason=f"{login}{differs}")
            return
    yield from _unheaded(table)


def _unheaded(table: Table) -> Iterator[Suggestion]:
    """Suggest, to be checked, the first column of codes of a file without column names, where all of them differ."""
    if table.meanings or table.sample.height == 1:
        return
    nameless = [header for header in table.source.headers if table.filled(header) == 1]
    coded = [header for header in nameless if table.share(header, is_code) == 1]
    different = [header for header in coded if table.variety(header) == 1 and not counts_rows(table.cells(header))]
    for header in different[:1]:
        yield Suggestion(NUMBER, (header,), sure=False, reason="its cells differ in every row, as numbers of people do")


def _says_else(table: Table, header: str) -> bool:
    """Whether a column named as a number holds addresses or names."""
    return max(table.share(header, is_address), table.share(header, looks_like_a_name)) >= HEADED


def _numbered(table: Table, header: str, names: tuple[str, ...]) -> Suggestion:
    """Suggest a column named as a number; a few of its numbers may belong to two people."""
    shared, repeated = _shared_numbers(table, header, names)
    few = max(_SHARED * table.cells(header).n_unique(), min(_FEW_SHARED, _MOST_SHARED * repeated), 1)
    if shared > few:
        stand = "stands" if shared == 1 else "stand"
        reason = f"{shared:,} of its values {stand} beside names that share no word"
        return Suggestion(NUMBER, (header,), sure=False, reason=reason)
    return Suggestion(NUMBER, (header,), sure=True, reason=usual(header, NUMBER))


def _shared_numbers(table: Table, header: str, names: tuple[str, ...]) -> tuple[int, int]:
    """Count the numbers that stand beside names with no word in common, and all that stand beside two names."""
    if not names:
        return 0, 0
    cells = pl.DataFrame([table.cells(header).alias("number"), *(table.cells(name) for name in names)])
    repeated = cells.filter(pl.col("number").is_duplicated() & pl.col("number").is_not_null())
    name = pl.concat_list(without_accents(pl.col(name)).str.extract_all(_WORDS) for name in names)
    spoken = repeated.select("number", words=name).filter(pl.col("words").list.len() > 0)
    # Nobody can compare names in two scripts.
    is_latin = pl.col("words").list.join(" ").str.contains(r"\p{Latin}")
    common = pl.col("words").list.set_intersection(pl.col("words").first().over("number", is_latin))
    strangers = spoken.filter(common.list.len() == 0).get_column("number").n_unique()
    return strangers, repeated.get_column("number").n_unique()


def _tells_people_apart(table: Table, header: str, names: tuple[str, ...]) -> bool:
    """Whether a plain `ID` or a login differs for everybody, is no address or name, and does not just count rows.

    A person who is there twice has it twice: what stands beside one name alone, whatever its marks, is one person's.
    """
    cells = table.cells(header)
    named = pl.DataFrame([cells.alias("number"), *(table.cells(name) for name in names)])
    people = named if cells.is_unique().all() else _each_person(named, names)
    different = cells.null_count() == 0 and cells.n_unique() >= people.height * _DISTINCT
    is_key = table.meanings[header].kind in ("login", FULL_NAME) or bool(_KEYS.intersection(words(header)))
    counts = not is_key and counts_rows(cells)
    says_else = table.share(header, is_address) >= HEADED or table.share(header, has_inner_blank) >= HEADED
    return different and not counts and not says_else


def _each_person(named: pl.DataFrame, names: tuple[str, ...]) -> pl.DataFrame:
    """Get each number beside each name once; without columns of names every row is one."""
    if not names:
        return named
    words = pl.concat_list(without_accents(pl.col(name).fill_null("")).str.extract_all(_WORDS) for name in names)
    return named.select("number", words=words.list.sort().list.join(" ")).unique()


def counts_rows(cells: pl.Series) -> bool:
    """Whether the cells are 0 or 1 and so on; what goes on from 1001 is no count of rows."""
    numbers = in_ascii_digits(cells).str.strip_chars().cast(pl.Int64, strict=False)
    one_by_one = numbers.null_count() == 0 and bool((numbers.diff().drop_nulls() == 1).all())
    return one_by_one and numbers.head(1).is_in([0, 1]).all()
