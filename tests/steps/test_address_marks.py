"""Marks in an address that say that its bearer has left."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.address_marks import ADDRESS_MARK_RULES
from keycafe_clean.steps.row_keys import with_row_keys


def is_asked(address: str | None, first: str | None, last: str | None, full: str | None = None) -> bool:
    """Tell whether an address beside a name is asked about."""
    cells = {"Email Address": address, "First Name": first, "Last Name": last, "full_name": full, "left_mark": None}
    row = pl.DataFrame([cells], schema=dict.fromkeys(cells, pl.String)).with_row_index("row_id")
    return not break_rules(with_row_keys(row), ADDRESS_MARK_RULES).is_empty()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("zz_tom.hill@acme.com", "Tom Hill"),
        ("zzz-thill@acme.com", "Tom Hill"),
        ("zold.tom.hill@acme.com", "Tom Hill"),
        ("xx.ray.fox@acme.com", "Ray Fox"),
        ("disabled-ray.fox@acme.com", "Ray Fox"),
        ("disabled-rf1042@acme.com", "Ray Fox"),
        ("inactive.ivy.moss@acme.com", "Ivy Moss"),
        ("inactive.ivy.moss@acme.com", None),
        ("left_2024_ann.lee@acme.com", "Ann Lee"),
        ("ann.lee.left2024@acme.com", "Ann Lee"),
        ("guy.nash.leaver@acme.com", "Guy Nash"),
        ("old-rayfox@acme.com", "Ray Fox"),
        ("ex.tom.hill@acme.com", "Tom Hill"),
        ("do-not-use-tom.hill@acme.com", "Tom Hill"),
        ("ausgeschieden_uta.groß@acme.de", "Uta Groß"),
        ("uta.gross.ehemalig@acme.de", "Uta Groß"),
        ("jan.kozak.nieaktywny@acme.pl", "Jan Kozak"),
    ],
)
def test_address_of_somebody_who_has_left(address: str, name: str | None) -> None:
    """A word for having left at either end of an address is asked about, whatever signs part it from the rest."""
    first, last = name.split(" ") if name else (None, None)

    assert is_asked(address, first, last)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (None, "Tom Hill"),
        ("tom.hill@acme.com", "Tom Hill"),
        ("ada.leftwich@acme.com", "Ada Leftwich"),
        ("bo.oldham@acme.com", "Bo Oldham"),
        ("jan.old@acme.com", "Jan Old"),
        ("old.jan@acme.com", "Jan Old"),
        ("maria.alt@acme.de", "Maria Alt"),
        ("sep@acme.com", "Sue Elm-Park"),
        ("left@acme.com", "Joe Left"),
        ("term.desk@acme.com", "Ida Post"),
        ("ann.left.lee@acme.com", "Ann Lee"),
        ("x.li@acme.com", "Xu Li"),
        ("zz.top@acme.com", "ZZ Top"),
        ("ann@inactive.com", "Ann Lee"),
    ],
)
def test_address_of_anybody(address: str | None, name: str) -> None:
    """A word that is part of the name, or of a longer word, or stands alone, says nothing."""
    first, last = name.split(" ")

    assert not is_asked(address, first, last)


def test_name_in_one_cell() -> None:
    """A name that was not cut tells what of an address is a name."""
    assert is_asked("zz_tom.hill@acme.com", None, None, "Hill Tom")
    assert not is_asked("jan.old@acme.com", None, None, "Old Jan")


def test_mark_in_the_name_is_asked_once() -> None:
    """Where the name says so itself, the address asks nothing more."""
    row = {"Email Address": "zz_tom.hill@acme.com", "First Name": "Tom", "Last Name": "Hill", "full_name": None}
    marked = pl.DataFrame([{**row, "left_mark": "zz_Tom Hill"}], schema_overrides={"full_name": pl.String})

    assert break_rules(with_row_keys(marked).with_row_index("row_id"), ADDRESS_MARK_RULES).is_empty()
