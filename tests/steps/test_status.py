import polars as pl
import pytest

from keycafe_clean.steps.status import (
    account_meanings,
    active_meanings,
    are_states,
    disabled_meanings,
    is_kind_of_contract,
    leave_meanings,
    sounds_like_leaving,
    status_meanings,
    words_said,
)


def meaning(cell: str) -> str | None:
    """Get what one status cell means."""
    answer: str | None = status_meanings(pl.Series([cell])).item()
    return answer


@pytest.mark.parametrize(
    "cell",
    [
        "Active", "ACTIVE", "A", "active - FT", "Active - Payroll Eligible", "Employed", "Full-Time", "Hired", "Yes",
        "1",
        "Aktiv", "Beschäftigt", "Actif", "En poste", "ACTIVO", "Activa", "Ativo", "Attivo", "In servizio", "Actief",
        "In dienst", "Aktywny", "Zatrudniony", "Anställd", "Aktif", "Çalışıyor", "Aktivní", "Virkur", "Í starfi",
        "在職",
    ],
)  # fmt: skip
def test_status_is_active_in_every_language(cell: str) -> None:
    """Words for working here mean active."""
    assert meaning(cell) == "active"


@pytest.mark.parametrize(
    "cell",
    [
        "Inactive", "Terminated", "Terminated - Voluntary", "Voluntarily Terminated", "Terminated for Cause", "Term",
        "T",
        "I", "No", "0", "Retired", "Furloughed", "Deactivated", "Archived", "Suspended - No Pay", "Not on payroll",
        "Former employee", "Separated - Voluntary", "Reported No Show", "Not Active", "Non-Active", "Ex-employee",
        "Laid Off", "Ausgeschieden", "ausgetreten", "Gekündigt", "nicht mehr aktiv", "Sorti", "Licencié", "BAJA",
        "Despedido", "Desligado", "Cessato", "Uit dienst", "Zwolniony", "Slutat", "Ayrıldı", "Hættur",
        "Hætt störfum", "退職",
    ],
)  # fmt: skip
def test_status_is_inactive_in_every_language(cell: str) -> None:
    """Words for having left mean inactive."""
    assert meaning(cell) == "inactive"


@pytest.mark.parametrize(
    "cell",
    [
        "Leave of Absence", "LOA", "L", "On Leave", "Long-term leave", "Unpaid Leave", "Active (on leave)",
        "Elternzeit",
        "Ruhend", "Congé parental", "Baja médica", "Excedencia", "Em férias", "Aspettativa", "Met verlof", "Na urlopie",
        "Í fæðingarorlofi", "Í leyfi",
    ],
)  # fmt: skip
def test_status_is_leave_in_every_language(cell: str) -> None:
    """Words for being away for a while mean leave."""
    assert meaning(cell) == "leave"


@pytest.mark.parametrize(
    "cell", ["Future Start", "Pre-hire", "Pending", "Onboarding", "Zukünftiger Eintritt", "À venir"]
)
def test_status_is_future_when_somebody_has_not_started(cell: str) -> None:
    """Words for starting later mean future."""
    assert meaning(cell) == "future"


@pytest.mark.parametrize("cell", ["Applied", "Not terminated", "Pending Termination", "Blue", "3", "inter alia"])
def test_status_is_unknown_when_nobody_can_tell(cell: str) -> None:
    """A word that the vocabulary does not know is never guessed."""
    assert meaning(cell) == "unknown"


@pytest.mark.parametrize("cell", ["-", "n/a", "NULL", "nan"])
def test_status_is_blank_when_it_says_nothing(cell: str) -> None:
    """A placeholder is no status; that something is unknown is one."""
    assert meaning(cell) is None
    assert meaning("unknown") == "unknown"


def test_status_of_numbers_is_unknown_when_they_are_a_key() -> None:
    """Where a column has 2 and 3, its 0 and 1 are no yes and no."""
    cells = pl.Series(["0", "1", "3", None, "Active"])

    assert status_meanings(cells).to_list() == ["unknown", "unknown", "unknown", None, "active"]


def test_status_follows_what_was_answered() -> None:
    """An answer goes before the vocabulary, whatever the case of the word."""
    cells = pl.Series(["Blue-Collar", "BLUE COLLAR", "Active"])

    assert status_meanings(cells, {"blue-collar": "active", "active": "leave"}).to_list() == [
        "active",
        "active",
        "leave",
    ]


