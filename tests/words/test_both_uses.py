"""Yes and no of every language, from the file to the outcome: what a column is, and what each of its cells means."""

import polars as pl
import pytest

from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.words import words
from tests.exports import TODAY, export_of

#: Beside circles an x is a no: they have a case of their own.
YES = tuple(word for word in words("flags", "true", "marks") if word not in words("flags", "circles"))
NO = words("flags", "false")
NAMES = ("First Name", "Last Name", "Email")


def cleaned_of_cells(header: str, cells: list[str]) -> Cleaned:
    """Clean as many people as there are cells, each with a name of their own and one of the cells."""
    names = [f"{'bcdfghklmnprst'[i % 14]}{'aeiou'[i // 14 % 5]}{'lmn'[i // 70]}dor".title() for i in range(len(cells))]
    people = [("Ana", name, f"{name.lower()}@example.com", cell) for name, cell in zip(names, cells, strict=True)]
    return clean(export_of(people, (*NAMES, header)), today=TODAY)


def outcomes(cleaned: Cleaned) -> list[str]:
    """Get what became of each row."""
    return cleaned.rows.sort("row_id").get_column("outcome").to_list()


@pytest.mark.parametrize(
    ("yes", "no"),
    [("evet", "hayır"), ("igen", "nem"), ("예", "아니요"), ("kyllä", "ei"), ("áno", "nie"), ("1.0", "0.0"), ("○", "×")],
)
def test_leavers_are_left_out_in_every_language(yes: str, no: str) -> None:
    """Whoever has a no in the column Active is left out, and nobody else."""
    assert outcomes(cleaned_of_cells("Active", [yes, no, yes])) == ["ready", "left_out", "ready"]


@pytest.mark.parametrize("header", ["Send Invitation", "Send Invite"])
@pytest.mark.parametrize("no", ["hayır", "nem", "아니요", "nei", "無"])
@pytest.mark.slow
def test_nobody_is_invited_who_has_a_no(header: str, no: str) -> None:
    """A column Send Invitation of noes in any language invites nobody."""
    cleaned = cleaned_of_cells(header, [no, no])

    assert cleaned.rows.get_column("Send Invitation").to_list() == ["false", "false"]


def test_every_flag_of_the_vocabulary_says_who_works_here() -> None:
    """Of all words for yes and no in one column Active, each no is left out and each yes goes on."""
    cleaned = cleaned_of_cells("Active", [*YES, *NO])

    assert outcomes(cleaned) == ["ready"] * len(YES) + ["left_out"] * len(NO)


def test_every_flag_of_the_vocabulary_says_who_is_invited() -> None:
    """Of all words for yes and no in one column Send Invitation, each is understood."""
    invited = cleaned_of_cells("Send Invitation", [*YES, *NO]).rows.sort("row_id")

    assert invited.get_column("Send Invitation").to_list() == ["true"] * len(YES) + ["false"] * len(NO)
    assert invited.filter(pl.col("outcome") != "ready").is_empty()
