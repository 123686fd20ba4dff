import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from keycafe_clean.check import check_import_file
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import OutputError
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import plan_imports
from keycafe_clean.write import Content, run_files, write_imports
from keycafe_clean.write.folder import as_data, free_name, place_folder
from tests.runs import FILES, many, run, staff, written

ROOT = Path(__file__).resolve().parents[2]

needs_posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")


def names_in(folder: Path) -> list[str]:
    """List what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_files_of_a_run(tmp_path: Path) -> None:
    """A run leaves the import file, the review files, what reproduces them, and nothing else."""
    files = written(tmp_path / "out")

    assert [Path(file.path).name for file in files] == FILES
    assert names_in(tmp_path / "out") == sorted(FILES)
    assert names_in(tmp_path) == ["out"]


def test_files_are_described(tmp_path: Path) -> None:
    """Each file is told with its place, rows and size in bytes; only the import file has a month."""
    files = written(tmp_path / "out")

    assert (files[0].path, files[0].rows, files[0].month) == (str(tmp_path / "out" / "2026-11_3.csv"), 3, "2026-11")
    assert all(Path(file.path).stat().st_size == file.bytes for file in files)
    assert {file.month for file in files[1:]} == {None}


def test_files_as_data(tmp_path: Path) -> None:
    """Files are told as plain data too."""
    (first, *_) = as_data(written(tmp_path / "out"))

    assert first == {"path": str(tmp_path / "out" / "2026-11_3.csv"), "rows": 3, "bytes": 253, "month": "2026-11"}


def test_import_file_passes_the_check(tmp_path: Path) -> None:
    """The import file is one that Keycafe takes, with this month's people."""
    path = Path(written(tmp_path / "out")[0].path)

    checked = check_import_file(path.read_bytes(), path.name)

    assert checked.is_fine
    assert checked.rows.get_column("First Name").to_list() == ["Piotr", "Jana", "Ann"]


def test_rows_of_every_file(tmp_path: Path) -> None:
    """Each file is told with its rows: those read in the workbook, lines in tables, none in what is no table."""
    decided = Decisions().with_answer("leave_out", {"email": "jana@example.com"})

    files = written(tmp_path / "out", run(decisions=decided))

    assert [Path(file.path).name for file in files] == ["2026-11_2.csv", *FILES[1:]]
    assert [file.rows for file in files] == [2, 0, 7, 1, 1, 1, 2, 8, 0, 1, 0, 1, 0]


def test_summary_of_the_workbook() -> None:
    """The workbook begins with the outcomes in words, and how many rows have each."""
    cleaned = staff()
    book = run_files(cleaned, plan_imports(cleaned))["review.xlsx"].data

    sheet = load_workbook(io.BytesIO(book))["Summary"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["what", "rows"],
        *(["rows read", 7], ["ready", 3], ["waiting", 1]),
        *(["combined", 1], ["left out", 1], ["not people", 1]),
    ]


def test_only_this_month_is_a_file(tmp_path: Path) -> None:
    """Of 251 people on a confirmed address 250 are in the file; the other is a forecast."""
    files = {Path(file.path).name: file.rows for file in written(tmp_path / "out", many(251, Setup(plan="confirmed")))}

    assert (files["2026-11_250.csv"], files["forecast.csv"]) == (250, 1)
    assert [name for name in files if name.startswith("20")] == ["2026-11_250.csv"]


def test_nobody_in_this_month(tmp_path: Path) -> None:
    """Where nobody is in this month's file there is none."""
    files = written(tmp_path / "out", many(1, Setup(used={"2026-11": 1_000})))

    assert [Path(file.path).name for file in files] == FILES[1:]


def test_several_import_files() -> None:
    """Rows that need more than one file are in numbered parts, which only their size can make."""
    cleaned = many(1_000)
    wide = cleaned.rows.with_columns(cleaned.rows.get_column("First Name").str.pad_end(2_500, "x"))

    files = run_files(Cleaned(**{**vars(cleaned), "rows": wide}), plan_imports(cleaned))

    assert [name for name, content in files.items() if content.is_import] == [
        "2026-11_500_part1.csv",
        "2026-11_500_part2.csv",
    ]