def test_active_column_says_who_works_here() -> None:
    """Yes is active, no is inactive, and words are words."""
    cells = pl.Series(["Yes", "nein", "1", "x", None, "Terminated", "perhaps"])

    assert active_meanings(cells).to_list() == ["active", "inactive", "active", "active", None, "inactive", "unknown"]


def test_disabled_column_says_who_does_not_work_here() -> None:
    """Yes is inactive, and so is the name of what was done to the account; any other word is one of a status."""
    cells = pl.Series(["true", "No", "Disabled", "Enabled", "gesperrt", None, "Retired", "On Leave", "perhaps"])

    told = ["inactive", "active", "inactive", "active", "inactive", None, "inactive", "leave", "unknown"]
    assert disabled_meanings(cells).to_list() == told


@pytest.mark.parametrize("cell", ["Inactive - maternity", "Resigned - notice period", "Terminated (on leave)"])
def test_words_that_say_different_things_are_unknown(cell: str) -> None:
    """Somebody on leave, or who has given notice, may still work here: that is asked."""
    assert status_meanings(pl.Series("status", [cell])).to_list() == ["unknown"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Active / Relieved", "unknown"),
        ("Active - Absconding", "unknown"),
        ("Active - Berlin", "active"),
        ("Resigned (Withdrawn)", "unknown"),
        ("Terminated - reinstated 2026", "mixed"),
        ("Kündigung zurückgezogen", "unknown"),
        ("Resigned (Retired)", "inactive"),
        ("AccountDisabled", "inactive"),
        ("OnLeave", "leave"),
        ("Trabalhando", "active"),
    ],
)
def test_words_behind_a_state_count_too(cell: str, expected: str) -> None:
    """A word for leaving behind an active one, or one that takes a leaving back, leaves open what is so."""
    assert meaning(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("inakt.", "inactive"), ("akt.", "active"), ("Term.", "inactive"), ("ausgesch.", "inactive"),
        ("Deakt.", "inactive"),
        ("Act.", "active"), ("Beschäft.", "active"), ("démiss.", "inactive"), ("Inat.", "inactive"),
        ("nieakt.", "inactive"),
        ("Unbek.", "unknown"), ("te.", "unknown"), ("reti", "inactive"), ("ret", "unknown"),
        ("démissionne", "inactive"),
    ],
)  # fmt: skip
def test_abbreviation_of_a_known_word_is_known(cell: str, expected: str) -> None:
    """Three letters and a full stop, or four letters, that words of one meaning begin with; accents may be missing."""
    assert meaning(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Terminated -> Active", "mixed"), ("Alta → Baja", "mixed"), ("Active (leaver)", "mixed"),
        ("Active - Resigned", "mixed"), ("Aktiv, jetzt ausgeschieden", "mixed"),
        ("Terminated - Full Time", "inactive"), ("Probation => Active", "active"),
        ("No longer active - terminated", "inactive"), ("Active -> On Leave", "leave"),
        ("Active;Inactive", "mixed"), ("Inactif / Actif", "mixed"), ("aktiv, ausgeschieden", "mixed"), ("A|T", "mixed"),
        ("Active;Active", "active"), ("Terminated, Resigned", "inactive"), ("Active;Blue", "active"),
    ],
)  # fmt: skip
def test_cell_of_several_words(cell: str, expected: str) -> None:
    """Words that say the same are one; those that contradict each other say both."""
    assert meaning(cell) == expected


