import polars as pl
import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.check import Checked, check_import_file, template_header
from keycafe_clean.errors import SetupError
from keycafe_clean.findings import in_words
from keycafe_clean.write.import_file import file_header, import_files
from keycafe_clean.write.template import template_csv
from tests.import_rows import FULL_USER, SMARTBOX_USER, changed, import_rows

HEADER = ",".join(IMPORT_COLUMNS)
JANA = "Jana,Novak,jana@example.com,true,true,false,,true"


def checked(*lines: str, **options: object) -> Checked:
    """Check a file of these lines, without a header of its own."""
    content = "".join(f"{line}\r\n" for line in lines).encode()
    return check_import_file(content, "november.csv", **options)  # type: ignore[arg-type]


def test_good_file() -> None:
    """A file as Keycafe takes it is fine, and its rows are known by their place."""
    result = checked(HEADER, JANA)

    assert (result.is_fine, result.refused) == (True, None)
    assert result.rows.select("row_id", "file", "source_row", *IMPORT_COLUMNS).row(0) == (
        *(0, "november.csv", 2),
        *FULL_USER.values(),
    )


def test_file_of_ours() -> None:
    """What the package writes passes, cell by cell as it was."""
    rows = import_rows(FULL_USER, changed(SMARTBOX_USER, First_Name='Zoë "Zo"', Last_Name="Lee, Jr"))
    ((_, content),) = import_files(rows)

    result = check_import_file(content, "november.csv")

    assert result.is_fine
    assert result.rows.select(IMPORT_COLUMNS).equals(rows.select(IMPORT_COLUMNS))


def test_template_passes() -> None:
    """The template's two example rows are as Keycafe takes them."""
    assert check_import_file(template_csv().encode(), "keycafe_template.csv").is_fine


def test_findings_of_rows_and_file() -> None:
    """What a row breaks and what the file breaks is found, at the rows as a spreadsheet shows them."""
    result = checked(HEADER, JANA, "Piotr,,,true,false,true,,true", JANA)

    assert not result.is_fine
    assert in_words(result.findings, result.rows).get_column("sentence").to_list() == [
        "Row 3: Last Name is empty. A SmartBox User needs a first and a last name.",
        "Row 3: Send Invitation is 'true'. SmartBox Users cannot be sent invitations.",
        "Rows 2 and 4 have the same Email Address. One address can have one account.",
    ]


def test_nothing_is_repaired() -> None:
    """An import file has one form: outer blanks and other spellings of a flag are found, not tidied."""
    result = checked(HEADER, "Jana,Novak, jana@example.com,TRUE,true,false,,true")

    assert result.findings.select("column", "code").rows() == [
        ("Email Address", "email_syntax"),
        ("Send Invitation", "boolean_text"),
    ]


def test_header_alone() -> None:
    """A file without people is fine: it invites nobody."""
    assert checked(HEADER).is_fine


def test_line_ends_may_be_bare() -> None:
    """Lines may end as on other systems."""
    assert check_import_file(f"{HEADER}\n{JANA}\n".encode(), "november.csv").is_fine


NO_CSV = "november.csv has a quote that is not closed or not doubled. Make the file anew."
COLUMNS = ", ".join(IMPORT_COLUMNS)
OTHER_COLUMNS = f"november.csv has other column names than an import file. They must be: {COLUMNS}."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", OTHER_COLUMNS),
        (b"Name,Mail\r\n", OTHER_COLUMNS),
        (HEADER.lower().encode(), OTHER_COLUMNS),
        (",".join(reversed(IMPORT_COLUMNS)).encode(), OTHER_COLUMNS),
        (HEADER.replace(",", ";").encode(), OTHER_COLUMNS),
        (
            b"\xef\xbb\xbf" + HEADER.encode(),
            "november.csv starts with a byte order mark, as spreadsheets write it. Make the file anew.",
        ),
        (f"{HEADER}\r\nZo\xeb".encode("cp1252"), "november.csv is not UTF-8 (byte 119). Make the file anew."),
        (f'{HEADER}\r\n"Jana'.encode(), NO_CSV),
        (f'{HEADER}\r\n"Ja"na",Novak'.encode(), NO_CSV),
        (f"{HEADER}\r\n{JANA}\r\n{JANA},\r\n".encode(), "november.csv, row 3: 9 cells instead of 8. Correct the row."),
        (f"{HEADER}\r\nJana\r\n".encode(), "november.csv, row 2: 1 cell instead of 8. Correct the row."),
        (b"x" * 2_000_001, "november.csv is 2.1 MB; an import file may be at most 2 MB. Split it by month."),
    ],
)
def test_refused_file(content: bytes, message: str) -> None:
    """A file that is no import file is refused as a whole, with where, what and what to do."""
    result = check_import_file(content, "november.csv")

    assert (result.refused, result.is_fine) == (message, False)
    assert result.rows.is_empty()
    assert result.findings.is_empty()


