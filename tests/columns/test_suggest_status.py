"""Which headers say who works here."""

import polars as pl
import pytest

from keycafe_clean.steps.status import active_meanings
from tests.columns.sources import FIRSTS, LASTS, some, suggested, unsure


@pytest.mark.parametrize(
    ("header", "cells", "column"),
    [
        ("Status", ["Active", "Terminated"], "status"),
        ("Statut", ["Actif", "Sorti"], "status"),
        ("Employment Status", ["Full-Time", "Part-Time", "Contract", "Terminated"], "status"),
        ("Position Status", ["A", "T"], "status"),
        ("在籍区分", ["在籍", "退職"], "status"),
        ("Status", ["Active - Payroll Eligible", "Inactive - Payroll Eligible"], "status"),
        ("Active Status", ["Yes", "No"], "status"),
        ("Active", ["Yes", "No"], "active"),
        ("accountEnabled", ["True", "False"], "active"),
        ("Activo", ["1", "0"], "active"),
        ("Active", ["Active", "Inactive"], "status"),
        ("disabled", ["false", "true"], "disabled"),
        ("Block sign in (Yes/No) [accountEnabled] Required", [" No", " Yes"], "disabled"),
        ("attrition", ["1", "0"], "disabled"),
        ("Terminated", ["Y", "N"], "disabled"),
        ("Employé sorti", ["0", "1"], "disabled"),
        ("EMP_ACTIVE_SW", ["1", "0", "1"], "active"),
        ("Czynny", ["T", "N"], "active"),
        ("Ansat", ["ja", "nej"], "active"),
        ("Çalışıyor", ["E", "H"], "active"),
        ("Çalışıyor", ["E", "E", "E"], "active"),
        ("Still here?", ["yes", "no"], "active"),
        ("Noch da?", ["ja", "nein"], "active"),
        ("Aktív", ["I", "N"], "active"),
        ("Zaměstnán", ["A", "N"], "active"),
        ("Zaposlen", ["D", "N"], "active"),
        ("Angajat", ["da", "nu"], "active"),
        ("Töissä", ["K", "E"], "active"),
        ("Dirba", ["T", "N"], "active"),
        ("Εργάζεται", ["Ν", "Ο"], "active"),
        ("在职", ["是", "否"], "active"),
        ("Đang làm", ["1", "0"], "active"),
        ("Ayrıldı", ["H", "E"], "disabled"),
        ("Fratrådt", ["N", "J"], "disabled"),
        ("Уволен", ["нет", "да"], "disabled"),
        ("퇴사여부", ["N", "Y"], "disabled"),
        ("Nicht mehr da", ["x", None], "disabled"),
        ("LEAVER_YN", ["N", "Y"], "disabled"),
        ("Employee gone", ["31-08-2026", None], "exit_date"),
        ("Terminated", ["2024-01-31", None], "exit_date"),
    ],
)
def test_status(header: str, cells: list[str | None], column: str) -> None:
    """Status words, yes-or-no columns and their opposites are told apart by header and cells."""
    assert suggested({header: cells}) == {column: (header,)}


def test_word_for_who_is_employed_heads_flags_beside_names() -> None:
    """Cells of yes and no are nobody's name."""
    cells: dict[str, list[str | None]] = {"Förnamn": FIRSTS, "Efternamn": LASTS, "Anställd": ["J", "N"] * 5}

    assert suggested(cells)["active"] == ("Anställd",)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Anställd", ["Anna Berg", "Bo Ek"]),
        ("Ansat", ["2024-01-31", "2019-08-15"]),
        ("Angajat", ["Ana Pop", "Ion Rus"]),
    ],
)
def test_word_for_who_is_employed_may_head_names_and_days(header: str, cells: list[str | None]) -> None:
    """Only cells of yes and no say who works here."""
    assert "active" not in suggested({header: cells})


def test_several_status_columns() -> None:
    """Every column that says who works here is taken."""
    cells: dict[str, list[str | None]] = {
        "Employment Status": ["Full-Time", "Terminated"],
        "Status": ["Active", "Inactive"],
        "Enabled": ["True", "False"],
    }

    assert set(suggested(cells)) == {"status", "active"}


@pytest.mark.parametrize(
    ("header", "cells", "reason"),
    [
        ("Status", ["Applied", "Rejected", "Offered"], "its words are about an application, not about employment"),
        ("Status", ["blue", "green", "red"], "its words are no usual status"),
    ],
)
def test_doubtful_words(header: str, cells: list[str | None], reason: str) -> None:
    """Words of an application, and words that nobody knows, are asked about."""
    assert [(it.column, it.headers, it.reason) for it in unsure({header: cells})] == [("status", (header,), reason)]


@pytest.mark.parametrize("cells", [["Class A", "Class B"], ["1/1", "1/2"]])
def test_letters_and_digits_mean_something_alone_only(cells: list[str | None]) -> None:
    """`A` is active and `1` is yes; within other words they are neither."""
    assert suggested({"Status": cells}) == {}


