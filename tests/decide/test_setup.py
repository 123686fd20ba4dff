import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Defaults, Reading, Setup, SourceSetup
from keycafe_clean.decide.value_rules import ValueRule
from keycafe_clean.errors import SetupError

TEXT = st.text(max_size=8)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
MONTH = st.dates().map("{:%Y-%m}".format).filter(lambda month: len(month) == 7)
CONDITION = st.one_of(
    st.fixed_dictionaries({"is": TEXT}),
    st.fixed_dictionaries({"is_one_of": TEXTS}),
    st.fixed_dictionaries({"is_none_of": TEXTS}),
    st.fixed_dictionaries({"contains": TEXT}),
    st.fixed_dictionaries({"is_blank": st.booleans()}),
    st.fixed_dictionaries({"before": st.dates()}),
    st.fixed_dictionaries({"after": st.dates()}),
)
THEN = st.sampled_from(["leave_out", "full_user", "smartbox_user", "no_invitation", "no_access_code"])
RULE = st.builds(lambda column, then, said: PeopleRule(column=column, then=then, **said), TEXT, THEN, CONDITION)
CORRECTION = st.builds(
    lambda column, by, said: ValueRule(column=column, by=by, **said),
    st.sampled_from(IMPORT_COLUMNS),
    TEXT,
    st.sampled_from(["is", "ending"]).flatmap(
        lambda word: st.fixed_dictionaries({word: st.text(min_size=1, max_size=8)})
    ),
)
SOURCE = st.builds(
    SourceSetup,
    headers=TEXTS,
    columns=st.dictionaries(st.sampled_from(IMPORT_COLUMNS), TEXTS, max_size=3),
)
READING = st.builds(
    Reading,
    encoding=st.sampled_from([None, "", "utf-8", "cp1250", "UTF-16", "mac_roman"]),
    delimiter=st.sampled_from([None, ",", ";", "\t", "|"]),
    sheet=st.none() | TEXT,
    header=st.none() | st.integers(0, 60),
)
SETUP = st.builds(
    Setup,
    reading=READING,
    columns=st.dictionaries(st.sampled_from(IMPORT_COLUMNS), TEXTS, max_size=2),
    plan=st.sampled_from(["paid", "confirmed"]),
    used=st.dictionaries(MONTH, st.integers(0, 2_000), max_size=3),
    include_on_leave=st.booleans(),
    leave_out_starters=st.booleans(),
    status_words=st.dictionaries(TEXT, st.sampled_from(["active", "inactive", "leave", "future"]), max_size=2),
    last_name_first=st.dictionaries(st.just("full_name"), st.booleans()),
    day_first=st.dictionaries(st.sampled_from(["exit_date", "start_date"]), st.booleans()),
    defaults=st.builds(Defaults, **dict.fromkeys(Defaults.model_fields, st.booleans())),
    template=TEXTS,
    rule=st.lists(RULE, max_size=3).map(tuple),
    replace=st.lists(CORRECTION, max_size=3).map(tuple),
    source=st.lists(SOURCE, max_size=2).map(tuple),
)


def read(folder: Path, content: str | bytes) -> Setup:
    """Read a set-up file with this content."""
    path = folder / "setup.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Setup.read(path)


@given(SETUP)
def test_toml_gives_the_setup_back(tmp_path_factory: pytest.TempPathFactory, setup: Setup) -> None:
    """Every set-up is the same after a round trip through its file, whatever its texts."""
    assert read(tmp_path_factory.mktemp("setup"), setup.to_toml()) == setup


@given(SETUP)
def test_toml_is_the_same_each_time(setup: Setup) -> None:
    """The same set-up gives the same text."""
    assert Setup.model_validate(tomllib.loads(setup.to_toml())).to_toml() == setup.to_toml()


def test_toml_reads_as_people_write_it() -> None:
    """A rule stands in the file as a condition and what follows, and conditions that nobody gave are not there."""
    text = Setup(rule=(PeopleRule(column="Site", is_="York", then="leave_out"),)).to_toml()

    assert text.endswith('\n[[rule]]\ncolumn = "Site"\nis = "York"\nthen = "leave_out"\n')


def test_empty_file_is_the_default(tmp_path: Path) -> None:
    """An empty file says nothing, so that the defaults hold."""
    assert read(tmp_path, "") == Setup()


def test_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """A file that Notepad saved is read."""
    assert read(tmp_path, b'\xef\xbb\xbfplan = "confirmed"') == Setup(plan="confirmed")


def test_one_header_needs_no_list(tmp_path: Path) -> None:
    """A column that comes from one header is written as a text."""
    setup = read(tmp_path, '[[source]]\nheaders = ["Mail"]\ncolumns = {"Email Address" = "Mail"}')

    assert setup.source[0].columns == {"Email Address": ("Mail",)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "plan = paid",
            "setup.toml is not a set-up file, at line 1, column 8. Correct the line or make the set-up anew.",
        ),
        ("plan", "setup.toml is not a set-up file, at end of document. Correct the line or make the set-up anew."),
        (b'plan = "\xff"', "setup.toml is not UTF-8 (byte 8). Save it as UTF-8."),
    ],
)
def test_other_file(tmp_path: Path, content: str | bytes, message: str) -> None:
    """A file that is no set-up is refused with the place of its fault."""
    with pytest.raises(SetupError) as stopped:
        read(tmp_path, content)

    assert str(stopped.value) == message


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(SetupError) as stopped:
        Setup.read(tmp_path / "setup.toml")

    assert (
        str(stopped.value) == "setup.toml cannot be opened: No such file or directory. Check the name and the folder."
    )


