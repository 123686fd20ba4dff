"""What a double click starts: its texts, what it is packed from, and with the network the zip for Windows itself."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from installers.build import (
    LOCK,
    PAGE,
    PYTHON,
    SYSTEMS,
    UV_LOCK,
    build,
    not_locked,
    page,
    pins,
    room_of,
    script,
    write_texts,
    zipped,
)
from installers.sbom import bill
from keycafe_clean.job_words import DOUBLE_CLICKED

#: The commands of uv that may ask the network for something, unless they are told not to.
_UV = re.compile(r'uv(?:\.exe)?" (?:python|venv|pip).*(?:[\\^]\n.*)?')


@pytest.mark.parametrize("name", SYSTEMS)
def test_texts_are_ascii_without_addresses(name: str) -> None:
    """Any window and any editor shows them, and none of them says where packages come from."""
    both = script(SYSTEMS[name]) + page(name, 600)

    assert both.isascii()
    assert "://" not in both


@pytest.mark.parametrize(("name", "ends"), [("windows", True), ("macos", False), ("linux", False)])
def test_lines_end_as_the_system_reads_them(name: str, ends: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a table
    """Windows runs no batch file reliably whose lines end otherwise."""
    write_texts(name, tmp_path, 600)

    texts = [(tmp_path / file).read_bytes() for file in (SYSTEMS[name].start, PAGE)]
    assert [text.count(b"\r\n") == text.count(b"\n") for text in texts] == [ends, ends]


@pytest.mark.parametrize("name", SYSTEMS)
def test_script_asks_for_the_python_that_its_wheels_are_for(name: str) -> None:
    """It is looked for, fetched and used under one name, and its version stands where it is said."""
    text = script(SYSTEMS[name])

    assert text.count(SYSTEMS[name].python) == 3
    assert f"Python {PYTHON} is not on this computer." in text


@pytest.mark.parametrize("name", SYSTEMS)
def test_nothing_but_python_is_fetched(name: str) -> None:
    """One command of uv may use the network, after it was said and waited for; every other one is told not to."""
    text = script(SYSTEMS[name])
    online = [call for call in _UV.findall(text) if "--offline" not in call and "--no-python-downloads" not in call]

    assert [call.split('" ', 1)[1].split(" --")[0] for call in online] == ["python install"]
    assert text.index("It is fetched from the internet now") < text.index(online[0])


def test_every_label_of_the_batch_file_is_there() -> None:
    """A jump to nowhere would close the window."""
    text = script(SYSTEMS["windows"])

    assert set(re.findall(r"goto (\w+)", text)) == set(re.findall(r"^:(\w+)", text, re.MULTILINE))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of Unix")
def test_start_without_its_folder_says_what_to_do(tmp_path: Path) -> None:
    """Whoever opens the file inside the zip has it alone; nothing is installed then."""
    write_texts("linux", tmp_path, 600)
    call = ["/bin/sh", f"{tmp_path / SYSTEMS['linux'].start}"]
    home = tmp_path / "home"
    home.mkdir()

    done = subprocess.run(  # noqa: S603 - ours
        call, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, env={"HOME": f"{home}"}
    )

    assert (done.returncode, done.stdout) == (
        1,
        "Unpack the whole zip first, then start this file again.\nIt did not work: see above.\n",
    )
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "folder"), [("windows", r"%LOCALAPPDATA%\keycafe-clean"), ("macos", ""), ("linux", "")]
)
def test_page_says_what_to_click_and_where_it_is(name: str, folder: str) -> None:
    """The name of the file, the folder that is made, and that of the data."""
    text = page(name, 600)

    assert f'Double-click "{SYSTEMS[name].start}".' in text
    assert (folder or ".local/share/keycafe-clean") in text
    assert '"keycafe-job"' in text


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("windows", 'drag it onto "Start the desk.cmd".'),
        ("macos", 'write in a terminal: sh "Start the desk.command" FOLDER.'),
        ("linux", 'write in a terminal: sh "Start the desk.sh" FOLDER.'),
    ],
)
def test_page_says_how_another_folder_is_opened(name: str, how: str) -> None:
    """As it can be done there: what is dropped on a file is given to it on Windows alone."""
    assert f"To work with another\n  folder, {how}\n" in page(name, 600)


def test_page_says_how_much_room_is_needed(tmp_path: Path) -> None:
    """What the wheels unpack to and a sixth more, in whole fifties of megabytes."""
    for name, size in (("a", 1_000_000), ("b", 45_000_000)):
        with ZipFile(tmp_path / f"{name}-1-py3-none-any.whl", "w") as wheel:
            wheel.writestr("data", bytes(size))

    assert room_of(tmp_path) == 100
    assert "100 MB beside this folder." in page("linux", room_of(tmp_path))


@pytest.mark.parametrize("name", SYSTEMS)
def test_desk_is_told_what_was_double_clicked(name: str) -> None:
    """By the variable that its sentences read."""
    assert f"{DOUBLE_CLICKED}=" in script(SYSTEMS[name])


@pytest.mark.parametrize(("name", "untried"), [("windows", True), ("macos", True), ("linux", False)])
def test_page_says_where_it_was_never_tried(name: str, untried: bool) -> None:  # noqa: FBT001 - a table
    """As long as nobody has started it on such a computer."""
    assert ("NOT YET TRIED" in page(name, 600)) is untried


def test_pins_name_each_wheel_with_its_checksum(tmp_path: Path) -> None:
    """One line a wheel, in the order of letters."""
    (tmp_path / "typing_extensions-4.16.0-py3-none-any.whl").write_bytes(b"")
    (tmp_path / "numpy-2.5.5-cp313-cp313-win_amd64.whl").write_bytes(b"a")

    assert pins(tmp_path) == (
        "numpy==2.5.5 --hash=sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\n"
        "typing-extensions==4.16.0 --hash=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
    )


def test_wheel_that_no_lock_has_is_named(tmp_path: Path) -> None:
    """By its content, whatever it is called."""
    (tmp_path / "numpy-2.5.5-cp313-cp313-win_amd64.whl").write_bytes(b"a")
    lock = "numpy==2.5.5 --hash=sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"

    assert not_locked(tmp_path, lock) == []
    assert not_locked(tmp_path, LOCK.read_text(encoding="utf-8")) == ["numpy-2.5.5-cp313-cp313-win_amd64.whl"]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")
def test_what_is_started_may_be_run_once_it_is_unpacked(tmp_path: Path) -> None:
    """The zip says so; the same content is the same zip."""
    place = tmp_path / "place"
    place.mkdir()
    write_texts("macos", place, 600)
    first, again = zipped(place, tmp_path / "first.zip"), zipped(place, tmp_path / "again.zip")

    with ZipFile(first) as packed:
        rights = {entry.filename: bool(entry.external_attr >> 16 & 0o100) for entry in packed.infolist()}
    assert rights == {"keycafe-clean/Start the desk.command": True, f"keycafe-clean/{PAGE}": False}
    assert first.read_bytes() == again.read_bytes()


def test_bill_of_materials_is_the_lock_without_addresses() -> None:
    """Every pin is a component, and nothing says where it comes from."""
    if importlib.util.find_spec("cyclonedx_py") is None:
        pytest.skip("needs what `make sbom` installs")
    pinned = re.findall(r"^([a-z0-9.-]+(?:\[.*\])?==[^ ]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)

    text = bill(LOCK)

    assert "://" not in text
    assert text.count('"purl": ') == len(pinned)


@pytest.mark.slow
def test_zip_for_windows_holds_what_windows_installs(tmp_path: Path) -> None:
    """Every wheel is for Windows or for all systems, what needs a terminal there is among them, and uv resolves it."""
    if importlib.util.find_spec("uv") is None:
        pytest.skip("needs what `make windows` installs")
    try:
        built = build("windows", tmp_path)
    except SystemExit as stopped:
        pytest.skip(f"needs the package index: {stopped}")
    with ZipFile(built) as packed:
        packed.extractall(tmp_path)
    program = tmp_path / "keycafe-clean" / "program"
    wheels = [wheel.name for wheel in (program / "wheels").iterdir()]
    where = ["--offline", "--no-index", "--find-links", f"{program / 'wheels'}", "--target", f"{tmp_path / 'nowhere'}"]
    which = ["--python-platform", "windows", "--python-version", PYTHON, "keycafe-clean[desk,mock]"]
    call = [sys.executable, "-m", "uv", "pip", "install", "--dry-run", *where, *which]
    done = subprocess.run(call, check=False, capture_output=True, text=True)  # noqa: S603 - ours

    assert [name for name in wheels if not name.endswith(("-win_amd64.whl", "-any.whl"))] == []
    assert [name.split("-")[0] for name in wheels if name.startswith("pywinpty")] == ["pywinpty"]
    assert f"Would install {len(wheels)} packages" in done.stderr
    assert (program / "uv.exe").read_bytes()[:2] == b"MZ"


def test_locks_of_the_zip_are_there() -> None:
    """The packages' one, and the one that names uv."""
    assert LOCK.is_file()
    assert "\nuv==" in UV_LOCK.read_text(encoding="utf-8")
