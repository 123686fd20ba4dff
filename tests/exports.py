"""Small exports of invented people, with dirt of many kinds, for properties."""

import csv
import io
from datetime import date

from hypothesis import strategies as st

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.export import Export
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export

TODAY = date(2026, 11, 3)

HEADER = ("Employee ID", "First Name", "Last Name", "Email", "Status", "Last Day", "Department")

#: A record of an export, cell by cell under `HEADER`.
Record = tuple[str, ...]

_CELLS = (
    st.sampled_from(["001", "002", "003", "0004", ""]),
    st.sampled_from(["Jana", " JANA ", "Dr. Ken", "Zoë", "n/a", "", "=Sean", "Kate", "Katherine", "Ana\u00a0María"]),
    st.sampled_from(["Novak", "NOVAK", "van der Berg", "O`Neill", "García", "GarcÃ­a", "Roe, PhD", "", "J\ufffdrg"]),
    st.sampled_from(
        ["jana@example.com", "JANA@Example.com ", "mailto:ken@example.com", "zoe@@example.com", "a@b.de; c@d.de", "n/a"]
    )
    | st.just(""),
    st.sampled_from(["Active", "Terminated", "On Leave", "Kaput", ""]),
    st.sampled_from(["", "", "2026-08-31", "31/02/2026", "2027-01-31"]),
    st.sampled_from(["Sales", "Fleet", ""]),
)

#: Anybody: rows that are blank, doubled, broken, alike.
records = st.lists(st.tuples(*_CELLS), min_size=1, max_size=25)


def numbered(people: list[Record]) -> list[Record]:
    """Get the records with a number, a last name and an address of their own each, so that none is another's double."""
    names = [f"{'bcdfghklmnprst'[i % 14]}{'aeiou'[i // 14 % 5]}ldor".title() for i in range(len(people))]
    return [
        (f"{i:05}", person[1], name, f"{name.lower()}@example.com" if person[3] else "", *person[4:])
        for i, (person, name) in enumerate(zip(people, names, strict=True))
    ]


def export_of(people: list[Record], header: tuple[str, ...] = HEADER) -> Export:
    """Get the export that a CSV file with these records is read as."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *people])
    return read_export(("staff.csv", text.getvalue().encode()))


def cleaned_of(people: list[Record], setup: Setup | None = None, decisions: Decisions | None = None) -> Cleaned:
    """Clean these records on the day of all properties; who counts as having an address is said, not found out."""
    return clean(export_of(people), setup or SETUP, decisions, today=TODAY)


#: Which column is which, so that no property hangs on what so few cells suggest.
SETUP = Setup.model_validate(
    {
        "source": [
            {
                "headers": HEADER,
                "columns": {
                    "employee_id": "Employee ID",
                    "First Name": "First Name",
                    "Last Name": "Last Name",
                    "Email Address": "Email",
                    "status": "Status",
                    "exit_date": "Last Day",
                    "department": "Department",
                },
            }
        ]
    }
)
