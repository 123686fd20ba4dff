import pytest

from keycafe_clean.columns.calendar_headers import calendar_named


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        *(("Join Date (BS)", "nepali"), ("Join Date (B.S.)", "nepali"), ("Join Date BS", "nepali")),
        *(("Bikram Sambat Join Date", "nepali"), ("सुरु मिति (वि.सं.)", "nepali"), ("Join Date [BS]", "nepali")),
        *(("Hire Date (E.C.)", "ethiopian"), ("Hire Date EC", "ethiopian"), ("Hire Date (Ethiopian)", "ethiopian")),
        *(("Start (AH)", "islamic"), ("Start (H)", "islamic"), ("Hijri Start", "islamic"), ("البدء (هـ)", "islamic")),
        *(("Start (Jalali)", "persian"), ("تاریخ استخدام (شمسی)", "persian"), ("Hijri Shamsi Start", "persian")),
        *(("วันเริ่มงาน (พ.ศ.)", "buddhist"), ("Start Date (BE)", "buddhist"), ("วันเริ่มงาน ค.ศ.", "ours")),
        *(("民國到職日", "minguo"), ("Start Date (ROC)", "minguo"), ("到職日（西元）", "ours")),
        *(("Start Date (Gregorian)", "ours"), ("Hijri or Gregorian Start", "ours")),
        *(
            ("अंतिम कार्य दिवस", None),
            ("अन्तिम दिन (दिवस)", None),
            ("अन्तिम दिन वि.सं.", "nepali"),
            ("मिति (बि.सं.)", "nepali"),
        ),
        *(
            ("Start Date", None),
            ("EC Start Date", None),
            ("H Start", None),
            ("Start H", None),
            ("BS", None),
            ("", None),
        ),
    ],
)
def test_header_names_a_calendar(header: str, expected: str | None) -> None:
    """A short name counts in brackets and at the end, as a whole word; one that says ours goes before any other."""
    assert calendar_named(header) == expected
