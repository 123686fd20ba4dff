import ast
import json
import re
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import keycafe_clean
from keycafe_clean.article import rules as article
from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps import RULES, STEPS
from keycafe_clean.steps.row_keys import with_row_keys
from tests.shared import SHARED, needs_shared

PACKAGE = Path(keycafe_clean.__file__).parent

#: What a file without a column of full names is mapped to.
WHOLE_NAMES = {
    **dict.fromkeys(("full_name", "name_prefix", "name_order"), pl.lit(None, pl.String)),
    "file": pl.lit("hr.csv"),
}

_TITLES = ["", "Dr. ", "Prof. Dr. med. ", "Frau ", "• ", "1. "]
_NAMES = [
    "Ana",
    "ANA",
    "ana",
    "O’BRIEN",
    "van der berg",
    "McDONALD",
    "Jörg",
    "JO",
    "MÃ¼ller",
    "nan",
    "Ａｎａ",
    "İNÖNÜ",
    "=Ana",
]
_ENDS = ["", " Jr.", ", PhD", " III", " (1001)", ' "Bobby"', " she/her", " 🎉", ",", "\u200b", "  "]
_ADDRESSES = [
    "a@b.com",
    "MAILTO:A@b.com",
    "Ana <a@b.com>;",
    "a@b.com.",
    "n/a",
    "a@b,com",
    "a@b.com; c@d.com",
    "x@x.x",
    " ",
]
_FLAGS = ["Yes", "nein", "x", "perhaps", "TRUE", "-"]
_BADGES = ["00042", "1.23E+11", "'00042", '="0042"', "n/a", " 12 ", "see above"]

_name = st.builds("{}{}{}".format, st.sampled_from(_TITLES), st.sampled_from(_NAMES), st.sampled_from(_ENDS))
_row = st.tuples(
    _name, _name, *(st.sampled_from([*cells, ""]) for cells in (_ADDRESSES, _FLAGS, _FLAGS, _FLAGS, _BADGES, _FLAGS))
)
_rows = st.lists(_row, min_size=1, max_size=6)


def working_frame(rows: list[tuple[str, ...]]) -> pl.DataFrame:
    """Get a frame as it is after mapping; an empty cell is null."""
    frame = pl.DataFrame(rows, schema=dict.fromkeys(IMPORT_COLUMNS, pl.String), orient="row")
    filled = frame.with_columns(pl.when(pl.col(column) != "").then(column).alias(column) for column in IMPORT_COLUMNS)
    mapped = filled.with_columns(pl.col(column).alias(f"raw.{column}") for column in IMPORT_COLUMNS)
    return mapped.with_columns(**WHOLE_NAMES, account_type=pl.lit(None, pl.String)).with_row_index("row_id")


def tidied(frame: pl.DataFrame) -> pl.DataFrame:
    """Get the import columns after every step."""
    for step in STEPS:
        frame = step(frame)
    return frame.select("row_id", *IMPORT_COLUMNS)


@settings(max_examples=8)
@given(_rows)
def test_tidied_cells_stay_when_they_are_tidied_again(rows: list[tuple[str, ...]]) -> None:
    """Cleaning a cleaned file changes nothing."""
    once = tidied(working_frame(rows))
    raw = [pl.col(column).alias(f"raw.{column}") for column in IMPORT_COLUMNS]
    again = once.with_columns(*raw, **WHOLE_NAMES)

    assert_frame_equal(tidied(again), once)


@settings(max_examples=8)
@given(_rows)
def test_order_of_rows_does_not_matter(rows: list[tuple[str, ...]]) -> None:
    """The same rows in another order give the same cells."""
    frame = working_frame(rows)

    assert_frame_equal(tidied(frame.reverse()).sort("row_id"), tidied(frame))


@settings(max_examples=8)
@given(st.lists(st.tuples(_name, _name), min_size=1, max_size=6))
def test_no_letter_is_invented(names: list[tuple[str, str]]) -> None:
    """Whatever is done to a name, its letters were in the cell; in a Turkish file I is the capital of ı."""
    frame = working_frame([(first, last, "", "", "", "", "", "") for first, last in names])

    for before, after in zip(frame["First Name"], tidied(frame)["First Name"], strict=True):
        assert set((after or "").replace("ı", "i").casefold()) <= set(
            before.replace("Ã¼", "ü").replace("Ａｎａ", "ana").casefold()
        )


