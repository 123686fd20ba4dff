"""What can be said about a row: the catalogue of findings, and findings as a frame.

A finding is data: where, which code, which value. Its sentence stands in `findings.toml`, once, and is rendered when
shown.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import polars as pl

#: One line a finding. A null `row_id` is a finding about the whole file or a column of it.
FINDINGS = pl.Schema(
    {
        "row_id": pl.UInt32,
        "column": pl.String,
        "code": pl.String,
        "severity": pl.String,
        "value": pl.String,
        "suggestion": pl.String,
        "other_row_id": pl.UInt32,
        "reason": pl.String,
    }
)

#: What is told instead of a value that is private, or may be.
WITHHELD = "(private)"

#: What is suggested of a row that is none of the list any more, and what an answer calls it.
LEAVE_OUT = "leave out"

#: `fix` and `question` make a row wait; a `note` never does.
SEVERITIES = ("fix", "question", "note")


@dataclass(frozen=True)
class Entry:
    """One code of the catalogue: how grave, the sentence with its blanks, and what to do."""

    code: str
    severity: str
    sentence: str
    advice: str


@cache
def catalogue() -> dict[str, Entry]:
    """Get every code with its sentence and advice, in the order of `findings.toml`."""
    text = files("keycafe_clean").joinpath("findings.toml").read_text(encoding="utf-8")
    return {code: Entry(code, **entry) for code, entry in tomllib.loads(text).items()}


@cache
def no_findings() -> pl.DataFrame:
    """Get an empty frame of findings."""
    return FINDINGS.to_frame()


def findings_of(code: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Get findings of one code from a frame that has some of the columns of `FINDINGS`; missing ones are null.

    Every row of `frame` becomes one finding, in order. The severity is the catalogue's. KeyError: the code is not in
    it.
    """
    severity = catalogue()[code].severity
    if frame.is_empty():
        return no_findings()
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in FINDINGS.items() if name not in frame.columns]
    stamped = frame.with_columns(*missing).with_columns(code=pl.lit(code), severity=pl.lit(severity))
    return stamped.select(pl.col(name).cast(dtype) for name, dtype in FINDINGS.items())


#: What is asked about the name of a row.
_OF_NAMES = (
    "first_name_required", "last_name_required", "name_split", "name_turned", "lone_name", "name_unclear", "name_signs",
    "not_a_person",
)  # fmt: skip


#: What says of a row that it may be no person, that its name may stand in another column, or that it is a relative.
_NO_PERSONS = ["not_a_person", "account_kind", "account_type", "lone_cell", "other_table"]
_NAMES_ELSEWHERE = ["name_column_open"]
_RELATIVES = ["family_member", "relation_unknown"]


def said_once(findings: pl.DataFrame) -> pl.DataFrame:
    """Get the findings, in order, less fixes of cells that a question is open about, and less what was said before.

    Once the question is answered, a cell that is wrong all the same still needs its fix. Of a vacant post the name is
    not asked about beside, nor a missing one of a row that may be no person or may have it elsewhere, nor whether a
    relative is the employee, nor the order of a name in a row that may be combined with another.
    """
    asked = findings.filter(pl.col("severity") == "question").select("row_id", "column", is_asked=pl.lit(value=True))
    marked = findings.join(asked.unique(), on=["row_id", "column"], how="left", maintain_order="left")
    hidden = (pl.col("severity") == "fix") & pl.col("is_asked").fill_null(value=False)
    # Lines of a list may say the same, and each is told by where it stands.
    line = pl.when(pl.col("code").is_in(["known_line", "known_heading"])).then("reason")
    said = ["row_id", "column", "code", "value", "other_row_id", "line"]
    vacant = findings.filter(pl.col("code") == "vacant_post").get_column("row_id").implode()
    of_nobody = pl.col("code").is_in(_OF_NAMES) & pl.col("row_id").is_in(vacant)
    unsaid = hidden | of_nobody | _of_no_person(findings) | _of_relative(findings) | _of_one_of_two(findings)
    told = marked.filter(~unsaid).with_columns(line=line)
    return told.unique(said, keep="first", maintain_order=True).drop("is_asked", "line")


def _of_no_person(findings: pl.DataFrame) -> pl.Expr:
    """Yield whether a finding is about a name that is missing, in a row that may be no person or have it elsewhere."""
    is_missing = pl.col("code").is_in(["first_name_required", "last_name_required"])
    rows = _rows_with(findings, [*_NO_PERSONS, *_NAMES_ELSEWHERE])
    return is_missing & pl.col("row_id").is_in(rows).fill_null(value=False)


def _of_relative(findings: pl.DataFrame) -> pl.Expr:
    """Yield whether a finding asks if a relative is the person that they belong to, or the other way round."""
    rows = _rows_with(findings, _RELATIVES)
    here, there = (pl.col(it).is_in(rows).fill_null(value=False) for it in ("row_id", "other_row_id"))
    return (pl.col("code") == "possible_duplicate") & (here != there)


def _of_one_of_two(findings: pl.DataFrame) -> pl.Expr:
    """Yield whether a finding asks about the order of a name in a row that may be combined: its name may not matter."""
    rows = _rows_with(findings, ["possible_duplicate"])
    return (pl.col("code") == "name_turned") & pl.col("row_id").is_in(rows).fill_null(value=False)


