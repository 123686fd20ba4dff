"""What a report writes between and below its rows."""

from collections.abc import Callable

import polars as pl
import pytest

from keycafe_clean.read.table.report_lines import is_count, is_label, is_remark, is_report_line, is_subtotal

PEOPLE = [
    "Ann Lee",
    "Lee, Ann",
    "Ann Lee (1001)",
    "de la Cruz, María",
    "O'Neil",
    "Page, Ann",
    "Total, Ann",
    "Fin de la Cruz",
    "Smith-Jones, J. R.",
    "田中 太郎",
    "E:ann@example.com",
    "mailto:ann@example.com",
    "Sum Yi",
    "Ann Count",
    "Ende, Eva",
    "Number, Ann",
    "Summer Page",
    "Reportez Paul",
    "1001",
    "",
    None,
]


def holds(yields: Callable[[pl.Expr], pl.Expr], cells: list[str | None]) -> list[bool | None]:
    """Get what an expression yields for these cells."""
    return (
        pl.DataFrame({"cell": cells}, schema={"cell": pl.String}).select(yields(pl.col("cell"))).to_series().to_list()
    )


@pytest.mark.parametrize("yields", [is_count, is_subtotal, is_report_line, is_remark])
def test_names_of_people_are_no_lines_of_a_report(yields: Callable[[pl.Expr], pl.Expr]) -> None:
    """Whatever a report writes, nobody is called like that; null stays null."""
    assert holds(yields, PEOPLE) == [*[False] * (len(PEOPLE) - 1), None]


@pytest.mark.parametrize(
    ("yields", "cells"),
    [
        (
            is_count,
            [
                "Total",
                "TOTAL: 3",
                "Grand Total",
                "Total number of employees: 160",
                "(160 rows affected)",
                "160 records",
                "Summe",
                "Anzahl Mitarbeiter: 12",
                "Gesamtergebnis",
                "Nombre d'employés : 3",
                "Número de registros: 9",
                "Totale dipendenti 12",
                "Aantal medewerkers: 3",
                "Liczba rekordów: 4",
                "Antal anställda: 2",
                "合計",
                "全3件",
                "社員数：12",
            ],
        ),
        (
            is_subtotal,
            [
                "Total Sales",
                "IT Total",
                "Department total: IT",
                "Zwischensumme Einkauf",
                "Abteilungssumme IT",
                "Sous-total Ventes",
                "営業部 小計",
                "人事部計",
            ],
        ),
        (
            is_report_line,
            [
                "Page 1 of 3",
                "Seite: 2",
                "Pág. 3",
                "- 4 -",
                "2 / 9",
                "1/9ページ",
                "Report generated 09/01/2026",
                "Bericht erstellt am 01.11.2026",
                "Generado por Ana",
                "*** End of report ***",
                "Fin de l'état",
                "Ende der Liste",
                "Koniec raportu",
                "Confidential",
                "社外秘",
                "------",
                "# end",
            ],
        ),
        (
            is_remark,
            [
                "Source: Workday",
                "Filters applied: Status = Active",
                "***END***",
                "<< End >>",
                "Extraction du 01/11/2026",
                "This report contains confidential information.",
                "2026年11月1日 現在",
            ],
        ),
    ],
)
def test_lines_of_a_report_are_told(yields: Callable[[pl.Expr], pl.Expr], cells: list[str | None]) -> None:
    """Totals, counts, pages, who made it and how it ends, in the languages of exports."""
    assert dict(zip(cells, holds(yields, cells), strict=True)) == dict.fromkeys(cells, True)


@pytest.mark.parametrize(
    ("cell", "expected"), [("Department: Sales", True), ("Abteilung IT", True), ("Abteilung", False), ("Sales", False)]
)
def test_a_column_name_with_a_value_is_a_heading(cell: str, *, expected: bool) -> None:
    """A report with groups says the name of the column that it groups by."""
    assert holds(lambda cells: is_label(cells, ["Name", "Department", "Abteilung"]), [cell]) == [expected]


@pytest.mark.parametrize(("words", "expected"), [(6, True), (7, False)])
def test_a_label_without_a_colon_has_six_words_at_the_most(words: int, *, expected: bool) -> None:
    """Behind it stands its value."""
    header = " ".join("abcdefg"[:words])

    assert pl.DataFrame({"cell": [f"{header} Sales"]}).select(is_label(pl.col("cell"), [header])).item() is expected
