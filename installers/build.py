"""Build the zip that a double click starts: `python installers/build.py windows`, or macos, or linux.

It holds uv, a folder of wheels for that system, the start script and a page that says what it does. Whoever unpacks it
needs no index: everything is installed from the folder. Where the packages come from is what pip and uv are set up for
on this machine; each is one whose checksum stands in the lock.
"""

import os
import sys
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

#: The one Python that the wheels are for.
PYTHON = "3.13"

#: The locks that the packages, and uv, are taken from.
LOCK, UV_LOCK = ROOT / "requirements-desk.lock", ROOT / "requirements-release.lock"

PAGE = "READ ME FIRST.txt"


@dataclass(frozen=True)
class System:
    """What differs from one system to another.

    `target` is what uv calls it, `tags` are what wheels call it, `python` is the Python that uv looks for there.
    `other_folder` is how another folder than `keycafe-job` is opened.
    """

    target: str
    tags: tuple[str, ...]
    python: str
    uv: str
    script: str
    start: str
    newline: str
    other_folder: str


SYSTEMS = {
    "windows": System(
        target="x86_64-pc-windows-msvc",
        tags=("win_amd64",),
        python=f"cpython-{PYTHON}-windows-x86_64-none",
        uv="uv.exe",
        script="start_the_desk.cmd",
        start="Start the desk.cmd",
        newline="\r\n",
        other_folder='drag it onto "{start}"',
    ),
    "macos": System(
        target="aarch64-apple-darwin",
        tags=("macosx_14_0_arm64",),
        python=f"cpython-{PYTHON}-macos-aarch64-none",
        uv="uv",
        script="start_the_desk.sh",
        start="Start the desk.command",
        newline="\n",
        other_folder='write in a terminal: sh "{start}" FOLDER',
    ),
    "linux": System(
        target="x86_64-manylinux_2_28",
        tags=(*(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)), "manylinux2014_x86_64"),
        python=f"cpython-{PYTHON}-linux-x86_64-gnu",
        uv="uv",
        script="start_the_desk.sh",
        start="Start the desk.sh",
        newline="\n",
        other_folder='write in a terminal: sh "{start}" FOLDER',
    ),
}


def build(name: str, folder: Path) -> Path:
    """Build the zip of a system in a folder, and get where it is. The same packages and sources give the same bytes."""
    system = SYSTEMS[name]
    with TemporaryDirectory() as made:
        place = Path(made)
        wheels = place / "program" / "wheels"
        _download(system, wheels, LOCK, [f"{ROOT / 'pyproject.toml'}", "--extra", "mock", "--extra", "desk"])
        _python("pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", f"{wheels}", f"{ROOT}")
        (place / "program" / "requirements.txt").write_text(pins(wheels), encoding="utf-8", newline="\n")
        _add_uv(system, place / "program")
        write_texts(name, place, room_of(wheels))
        return zipped(place, folder / f"keycafe-clean-{name}.zip")


def script(system: System) -> str:
    """Get the text of the file that is double-clicked."""
    text = (HERE / system.script).read_text(encoding="ascii")
    return text.replace("{python}", system.python).replace("{version}", PYTHON)


def page(name: str, room: int) -> str:
    """Get the text of the page that says what a zip does, and that it needs so many MB."""
    system = SYSTEMS[name]
    text = (HERE / "page.txt").read_text(encoding="ascii")
    own = (HERE / f"page_{name}.txt").read_text(encoding="ascii")
    other = system.other_folder.format(start=system.start)
    return text.format(start=system.start, version=PYTHON, own=own.strip(), other_folder=other, room=f"{room:,}")