def _rows_with(findings: pl.DataFrame, codes: list[str]) -> pl.Series:
    return findings.filter(pl.col("code").is_in(codes)).get_column("row_id").drop_nulls().implode()


#: What a question about two rows is where the row that is kept waits too.
_BOTH_WAIT = {"shared_address": "shared_address_waits", "possible_duplicate": "possible_duplicate_waits"}


def where_both_wait(findings: pl.DataFrame) -> pl.DataFrame:
    """Get the findings, in order; a question that says that only the other row is imported says it of none that waits.

    Takes all open findings of a run.
    """
    waits = findings.filter(pl.col("severity") != "note").get_column("row_id").drop_nulls().implode()
    is_so = pl.col("other_row_id").is_in(waits) & pl.col("code").is_in(list(_BOTH_WAIT))
    return findings.with_columns(code=pl.when(is_so).then(pl.col("code").replace(_BOTH_WAIT)).otherwise("code"))


#: Notes on how somebody goes in.
_OF_READY = ("code_by_hand", "nameless_user", "known_namesake")


def notes_of_ready(findings: pl.DataFrame) -> pl.DataFrame:
    """Get the findings, in order, less notes on how a row goes in that waits. Takes all open findings of a run."""
    waits = findings.filter(pl.col("severity") != "note").get_column("row_id").drop_nulls().implode()
    return findings.filter(~(pl.col("code").is_in(_OF_READY) & pl.col("row_id").is_in(waits).fill_null(value=False)))


def in_words(findings: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the findings with `sentence` and `advice`, in order; keeps every finding.

    `rows` has `row_id`, `source_row` and `file`. Row numbers are those of the spreadsheet, with the file's name where
    the rows come from several files.
    """
    named = _with_places(findings, rows)
    codes = named.get_column("code").unique().to_list()
    entries = [catalogue()[code] for code in codes]
    blanks = {name: pl.col(name) for name in named.columns}
    sentence = _choose(codes, [_with_rows_in_order(entry.sentence, blanks) for entry in entries])
    advice = _choose(codes, [filled_template(entry.advice, blanks) for entry in entries])
    return findings.hstack(named.with_columns(sentence=sentence, advice=advice).select("sentence", "advice"))


def thousands(number: pl.Expr) -> pl.Expr:
    """Get whole numbers as text with thousands separators (12,345); null stays null."""
    digits = number.cast(pl.String)
    grouped = digits.str.reverse().str.replace_all(r"(\d{3})", "${1},").str.reverse()
    return grouped.str.strip_chars_start(",")


def rows_in_words(count: str) -> pl.Expr:
    """Yield a number of rows as it is said: `1 row`, `12,345 rows`; null stays null."""
    noun = pl.when(pl.col(count) == 1).then(pl.lit(" row")).otherwise(pl.lit(" rows"))
    return thousands(pl.col(count)) + noun


def _with_places(findings: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    several = rows.get_column("file").n_unique() > 1
    where = thousands(pl.col("source_row"))
    if several:
        where = pl.format("{} of {}", where, pl.col("file"))
    places = rows.select("row_id", row=where)
    others = places.rename({"row_id": "other_row_id", "row": "other"})
    joined = findings.join(places, on="row_id", how="left", maintain_order="left")
    return joined.join(others, on="other_row_id", how="left", maintain_order="left")


#: How a sentence about two rows begins: the row that is kept, then the one that is asked about.
_TWO_ROWS, _TURNED = "Rows {other} and {row} ", "Rows {row} and {other} "


def _with_rows_in_order(template: str, blanks: Mapping[str, pl.Expr]) -> pl.Expr:
    """Yield the filled template; where it begins with two rows, the one that stands first goes first."""
    told = filled_template(template, blanks)
    if not template.startswith(_TWO_ROWS):
        return told
    turned = filled_template(template.replace(_TWO_ROWS, _TURNED), blanks)
    return pl.when(pl.col("row_id") < pl.col("other_row_id")).then(turned).otherwise(told)


def filled_template(template: str, blanks: Mapping[str, pl.Expr]) -> pl.Expr:
    """Yield the template with its blanks ({row}, {value}, ...) filled by name; what is null there is empty."""
    pieces = template.replace("}", "{").split("{")
    parts = [pl.lit(pieces[0])]
    for blank, text in zip(pieces[1::2], pieces[2::2], strict=True):
        parts += [blanks[blank].fill_null(""), pl.lit(text)]
    return pl.concat_str(parts)


def _choose(codes: list[str], texts: list[pl.Expr]) -> pl.Expr:
    chosen = pl.lit(None, pl.String)
    for code, text in zip(codes, texts, strict=True):
        chosen = pl.when(pl.col("code") == code).then(text).otherwise(chosen)
    return chosen


def catalogue_page() -> str:
    """Get the page `docs/findings.md`: every code with its severity, sentence and advice."""
    lines = [
        "# What can be said about a row",
        "",
        "Made from `keycafe_clean/findings.toml` by `make generated`. A `fix` and a `question` make a row wait, no",
        "other row; a `note` never does. Words in braces are filled in.",
        "",
        "| code | severity | sentence | what to do |",
        "|---|---|---|---|",
    ]
    lines += [f"| `{it.code}` | {it.severity} | {it.sentence} | {it.advice} |" for it in catalogue().values()]
    return "\n".join(lines) + "\n"