@pytest.mark.parametrize(
    ("active", "inactive"),
    [
        ("Ενεργός", "Αποχώρησε"), ("Εργάζεται", "Συνταξιούχος"), ("פעיל", "לא פעיל"), ("מועסקת", "עזבה"),
        ("نشط", "غير نشط"), ("على رأس العمل", "مستقيل"), ("Đang làm việc", "Đã nghỉ việc"), ("Hoạt động", "Nghỉ hưu"),
        ("Ativo", "Demitido"), ("работает", "уволился"),
    ],
)  # fmt: skip
def test_status_of_more_languages(active: str, inactive: str) -> None:
    """Greek, Hebrew, Arabic and Vietnamese say who works here and who has left."""
    assert (meaning(active), meaning(inactive)) == ("active", "inactive")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("no longer with us", True), ("moved on in May", True), ("verlassen zum 1.5.", True), ("n'est plus là", True),
        ("ya no trabaja", True), ("już nie pracuje", True), ("Αποχωρεί", True), ("Blue", False), ("Member", False),
        ("Thursday", False), (None, None),
    ],
)  # fmt: skip
def test_word_that_sounds_like_leaving(cell: str | None, *, expected: bool | None) -> None:
    """A stem of leaving anywhere in an unknown cell; others do not sound so."""
    cells = pl.Series("cell", [cell], dtype=pl.String)
    assert cells.to_frame().select(sounds_like_leaving(pl.col("cell"))).to_series().to_list() == [expected]


def test_account_that_is_not_open_yet_says_nothing_of_a_job() -> None:
    """Pending is a state of the invitation; the other words are read as any status."""
    cells = pl.Series(["Pending", "Active", "Suspended", "DEPROVISIONED", "PASSWORD_EXPIRED", None])

    assert account_meanings(cells).to_list() == ["unknown", "active", "inactive", "inactive", "active", None]
    assert account_meanings(cells, {"pending": "future"}).to_list()[0] == "future"


def test_bits_of_a_directory_say_which_account_is_disabled() -> None:
    """Bit 2 of userAccountControl, in decimals, in hexadecimals or by its name."""
    disabled = ["514", "546", "66050", "0x202", "ACCOUNTDISABLE, NORMAL_ACCOUNT"]
    enabled = ["512", "544", "66048", "0x200", "NORMAL_ACCOUNT"]

    assert disabled_meanings(pl.Series(disabled)).to_list() == ["inactive"] * 5
    assert disabled_meanings(pl.Series(enabled)).to_list() == ["active"] * 5


def test_word_occurs_as_a_whole_cell() -> None:
    """As answers are compared: whatever its case and signs."""
    cells = pl.Series(["Blue-Collar", None])

    said = words_said(cells)

    assert [words_said(pl.Series([word])).item() in said for word in ("BLUE collar", "blue")] == [True, False]


def test_leave_column_says_who_is_away() -> None:
    """A yes is leave, a no says nothing of a job, and a word means what it means."""
    cells = pl.Series("leave_1", ["Yes", "no", "Maternity", "Terminated", None])

    assert leave_meanings(cells).to_list() == ["leave", None, "leave", "inactive", None]


@pytest.mark.parametrize(
    ("cell", "expected"), [("Full-Time", True), ("CDI", True), ("Active - Full Time", False), ("Active", False)]
)
def test_kind_of_contract(cell: str, *, expected: bool) -> None:
    """How somebody is employed is no word for working here, unless another one stands beside it."""
    assert pl.select(is_kind_of_contract(pl.lit(cell))).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("(Active)", "active"),
        (" inakt. ", "inactive"),
        ("Active (T)", "active"),
        ("Active (no)", "active"),
        ("Active - Full Time", "active"),
    ],
)
def test_signs_letters_and_flags_beside_a_word_change_nothing(cell: str, expected: str) -> None:
    """A single letter, a no and a kind of contract contradict no word."""
    assert meaning(cell) == expected


def test_numbers_that_are_no_control_bits_say_nothing() -> None:
    """Every account has 512 or more."""
    assert disabled_meanings(pl.Series(["511", "514"])).to_list() == ["unknown", "inactive"]


def test_zero_and_one_are_a_no_and_a_yes() -> None:
    """Unless other numbers stand beside them."""
    assert status_meanings(pl.Series(["0", "1", None])).to_list() == ["inactive", "active", None]
    assert active_meanings(pl.Series(["0", "1", "7"])).to_list()[:2] == ["inactive", "active"]


def test_no_in_a_column_of_leave_says_nothing_whatever_was_answered() -> None:
    """An answer about a no is about other columns."""
    cells = pl.Series("leave_1", ["no", "Blue"])

    assert leave_meanings(cells, {"no": "inactive", "blue": "leave"}).to_list() == [None, "leave"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(["Active", "Yes"], True), (["aktiv", "Beurlaubt"], True), (["Active", "Jana Novak"], False), (None, None)],
)
def test_lines_of_a_cell_are_states(lines: list[str] | None, *, expected: bool | None) -> None:
    """Each line is a whole word for a state, a yes or a no; one that is none, and the cell is a wrapped text."""
    frame = pl.DataFrame({"lines": [lines]}, schema={"lines": pl.List(pl.String)})

    assert frame.select(are_states(pl.col("lines"))).item() is expected