def room_of(wheels: Path) -> int:
    """Get how many MB the wheels of a folder take once they are installed, rounded up to whole fifties.

    With what Python compiles at the first start a disk needs a sixth more than the files have: on Linux 676 MB for 585.
    """
    files = [entry.file_size for wheel in wheels.glob("*.whl") for entry in ZipFile(wheel).infolist()]
    return -(-sum(files) * 7 // 300_000_000) * 50


def write_texts(name: str, place: Path, room: int) -> None:
    """Write the start script and the page of a system into a folder, with the line ends that are read there."""
    system = SYSTEMS[name]
    for file, text in ((system.start, script(system)), (PAGE, page(name, room))):
        (place / file).write_text(text, encoding="ascii", newline=system.newline)
    (place / system.start).chmod(0o755)


def pins(wheels: Path) -> str:
    """Get one line a wheel of a folder, its checksum with it: what the first start installs, and nothing else."""
    return "".join(f"{_pin(wheel)} --hash=sha256:{_checksum(wheel)}\n" for wheel in sorted(wheels.glob("*.whl")))


def not_locked(wheels: Path, lock: str) -> list[str]:
    """Get the names of the files in a folder whose checksum a lock does not have."""
    return [wheel.name for wheel in sorted(wheels.iterdir()) if _checksum(wheel) not in lock]


def zipped(place: Path, target: Path) -> Path:
    """Pack a folder, with the right to run what may be run, without times; nothing half-written has its name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with ZipFile(part, "w", ZIP_DEFLATED) as packed:
        for file in sorted(path for path in place.rglob("*") if path.is_file()):
            entry = ZipInfo(f"keycafe-clean/{file.relative_to(place).as_posix()}")
            entry.create_system, entry.compress_type = 3, ZIP_DEFLATED  # of Unix: the rights are read from it
            entry.external_attr = (0o100755 if os.access(file, os.X_OK) else 0o100644) << 16
            packed.writestr(entry, file.read_bytes())
    return part.replace(target)


def _download(system: System, wheels: Path, lock: Path, asked: list[str], text: str = "") -> None:
    """Put the wheels of what is asked for into a folder: uv reads the markers for the other system, pip downloads."""
    wanted = wheels.parent / "wanted.txt"
    wheels.mkdir(parents=True)
    compiled = ["--constraint", f"{lock}", "--python-platform", system.target, "--python-version", PYTHON]
    _python(
        "uv", "pip", "compile", "--quiet", *asked, *compiled, "--no-header", "--output-file", f"{wanted}", text=text
    )
    tags = [word for tag in system.tags for word in ("--platform", tag)]
    only = ["--no-deps", "--only-binary", ":all:", "--implementation", "cp", "--python-version", PYTHON]
    _python("pip", "download", "--quiet", *only, *tags, "--dest", f"{wheels}", "--requirement", f"{wanted}")
    wanted.unlink()
    if others := not_locked(wheels, lock.read_text(encoding="utf-8")):
        sys.exit(f"{', '.join(others)}: the checksum is not in {lock.name}. Nothing was built.")


def _add_uv(system: System, program: Path) -> None:
    """Put uv for a system, and its licences, into a folder: the release that is installed here, out of its wheel."""
    with TemporaryDirectory() as made:
        place = Path(made) / "wheels"
        _download(system, place, UV_LOCK, ["-"], text=f"uv=={version('uv')}")
        with ZipFile(next(place.glob("uv-*.whl"))) as wheel:
            for inside in wheel.namelist():
                name = inside.rpartition("/")[2]
                if inside.endswith(f".data/scripts/{system.uv}"):
                    (program / name).write_bytes(wheel.read(inside))
                elif "/licenses/" in inside:
                    (program / f"uv-{name}.txt").write_bytes(wheel.read(inside))
    (program / system.uv).chmod(0o755)


def _pin(wheel: Path) -> str:
    name, number = wheel.name.split("-")[:2]
    return f"{name.replace('_', '-')}=={number}"


def _checksum(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _python(module: str, *arguments: str, text: str = "") -> None:
    """Run a module of this Python; what it says stops the build."""
    if run([sys.executable, "-m", module, *arguments], input=text, text=True, check=False).returncode:  # noqa: S603 - ours
        sys.exit(f"{module} could not do it: see above. Nothing was built.")


if __name__ == "__main__":
    if sys.argv[1:] not in [[name] for name in SYSTEMS]:
        sys.exit(f"Say for which system: {', '.join(SYSTEMS)}.")
    print(build(sys.argv[1], ROOT / "dist"))
