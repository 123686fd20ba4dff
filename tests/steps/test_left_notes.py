import polars as pl
import pytest

from keycafe_clean.steps.left_notes import (
    gives_reasons,
    has_reason,
    is_about_things,
    say_who_left,
    that_may_say_who_left,
)


def said(*cells: str | None, header: str = "Comments") -> list[bool]:
    """Get whether each cell of a column says that somebody has left."""
    return say_who_left(pl.Series(cells, dtype=pl.String), header).to_list()


@pytest.mark.parametrize(
    "cell",
    [
        "/Leavers", "/Acme/Former Employees", "OU=Disabled Users,OU=Accounts,DC=acme,DC=example", "Sales (former)",
        "Sales - Leavers", "Acme > Offboarding", "Retiree", "Rentner", "Rentnerin", "ehemalig", "Ehemalige Mitarbeiter",
        "Anciens employés", "Bajas", "Ex dipendenti", "Oud-medewerkers", "Byli pracownicy", "Pensionär", "Eläkeläinen",
        "Nyugdíjas", "Bývalí zaměstnanci", "Ayrılanlar", "Бывшие сотрудники", "退職者", "离职人员", "퇴사자", "Left",
        "退職", "- Leavers -", "EX_EMP", "EX_CWK",
    ],
)  # fmt: skip
def test_whole_cell_or_part_of_a_path_says_that_somebody_left(cell: str) -> None:
    """A state, a folder and a group of those who have left do, in every language known."""
    assert said(cell) == [True]


@pytest.mark.parametrize(
    "cell",
    [
        "Disabled 2026-03-01 per HR ticket 4411", "Account disabled on 1 March 2026", "Disabled by jdoe 03/01/2026",
        "Gesperrt am 01.03.2026, siehe Ticket", "Konto deaktiviert: 01.03.2026", "Compte désactivé le 01/03/2026",
        "Désactivée 01/03/2026", "Deshabilitada el 01/03/2026", "Conta desativada em 01/03/2026",
        "Disabilitato dal 01/03/2026", "Geblokkeerd per 01-03-2026", "Konto wyłączone od 01.03.2026",
        "Spärrad 2026-03-01", "Отключена 01.03.2026", "停用 2026-03-01",
    ],
)  # fmt: skip
def test_closed_account_with_its_day_begins_a_remark(cell: str) -> None:
    """Whoever writes the day at which an account was closed writes of somebody who has left."""
    assert said(cell) == [True]


@pytest.mark.parametrize(
    "cell",
    [
        "Parking space disabled 2026-03-01", "Disabled parking, since 2026", "Badge reader, blocked 2026-03-01",
        "Blocked calendar", "Locked cabinet 12",
    ],
)  # fmt: skip
def test_remark_on_something_else_that_is_closed_says_nothing(cell: str) -> None:
    """Only an account is closed by such a word, at the begin of the remark and with its day."""
    assert said(cell) == [False]


@pytest.mark.parametrize("cell", ["nologin", "no login", "Login disabled", "/sbin/nologin", "/bin/false"])
def test_account_without_a_login_is_closed(cell: str) -> None:
    """The way to log in says so, where others have one."""
    assert said(cell, "manual", "/bin/bash") == [True, False, False]


@pytest.mark.parametrize("cells", [["nologin", "nologin", "manual"], ["no login needed here", "manual", "manual"]])
def test_logins_that_most_lack_say_nothing(cells: list[str]) -> None:
    """Where only mail is read, most cannot log in; and a sentence is no state."""
    assert said(*cells) == [False, False, False]


@pytest.mark.parametrize(
    "cell",
    [
        "left the company 03/2026", "DO NOT INVITE", "Left 3/26", "Moved to Leeds, then left on 1 March",
        "left us in May", "Retiree w/ benefits", "Terminated by employer", "ausgeschieden wegen Umzug",
        "no longer with us", "exit 31.10.2026", "resigned last week", "ausgeschieden zum 31.10.2026",
        "Austritt nicht bestätigt", "seit Mai nicht mehr bei uns", "a quitté la société", "parti le 3 mars",
        "ya no trabaja aquí", "Baja 01/02/2026", "não trabalha mais aqui", "non lavora più qui",
        "is per mei uit dienst",
        "już nie pracuje", "odszedł w maju", "har slutat", "ej anställd", "er sluttet", "ei ole enää talossa",
        "işten ayrıldı", "uz nepracuje", "már nem dolgozik", "nu mai lucrează", "više ne radi", "уволен с мая",
        "вже не працює", "δεν εργάζεται πια", "לא עובד יותר", "لم يعد يعمل هنا", "đã nghỉ việc từ tháng 3",
        "5月に退職しました",
        "已离职", "5월에 퇴사함",
    ],
)  # fmt: skip
def test_phrase_in_a_remark_says_that_somebody_left(cell: str) -> None:
    """What is written about leaving is read in the middle of a remark too, in every language known."""
    assert said(cell) == [True]


@pytest.mark.parametrize(
    "cell",
    [
        "2026/8/31退職", "9/20退社", "8月末で退職予定", "自己都合により離職", "2026年8月离职", "8月31日辞职",
        "已於8月離職", "8/31퇴사", "8월말퇴직예정", "31/8ลาออก", "พนักงานลาออกแล้ว",
    ],
)  # fmt: skip
def test_signs_without_blanks_say_so_within_a_cell(cell: str) -> None:
    """Japanese, Chinese, Korean and Thai have no borders of words: a day may stand right before a sign for leaving."""
    assert said(cell) == [True]