def test_folder_that_exists_is_not_touched(tmp_path: Path) -> None:
    """An existing folder, file or run is never replaced: the new folder gets a number."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    (tmp_path / "out-2").write_text("a file")

    places = [Path(written(tmp_path / "out")[0].path).parent.name for _ in range(2)]

    assert places == ["out-3", "out-4"]
    assert names_in(tmp_path / "out") == ["mine.txt"]
    assert (tmp_path / "out-2").read_text() == "a file"


@given(st.sets(st.integers(1, 5)))
def test_free_name(tmp_path_factory: pytest.TempPathFactory, taken: set[int]) -> None:
    """The first name that is free is taken."""
    folder = tmp_path_factory.mktemp("job")
    names = ["out", "out-2", "out-3", "out-4", "out-5", "out-6"]
    for number in taken:
        (folder / names[number - 1]).mkdir()

    assert free_name(folder / "out").name == next(name for i, name in enumerate(names, 1) if i not in taken)


def test_parents_are_made(tmp_path: Path) -> None:
    """Folders on the way are made."""
    assert written(tmp_path / "2026" / "november")[0].path == str(tmp_path / "2026" / "november" / "2026-11_3.csv")


def test_folder_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that one stands in exists, so that the new one stands beside it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    assert written(Path())[0].path == str(tmp_path / "here-2" / "2026-11_3.csv")


def test_whole_disk_is_no_folder() -> None:
    """The root of a disk is refused."""
    root = Path(Path.cwd().anchor)

    with pytest.raises(OutputError) as stopped:
        written(root)

    assert str(stopped.value) == f"{root} is a whole disk. Choose another folder."


def test_place_that_is_a_file(tmp_path: Path) -> None:
    """Where a file stands on the way nothing is written, and the file stays."""
    (tmp_path / "file").write_text("mine")

    with pytest.raises(OutputError) as stopped:
        written(tmp_path / "file" / "out")

    assert str(stopped.value).startswith(f"{tmp_path / 'file' / 'out'} cannot be written: ")
    assert str(stopped.value).endswith(". Choose another folder.")
    assert (tmp_path / "file").read_text() == "mine"


@needs_posix
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_place_that_is_read_only(tmp_path: Path) -> None:
    """In a folder that may not be written nothing appears."""
    tmp_path.chmod(0o500)

    with pytest.raises(OutputError) as stopped:
        written(tmp_path / "out")

    assert str(stopped.value) == f"{tmp_path / 'out'} cannot be written: Permission denied. Choose another folder."
    assert names_in(tmp_path) == []


FULL_DISK = """
import resource, sys
from keycafe_clean.errors import OutputError
from keycafe_clean.plan import plan_imports
from keycafe_clean.write import write_imports
from tests.runs import staff

cleaned = staff()
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
try:
    write_imports(cleaned, plan_imports(cleaned), sys.argv[1])
except OutputError as error:
    print(error)
"""


@needs_posix
def test_disk_that_is_full(tmp_path: Path) -> None:
    """Where a file of the run cannot be written whole, no file of it stays, and no folder."""
    target = tmp_path / "out"

    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", FULL_DISK, target], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == f"{target} cannot be written: File too large. Choose another folder.\n"
    assert names_in(tmp_path) == []


class Interrupted(Content):
    """A file during whose writing somebody presses Ctrl-C."""

    def __getattribute__(self, name: str) -> object:
        if name == "data":
            raise KeyboardInterrupt
        return super().__getattribute__(name)


def test_interrupted(tmp_path: Path) -> None:
    """Whoever interrupts the writing finds nothing."""
    contents = {"a.csv": Content(b"a", 1), "b.csv": Interrupted(b"b", 1)}

    with pytest.raises(KeyboardInterrupt):
        place_folder(contents, tmp_path / "out")

    assert names_in(tmp_path) == []


@needs_posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_only_the_owner_reads(tmp_path: Path, umask: int) -> None:
    """The folder of a run and its files are their owner's alone, whatever the umask, and so is what leads there."""
    before = os.umask(umask)
    try:
        written(tmp_path / "2026" / "out")
    finally:
        os.umask(before)

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "2026" / "out").iterdir()}
    folders = [stat.S_IMODE((tmp_path / place).stat().st_mode) for place in ("2026", "2026/out")]
    assert (modes, folders) == ({0o600}, [0o700, 0o700])


@needs_posix
def test_link_that_leads_nowhere_is_not_replaced(tmp_path: Path) -> None:
    """A link has the name, whether it leads anywhere or not."""
    (tmp_path / "out").symlink_to(tmp_path / "none")

    assert Path(written(tmp_path / "out")[0].path).parent == tmp_path / "out-2"


def test_same_inputs_same_bytes() -> None:
    """The same export, set-up and decisions give every file with the same bytes."""
    first, second = (run_files(cleaned, plan_imports(cleaned)) for cleaned in (run(), run()))

    assert {name: content.data for name, content in first.items()} == {
        name: content.data for name, content in second.items()
    }


def test_setup_and_decisions_reproduce_the_run(tmp_path: Path) -> None:
    """Reading the set-up and the decisions of a run back, and cleaning the export again, gives the same import file."""
    who = {"employee_id": None, "email": "zoe.example.com", "name": "Zoë Lee", "start_date": None}
    decided = Decisions().with_edit(who, "Email Address", seen="zoe.example.com", value="zoe@example.com")
    first = written(tmp_path / "out", run(setup=Setup(plan="confirmed"), decisions=decided))

    setup, decisions = Setup.read(tmp_path / "out" / "setup.toml"), Decisions.read(tmp_path / "out" / "decisions.csv")
    second = written(tmp_path / "out", run(setup=setup, decisions=decisions))

    assert first[0].rows == 4
    assert Path(first[0].path).read_bytes() == Path(second[0].path).read_bytes()


def test_setup_says_the_used_places(tmp_path: Path) -> None:
    """The set-up of a run has the used places that were given with the call."""
    cleaned = staff()

    write_imports(cleaned, plan_imports(cleaned, used=120), tmp_path / "out")

    assert Setup.read(tmp_path / "out" / "setup.toml").used == {"2026-11": 120}