@pytest.mark.parametrize(
    ("plan", "people", "refused"),
    [
        ("paid", 1_000, None),
        ("paid", 1_001, "november.csv holds 1,001 people; Keycafe takes 1,000 a month. Split it by month."),
        ("confirmed", 250, None),
        ("confirmed", 251, "november.csv holds 251 people; Keycafe takes 250 a month. Split it by month."),
    ],
)
def test_monthly_limit(plan: str, people: int, refused: str | None) -> None:
    """A file may hold as many people as the plan takes in a month."""
    assert checked(HEADER, *[JANA] * people, plan=plan).refused == refused


def test_largest_file() -> None:
    """A file of exactly 2,000,000 bytes is not refused for its size."""
    lines = f"{HEADER}\r\n{JANA}\r\n".encode() + b"x\r\n" * 700_000

    result = check_import_file(lines[:2_000_000], "november.csv")

    assert result.refused == "november.csv, row 3: 1 cell instead of 8. Correct the row."


def test_sample_file() -> None:
    """With Keycafe's sample file its header and order are the ones that are asked for."""
    template = tuple(column.upper() for column in reversed(IMPORT_COLUMNS))

    result = checked(",".join(template), ",".join(reversed(JANA.split(","))), template=template)

    assert result.is_fine
    assert result.rows.select(IMPORT_COLUMNS).row(0) == tuple(FULL_USER.values())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_template_header(mark: bytes) -> None:
    """The header of a sample file is read as it stands, with or without a byte order mark."""
    cells = ("first_name", *IMPORT_COLUMNS[1:])

    assert template_header("sample.csv", mark + ",".join(cells).encode() + b"\r\nrest") == cells


IN_GERMAN = (
    *("Vorname", "Nachname", "E-Mail-Adresse", "Einladung senden", "Willkommens-E-Mail senden", "SmartBox-Benutzer"),
    *("Badge-Code", "Zugangscode generieren"),
)
IN_FRENCH = (
    *("Prénom", "Nom", "Adresse e-mail", "Envoyer l'invitation", "Envoyer l'e-mail de bienvenue"),
    *("Utilisateur SmartBox", "Code badge", "Générer le code d'accès"),
)
IN_SPANISH = (
    *("Nombre", "Apellidos", "Correo electrónico", "Enviar invitación", "Enviar correo de bienvenida"),
    *("Usuario SmartBox", "Badge Code", "Generar código de acceso"),
)


@pytest.mark.parametrize("cells", [IN_GERMAN, IN_FRENCH, IN_SPANISH])
@pytest.mark.parametrize(("encoding", "sign"), [("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8", "|")])
def test_template_in_another_language(cells: tuple[str, ...], encoding: str, sign: str) -> None:
    """A sample file in a language of the vocabulary, as a spreadsheet saves it, is understood column by column."""
    data = f"{sign.join(cells)}\r\nJana{sign}Novak\r\n".encode(encoding)

    assert tuple(file_header(template_header("sample.csv", data)).values()) == IMPORT_COLUMNS


NO_SAMPLE = "sample.csv is no CSV file with column names. Use the sample file from Keycafe."
ANOTHER = "Its eight columns must be those of Keycafe's help page."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NO_SAMPLE),
        (b"\xff\xfe", NO_SAMPLE),
        (b'"a', NO_SAMPLE),
        (f"{HEADER},Phone".encode(), f"sample.csv has a column 'Phone'. {ANOTHER}"),
        (HEADER.replace(",Badge Code", "").encode(), f"sample.csv has no column 'Badge Code'. {ANOTHER}"),
        (f"{HEADER},badge_code".encode(), f"sample.csv has the column 'Badge Code' twice. {ANOTHER}"),
        (";".join(IN_FRENCH[1:]).encode(), f"sample.csv has a column 'Nom'. {ANOTHER}"),
        (";".join((*IN_GERMAN, "Schließfach")).encode(), f"sample.csv has a column 'Schließfach'. {ANOTHER}"),
        (HEADER.replace("First", "Last").encode(), f"sample.csv has no column 'First Name'. {ANOTHER}"),
    ],
)
def test_other_template(content: bytes, message: str) -> None:
    """A file that is not Keycafe's sample file is refused, with what is wrong in it."""
    with pytest.raises(SetupError) as stopped:
        template_header("sample.csv", content)

    assert str(stopped.value) == message


def test_notes_do_not_count() -> None:
    """A file with notes alone is fine."""
    rows = import_rows(FULL_USER)
    note = pl.DataFrame({"row_id": [0], "severity": ["note"]})

    assert Checked(rows, note).is_fine