@pytest.mark.parametrize(
    "cell",
    [
        "退職金制度担当",
        "定年退職後再雇用",
        "入退社手続き担当",
        "18時退社",
        "育休中",
        "离职管理专员",
        "退休返聘",
        "퇴직연금 담당",
        "입퇴사 관리",
    ],
)
def test_signs_of_pay_and_of_who_came_back_say_nothing(cell: str) -> None:
    """Whoever looks after those who leave, or is employed again, works here."""
    assert said(cell) == [False]


@pytest.mark.parametrize(
    "cell",
    [
        "left-handed", "Exit Strategy Manager", "works council leaver process owner", "Terminal 2", "Ausgang", "Exit",
        "Retired Living Coordinator",
        "Exit 12", "Baja", "Baja California", "Weg", "Sortie", "Key closed in box 4", "No longer needs parking", "Volt",
        "Suspended Ceiling Installer", "Disabled Students Coordinator", "Retirement Plan Analyst", "Old Street",
        "Leave Administration", "Former Soviet Union Desk", "Archive", "Altstadt", "Quito", "Turn left at the gate",
        "Elternzeit bis 05/2027", "Schlüssel Nr. 12 hat er schon", "beginnt im neuen Jahr", "Partie A", "Termin 3",
        "Licensing / Permits", "Separation Science", "Abgangskontrolle", "Full-time", "Active", "False",
        "Nein", "Hayır", "", None, "T", "ex", "weg", "no",
    ],
)  # fmt: skip
def test_cell_says_nothing_of_leaving(cell: str | None) -> None:
    """Titles, places, departments and remarks that only sound so are none."""
    assert said(cell) == [False]


def test_left_is_a_side_where_the_column_has_the_other_one() -> None:
    """Beside `Right`, `Left` says nothing of a person."""
    assert said("Left", "Right", "left the company") == [False, False, True]


@pytest.mark.parametrize(("header", "asked"), [("Visa Status", False), ("Laptop", False), ("Worker Type", True)])
def test_state_of_a_thing_is_none_of_a_person(header: str, *, asked: bool) -> None:
    """A word alone says something of a person only under a header that is about no thing; a phrase does anywhere."""
    assert said("Inactive", "has left the company", header=header) == [asked, True]
    assert is_about_things(header) is not asked


def test_cells_that_may_say_so_are_found_before_the_headers_are_known() -> None:
    """Words alone, phrases, and words with a day; each once, and no other cell."""
    cells = pl.Series(["Left", "Left", "/Leavers", "Left 3/26", "left us in May", "Active", "Exit 12", "2026", None])

    assert sorted(that_may_say_who_left(cells)) == ["/Leavers", "Left", "Left 3/26", "left us in May"]
    assert that_may_say_who_left(pl.Series(["Active", None])).to_list() == []


@pytest.mark.parametrize("side", ["right", "Rechts", "centre", "CENTER"])
def test_left_is_a_side_beside_any_other_one(side: str) -> None:
    """Each word for another side tells."""
    assert said("Left", side) == [False, False]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Resigned", True),
        ("ruhestand", True),
        *((cell, False) for cell in ("n/a", "-", "no", "No", "NEIN", "0", "")),
        (None, False),
    ],
)
def test_cell_gives_a_reason_for_leaving(cell: str | None, *, expected: bool) -> None:
    """Anything but a blank, a word for nothing, and a no in any case."""
    frame = pl.DataFrame({"Term Reason": [cell]}, schema={"Term Reason": pl.String})

    assert frame.select(has_reason("Term Reason")).item() is expected


@pytest.mark.parametrize(
    "header",
    [
        "Przyczyna odejścia", "Powód ustania zatrudnienia", "Grund des Ausscheidens", "Raison de départ",
        "Motivo de egreso", "Motivo da saída", "Motivo dimissioni", "Vertrekreden", "Avgångsorsak", "Fratrædelsesårsag",
        "Sluttårsak", "Lähdön syy", "İşten çıkış nedeni", "Důvod odchodu", "Kilépés oka", "Motivul plecării",
        "Razlog odlaska", "Причина ухода", "Підстава звільнення", "Atleidimo priežastis",
        "Λόγος αποχώρησης", "סיבת עזיבה", "Abgangsgrund",
        "سبب ترك العمل", "Lý do nghỉ việc", "เหตุผลที่ลาออก", "नौकरी छोड़ने का कारण", "離職理由", "퇴사 사유", "Why left",
    ],
)  # fmt: skip
def test_headers_of_reasons_for_leaving(header: str) -> None:
    """In every language of the vocabulary."""
    assert gives_reasons(header)


@pytest.mark.parametrize("header", ["Reason", "Grund", "Leave Reason", "Action Reason", "Absence reason", "Motivo"])
def test_other_reasons_are_none_for_leaving(header: str) -> None:
    """A leave ends, and whoever is on one comes back."""
    assert not gives_reasons(header)


@pytest.mark.parametrize(
    "cell",
    [
        "letzter Tag 15.10.2026", "Last day: 15/10/2026", "dernier jour le 15/10/2026", "último día 15/10/2026",
        "Kündigung erhalten", "resignation received", "lettre de démission", "carta de renuncia",
    ],
)  # fmt: skip
def test_last_day_and_notice_say_that_somebody_leaves(cell: str) -> None:
    """A last day has its day behind it."""
    assert said(cell) == [True]
