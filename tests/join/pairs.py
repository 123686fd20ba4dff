"""Two files of a made company: personnel data without addresses, and the accounts of a directory."""

from datetime import date

from keycafe_clean.decide.setup import Setup
from keycafe_clean.export import Export, Source
from keycafe_clean.join import join_files
from keycafe_clean.join.side import Side
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export

TODAY = date(2026, 11, 3)

#: Personnel data as a German system gives them: numbers with zeros in front, no address.
STAFF = (
    "Personalnummer;Vorname;Nachname;Abteilung",
    "00042;Anna;Adler;Vertrieb",
    "00043;Ben;Bauer;Lager",
    "00044;Cem;Celik;Lager",
    "00045;Dora;Dahl;Lager",
)

#: Accounts, the zeros lost in a spreadsheet: Dora has none, and one belongs to nobody.
ACCOUNTS = (
    "SamAccountName;Mail;EmployeeID",
    "ccelik;cem.celik@firma.de;44",
    "aadler;anna.adler@firma.de;42",
    "svc-backup;backup@firma.de;9000",
    "bbauer;ben.bauer@firma.de;43",
)


#: Two columns that both files have, and that lead to different rows.
TWO_HERE = ("Code;Login;Vorname;Nachname", "k17;x47;Anna;Adler", "k25;x55;Ben;Bauer", "k33;x63;Cem;Celik")
TWO_THERE = ("Code;Login;Mail", "k25;x47;q1@firma.de", "k33;x55;q2@firma.de", "k17;x63;q3@firma.de")


def read(name: str, *lines: str) -> Export:
    """Read a text file of these lines."""
    return together(**{name: lines})


def together(**files: tuple[str, ...]) -> Export:
    """Read text files of these lines as one export."""
    return read_export(*((name, "".join(f"{line}\n" for line in lines).encode()) for name, lines in files.items()))


def source(name: str, *lines: str) -> Source:
    """Read a text file of these lines as one source."""
    return read(name, *lines).sources[0]


def side(name: str, *lines: str, setup: Setup | None = None) -> Side:
    """Get a text file of these lines as a side of a join."""
    return Side(source(name, *lines), setup or Setup())


def two_exports(*others: str) -> Export:
    """Get `staff.csv` and `others.csv`, a file of these lines, as one export."""
    return together(**{"staff.csv": STAFF, "others.csv": others})


def joined(staff: tuple[str, ...] = STAFF, accounts: tuple[str, ...] = ACCOUNTS, *keys: str) -> Source:
    """Get `staff.csv` with the cells of `accounts.csv`."""
    export, _ = join_files(read("staff.csv", *staff), read("accounts.csv", *accounts), keys=keys)
    return export.sources[0]


def cleaned(
    staff: tuple[str, ...] = STAFF, accounts: tuple[str, ...] = ACCOUNTS, setup: Setup | None = None, *keys: str
) -> Cleaned:
    """Clean `staff.csv` with the cells of `accounts.csv`."""
    export, decided = join_files(read("staff.csv", *staff), read("accounts.csv", *accounts), setup, keys)
    return clean(export, decided, today=TODAY)