def test_words_are_said_once() -> None:
    """A word in several cells is one, and a blank says nothing."""
    assert words_said(pl.Series(["Blue", "BLUE ", None])).to_list() == ["blue"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((word, "active") for word in ("شاغل", "ปฏิบัติงาน", "ทดลองงาน", "कार्यरत", "কর্মরত", "حاضر سروس", "bekerja")),
        *((word, "active") for word in ("запослен", "работи", "dirbantis", "aktīvs", "በሥራ ላይ", "thử việc", "aktibo")),
        *((word, "inactive") for word in ("بازنشسته", "اخراج", "استعفا", "قطع همکاری", "ลาออก", "เกษียณ", "พ้นสภาพ")),
        *((word, "inactive") for word in ("सेवानिवृत्त", "त्यागपत्र", "अवकाशप्राप्त", "राजीनामा", "অবসরপ্রাপ্ত", "পদত্যাগ")),
        *(
            (word, "inactive")
            for word in ("ریٹائرڈ", "مستعفی", "resign", "pensiun", "keluar", "berhenti", "退休", "辭職")
        ),
        *((word, "inactive") for word in ("звільнився", "напуснал", "пензионисан", "lahkunud", "atlaists", "ጡረታ የወጣ")),
        *((word, "leave") for word in ("مرخصی", "ลาพัก", "अवकाश पर", "ছুটিতে", "چھٹی پر", "cuti", "likizo", "в отпуск")),
        *((word, "future") for word in ("待報到", "待入职", "รอเริ่มงาน", "belum bergabung")),
        ("निलंबित", "unknown"),
    ],
)
def test_status_words_of_further_languages(cell: str, expected: str) -> None:
    """The usual words are known; who is suspended in India is asked about."""
    assert meaning(cell) == expected


@pytest.mark.parametrize(
    ("works", "ended"),
    [
        ("Élő", "Megszűnt"), ("Zaposlen", "Odjavljen"), ("Zaposlena", "Umirovljena"), ("Zamestnaný", "Ukončený"),
        ("Pracujący", "Wyrejestrowany"), ("Încadrat", "Încetată"), ("На работа", "Прекратен"), ("Запослен", "Престао"),
        ("Įdarbintas", "Atleistas"), ("Strādājošs", "Atbrīvots"), ("Töösuhtes", "Vallandatud"),
        ("Voimassa", "Eläkeläinen"),
        ("Çalışmakta", "Istifa etti"), ("Працюючий", "Припинено"), ("В штате", "Выбыл"), ("在職中", "退職済み"),
        ("在册", "已解除合同"), ("근무중", "해고"),
    ],
)  # fmt: skip
def test_who_works_and_who_has_left_is_known_in_more_languages(works: str, ended: str) -> None:
    """Words of payrolls in the east of Europe and of Asia."""
    assert (meaning(works), meaning(ended)) == ("active", "inactive")


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("Retired, rehired as casual", "mixed"), ("Dismissed and reinstated", "mixed"),
        ("ausgeschieden, wieder eingestellt", "mixed"), ("parti, puis réembauchée", "mixed"),
        ("Jubilada - recontratada", "mixed"), ("退職、再雇用", "mixed"), ("Retired - Active Part-Time", "mixed"),
        ("Resigned - not rehired", "inactive"), ("Resigned - may be rehired", "inactive"),
        ("Resigned - rehired pending", "inactive"), ("Dismissed - ineligible to be rehired", "inactive"),
        ("Terminated - badge returned", "inactive"), ("Terminated - Part-Time", "inactive"), ("Rehired", "active"),
    ],
)  # fmt: skip
def test_word_of_return_contradicts_that_somebody_left(cell: str, meaning: str) -> None:
    """Heard anywhere, unless nobody may have come back: the words of a contract, and a thing, say nothing."""
    assert status_meanings(pl.Series([cell])).to_list() == [meaning]