def test_defaults() -> None:
    """Where nothing is said people are invited, welcomed and given a code, and take part without an address."""
    assert Setup().defaults.model_dump() == {
        "send_invitation": True,
        "send_welcome_email": True,
        "generate_access_code": True,
        "smartbox_user_without_address": True,
    }


def test_with_used() -> None:
    """Places used in a month are set for that month alone, in a new set-up."""
    setup = Setup(used={"2026-10": 5, "2026-11": 6})

    assert setup.with_used("2026-11", 7).used == {"2026-10": 5, "2026-11": 7}
    assert setup.used == {"2026-10": 5, "2026-11": 6}


@pytest.mark.parametrize(
    ("headers", "is_found"), [(("a", "b"), True), (("b", "a"), True), (("a",), False), (("a", "b", "b"), False)]
)
def test_source_for(headers: tuple[str, ...], *, is_found: bool) -> None:
    """What is decided for headers holds for files with exactly these, in any order."""
    source = SourceSetup(headers=("a", "b"), columns={"First Name": ("a",)})

    assert Setup(source=(source,)).source_for(headers) == (source if is_found else None)


def test_with_source_replaces_what_was_decided_for_the_same_headers() -> None:
    """There is one entry a set of headers, in whatever order they stand; others stay as they are."""
    before, other = SourceSetup(headers=("A", "B")), SourceSetup(headers=("C",))
    decided = SourceSetup(headers=("B", "A"), columns={"Last Name": "A"})

    assert Setup(source=(before, other)).with_source(decided).source == (other, decided)


def test_largest_setup(tmp_path: Path) -> None:
    """A set-up may have 2,000,000 bytes; one more is refused before it is taken apart."""
    assert read(tmp_path, b"#" * 2_000_000) == Setup()

    with pytest.raises(SetupError) as stopped:
        read(tmp_path, b"#" * 2_000_001)

    assert str(stopped.value) == "setup.toml has more than 2,000,000 bytes. Use the file that a run wrote."


@pytest.mark.parametrize("name", ["", "utf-8", "UTF-16", "cp1252", "latin1", "mac_roman"])
def test_encoding(tmp_path: Path, name: str) -> None:
    """An encoding that a file may have is taken as it was said."""
    assert read(tmp_path, f'[reading]\nencoding = "{name}"').reading.encoding == name


@pytest.mark.parametrize(
    "name",
    ["klingon", "hex", "a\\u0000b", "idna", "punycode", "undefined", "unicode_escape", "raw-unicode-escape"],
)
def test_encoding_that_no_file_has(tmp_path: Path, name: str) -> None:
    """What Python calls an encoding need not be one of a file; whatever is none is refused with examples of some."""
    with pytest.raises(SetupError) as stopped:
        read(tmp_path, f'[reading]\nencoding = "{name}"')

    said = name.replace("\\u0000", "\0")
    assert str(stopped.value) == (
        f"setup.toml: 'reading.encoding' cannot be used (no encoding is called '{said}'. Say utf-8, cp1252 or utf-16, "
        "for example). Correct it or take the line out."
    )


def test_reading_as_said() -> None:
    """What is said beside the set-up goes before it, and the rest stays; of what is wrong the first is told."""
    reading = Reading(encoding="cp1252", header=3)

    assert reading.as_said({"encoding": "utf-8", "sheet": "Staff"}) == Reading(
        encoding="utf-8", header=3, sheet="Staff"
    )
    with pytest.raises(SetupError) as stopped:
        reading.as_said({"encoding": "klingon"})
    assert str(stopped.value) == "No encoding is called 'klingon'. Say utf-8, cp1252 or utf-16, for example."
    with pytest.raises(SetupError, match="No encoding is called 'klingon'"):
        reading.as_said({"encoding": "klingon", "header": "first"})


def test_dates() -> None:
    """Headers that are said to hold first or last days are found, of the whole set-up and of each source."""
    source = SourceSetup(headers=("Left", "Mail"), columns={"exit_date": ("Left",), "Email Address": ("Mail",)})

    assert Setup(columns={"start_date": ("Hired", "Rehired")}, source=(source,)).dates == ("Hired", "Rehired", "Left")


def test_columns_for() -> None:
    """Columns are those decided for exactly these headers; for others nothing is decided."""
    setup = Setup(source=(SourceSetup(headers=("a", "b"), columns={"First Name": ("a",)}),))

    assert (setup.columns_for(("b", "a")), setup.columns_for(("a",))) == ({"First Name": ("a",)}, {})


@pytest.mark.parametrize("used", [0, 1_000_000])
def test_a_month_has_up_to_a_million_users(used: int) -> None:
    """None and very many are numbers of a month."""
    assert Setup(used={"2026-11": used}).used == {"2026-11": used}


def test_who_goes_in_where_nothing_is_said() -> None:
    """On a paid plan, whoever is on leave goes in and whoever starts in a later month does not."""
    said = Setup()

    assert (said.plan, said.include_on_leave, said.leave_out_starters) == ("paid", True, True)