def test_disabled_may_be_a_disability() -> None:
    """`Disabled` beside columns about the person is asked about."""
    found = unsure({"Disabled": ["No", "Yes"]}, dropped=("Ethnicity", "Gender"))

    assert [(it.column, it.reason) for it in found] == [("disabled", "may be about a disability")]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Employment Type", ["T", "P"]),
        ("Statut", ["CDI", "CDD"]),
        ("Status", [None, None]),
        ("Marital Status", ["Single", "Married"]),
        ("Inactive", ["since March", "see notes"]),
        ("Status", ["Paid", "Pending", "Paid"]),
        ("Status", ["Angestellt", "Beamter"]),
        ("Statut", ["Cadre", "Non cadre"]),
        ("State", ["CA", "IN", "OR", "NY"]),
        ("State", ["Texas", "Baja California", "Novara"]),
        ("billing-active", ["1", "0"]),
        ("Account Locked", ["Yes", "No"]),
        ("On Leave", ["2026-01-01", "2026-02-01"]),
    ],
)
def test_no_status(header: str, cells: list[str | None]) -> None:
    """Kinds of contract, empty columns and a flag's header without flags say nothing about who works here."""
    assert suggested({header: cells}) == {}
    assert unsure({header: cells}) == []


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        *(("evet", "hayır"), ("EVET", "HAYIR"), ("igen", "nem"), ("예", "아니요"), ("네", "아니오"), ("ano", "ne")),
        *(
            ("ja", "nein"),
            ("tak", "nie"),
            ("да", "нет"),
            ("はい", "いいえ"),
            ("是", "否"),
            ("kyllä", "ei"),
            ("sim", "não"),
        ),
        *(("1.0", "0.0"), ("-1", "0"), ("有", "無"), ("áno", "nie"), ("ja", "nei"), ("aktiviert", "deaktiviert")),
    ],
)
def test_yes_and_no_of_every_language_say_who_works_here(yes: str, no: str) -> None:
    """A column Active with yes and no in any language is taken, and whoever has a no has left."""
    assert suggested({"Active": [yes, no]}) == {"active": ("Active",)}
    assert active_meanings(pl.Series([yes, no])).to_list() == ["active", "inactive"]


YES, WORDS, DAYS, COLOURS = ["yes"] * 10, ["Active"] * 10, ["2024-01-31"] * 10, ["blue"] * 10


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Active", some(9, YES, WORDS), {"active": ("Active",)}),
        ("Active", some(8, YES, WORDS), {"status": ("Active",)}),
        ("Status", some(5, WORDS, COLOURS), {"status": ("Status",)}),
        ("Status", some(4, WORDS, COLOURS), {"status": ("Status",)}),
        ("Status", some(0, WORDS, COLOURS), {}),
        ("Status", some(5, DAYS, WORDS), {}),
        ("Status", some(4, DAYS, WORDS), {"status": ("Status",)}),
    ],
)
def test_share_of_cells_that_say_who_works_here(
    header: str, cells: list[str | None], expected: dict[str, tuple[str, ...]]
) -> None:
    """Nine of ten cells of a flag are yes or no; any word of a status is known, and fewer than half are days."""
    assert suggested({header: cells}) == expected


@pytest.mark.parametrize(("others", "expected"), [(11, {"status": ("Status",)}), (12, {})])
def test_known_words_count_beside_few_that_nobody_knows(others: int, expected: dict[str, tuple[str, ...]]) -> None:
    """Twelve different words can be answered one by one; of more, the column is asked about as a whole."""
    cells: list[str | None] = ["Terminated", *(f"Zq{chr(97 + number)}" for number in range(others))]

    assert suggested({"Status": cells}) == expected


@pytest.mark.parametrize(
    ("header", "cells", "column"),
    [
        ("User Status", ["Active", "Pending"], "account"),
        ("Kontostatus", ["aktiv", "gesperrt"], "account"),
        ("Trạng thái tài khoản", ["Hoạt động", "Ngừng hoạt động"], "account"),
        ("userAccountControl", ["512", "514"], "disabled"),
        ("userAccountControl", ["NORMAL_ACCOUNT", "ACCOUNTDISABLE, NORMAL_ACCOUNT"], "disabled"),
        ("nsAccountLock", ["TRUE", "FALSE"], "disabled"),
        ("State", ["Active", "Terminated"], "status"),
        ("State", ["aktiv", "ausgeschieden"], "status"),
        ("On Leave", ["Yes", "No"], "leave"),
        ("Beurlaubt", ["nein", "ja"], "leave"),
        ("LOA", ["Maternity leave", "No"], "leave"),
        ("Status [READ ONLY]", ["Active", "Suspended"], "status"),
        ("Κατάσταση", ["Ενεργός", "Αποχώρησε"], "status"),
        ("סטטוס", ["פעיל", "לא פעיל"], "status"),
        ("الحالة", ["نشط", "مستقيل"], "status"),
        ("Trạng thái", ["Đang làm việc", "Đã nghỉ việc"], "status"),
    ],
)
def test_what_directories_and_other_languages_say(header: str, cells: list[str | None], column: str) -> None:
    """The state of an account is no state of a job, but says who is gone; so do flags and bits of directories."""
    assert suggested({header: cells}) == {column: (header,)}


@pytest.mark.parametrize(("count", "asked"), [(5, []), (4, ["its words are no usual status"])])
def test_share_of_cells_about_a_process(count: int, asked: list[str]) -> None:
    """Half of the words are about a process: nobody is asked whether it is a status."""
    assert [it.reason for it in unsure({"Status": some(count, ["Paid"] * 10, COLOURS)})] == asked