def test_rules_are_about_what_the_steps_suggest() -> None:
    """Every rule finds its columns after the steps, and says what a step would have written."""
    frame = working_frame([("Ana", "Ruiz", "ana@gmial.com", "", "", "", "", "")])
    for step in STEPS:
        frame = step(frame)

    found = break_rules(with_row_keys(frame), RULES).filter(column="Email Address")

    assert found.select("code", "suggestion").rows() == [("email_slip", "ana@gmail.com")]


@needs_shared
@pytest.mark.parametrize("column", IMPORT_COLUMNS)
def test_no_text_is_too_naughty(column: str) -> None:
    """The big list of naughty strings in any column stops nothing, and loses no row."""
    naughty = json.loads((SHARED / "data/nasty/blns.json").read_text(encoding="utf-8"))
    place = IMPORT_COLUMNS.index(column)
    frame = working_frame([tuple(text if i == place else "" for i in range(8)) for text in naughty])

    for step in STEPS:
        frame = step(frame)

    assert frame.height == len(naughty)
    assert break_rules(with_row_keys(frame), RULES).get_column("row_id").is_between(0, len(naughty)).all()


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("First Name", " Ana  María ", "Ana María"),
        ("First Name", "Ana (left)", "Ana"),
        ("Last Name", "Koch, PhD", "Koch"),
        ("full_name", "Dr. Ana Ruiz", "Dr. Ana Ruiz"),
        ("Email Address", "mailto:ana@acme.com", "ana@acme.com"),
        ("SmartBox User", "ja", "true"),
        ("Badge Code", "٠٠٤٢", "0042"),
        ("Badge Code", "n/a", None),
        ("employee_id", "1.2E+10", None),
    ],
)
def test_every_kind_of_cell_is_tidied(column: str, cell: str, expected: str | None) -> None:
    """Text, marks, names, addresses, flags, badges, digits and numbers have their steps."""
    frame = working_frame([("",) * 8]).with_columns(pl.lit(None, pl.String).alias("employee_id"))
    for step in STEPS:
        frame = step(frame.with_columns(pl.lit(cell).alias(column)) if step is STEPS[0] else frame)

    assert frame.item(0, column) == expected


def test_whole_name_is_split_before_its_parts_are_tidied() -> None:
    """The parts of a whole name are tidied as those that were read."""
    frame = working_frame([("",) * 8]).with_columns(full_name=pl.lit("RUIZ, ANA"))
    for step in STEPS:
        frame = step(frame)

    assert frame.select("First Name", "Last Name").row(0) == ("Ana", "Ruiz")


def test_rules_of_every_module_are_there() -> None:
    """What is said of cells that no step may settle, each code by its module."""
    assert {rule.code for rule in RULES} == {
        *("left_mark", "bracket_note", "vacant_post", "name_split", "lone_name", "name_unclear", "name_order_waits"),
        *("name_turned", "left_address"),
        *("not_a_person", "name_signs", "among_companies", "account_type", "mojibake", "lost_letter"),
        *("two_addresses", "email_letters", "email_slip", "email_syntax", "email_signs", "email_ending", "flag_word"),
        *("badge_scientific", "badge_decimal", "badge_date", "badge_zeros", "badge_several", "badge_words"),
        *("no_way_in", "code_by_hand", "never_invited", "nameless_user", "mail_to_nobody", "internal_domain"),
        "address_of_nobody",
    }


def row_rules() -> list[ast.Call]:
    """Get every `RowRule(...)` that is written in the package; a check of a schema has the name of its function."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    rules = [call for call in calls if ast.unparse(call.func) == "RowRule"]
    return [rule for rule in rules if not ast.unparse(rule.args[0]).endswith(".rule.__name__")]


def test_rules_are_functions_named_as_their_codes() -> None:
    """What breaks a rule is a function named as its code, or `<code>_by_...` where several conditions have one code.

    The article's rules say of a cell that it is right: one of them is broken where it is not so.
    """
    of_article = {rule.__name__ for rule in article.RULES}
    for rule in row_rules():
        code, _, breaks = rule.args
        assert isinstance(code, ast.Constant), ast.unparse(rule)
        is_denied = isinstance(breaks, ast.UnaryOp) and code.value in of_article
        condition = breaks.operand if is_denied else breaks

        assert isinstance(condition, ast.Call), ast.unparse(rule)
        assert re.fullmatch(rf"{code.value}(_by_\w+)?", ast.unparse(condition.func)), ast.unparse(rule)


def test_every_rule_of_the_steps_is_seen() -> None:
    """No code is given to rules but by a `RowRule(...)` that the test above reads."""
    seen = {ast.literal_eval(rule.args[0]) for rule in row_rules()}

    assert {rule.code for rule in RULES} <= seen
