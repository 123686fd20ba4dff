"""What is left of a run that is stopped or killed: sixty kills at seeded moments, a line each, and whether all is well.

    python bench/kills.py [kills]
    python bench/import_kills.py [kills]      the same of `import`: fifty kills of either side

Each kill has a folder and a temporary folder of its own. A run that was killed may leave hidden folders until the next
run; no file under a final name may be half-written, and after the next run nobody's name may be left outside of what
was written whole.
"""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
SEED, KILLS, PEOPLE = 2026, 60, 1_000
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGKILL")
COMMANDS = ("run", "clean", "mock")

#: From when moments are counted, as what lies about then, and the most seconds after it.
STAGES = {
    "run": (("tmp", 3), (".keycafe-clean-*/whole/*", 0.05), ("tmp/keycafe-practice-*/mock.db", 0.6)),
    "clean": (("tmp", 2), (".keycafe-clean-*/whole/*", 0.05)),
    "mock": (("tmp", 2), ("tmp/keycafe-practice-*/mock.db", 0.6)),
}

WORDS = dict(zip([stage for stage, _ in STAGES["run"]], ("start +", "writing +", "practising +"), strict=True))

#: Stands in every name of the export, and nowhere else.
NAME = b"Quetzalfeather"


def main() -> None:
    """Kill, look, run again, look again; print a line each and the sum."""
    # What a shell starts in the background ignores Ctrl+C, and what nohup starts HUP; so would our commands.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    chance = random.Random(SEED)
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    faults = []
    for number in range(kills):
        name, command = SIGNALS[number % 4], COMMANDS[number // 4 % len(COMMANDS)]
        stage, longest = STAGES[command][number // 12 % len(STAGES[command])]
        line, wrong = _killed(name, command, stage, chance.uniform(0, longest))
        print(f"| {' | '.join(line)} |", flush=True)
        faults += wrong
    print(f"\n{kills} kills, seed {SEED}, {PEOPLE:,} people. Faults: {', '.join(faults) or 'none'}.")


COLUMNS = ("signal", "command", "killed after", "exit", "final folder", "left before", "left after", "names left")


def _killed(name: str, command: str, stage: str, moment: float) -> tuple[list[str], list[str]]:
    """Kill one run and make the next; get the line of the table, and what is wrong."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        process = _start(place, command)
        while process.poll() is None and not any(place.glob(stage)):
            time.sleep(0.001)
        time.sleep(moment)
        process.send_signal(getattr(signal, name))
        _, said = process.communicate()
        final, before = _final(place), _left(place)
        again = _start(place, "clean", out="next")
        again.communicate()
        after, names = _left(place), _names(place)
    wrong = [
        f"{name} {command} {stage} {moment:.2f}: {fault}" for fault in _faults(name, process.returncode, said, final)
    ]
    wrong += [f"{name} {command} {stage} {moment:.2f}: names left"] if names else []
    wrong += [f"{name} {command} {stage} {moment:.2f}: next run exits {again.returncode}"] if again.returncode else []
    line = [name, command, f"{WORDS[stage]} {moment:.2f} s", str(process.returncode), final, before, after, str(names)]
    return line, wrong


def _start(place: Path, command: str, out: str = "out") -> subprocess.Popen[str]:
    """Start a command in a place of its own, with a temporary folder of its own."""
    (place / "tmp").mkdir(exist_ok=True)
    people = [f"{NAME.decode()},Person{number},p{number}@example.com" for number in range(PEOPLE)]
    (place / "staff.csv").write_text("\n".join(["First Name,Last Name,Email", *people, ""]), encoding="utf-8")
    arguments = ["--port", "0"] if command == "mock" else ["staff.csv", "--out", out]
    return subprocess.Popen(
        [sys.executable, "-m", "keycafe_clean", command, *arguments],
        cwd=place,
        env={**os.environ, "TMPDIR": str(place / "tmp"), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _final(place: Path) -> str:
    """Say whether the folder is there, and every file of it as its manifest says."""
    if not (place / "out").exists():
        return "none"
    manifest = json.loads((place / "out" / "manifest.json").read_text(encoding="ascii"))
    sums = {name: hashlib.sha256((place / "out" / name).read_bytes()).hexdigest() for name in manifest["files"]}
    return "whole" if sums == manifest["files"] else "half-written"


def _left(place: Path) -> str:
    """Name what lies about that no run wrote for good, without the random part of its name."""
    found = (*place.glob(".*"), *(place / "tmp").iterdir())
    return ", ".join(f"{path.name[:-16]}… ({len(list(path.rglob('*')))} in it)" for path in found) or "nothing"


def _names(place: Path) -> int:
    """Count the files with a name of a person, outside of the export and of what was written whole."""
    written = ("out", "next")
    files = [path for path in place.rglob("*") if path.is_file() and path.relative_to(place).parts[0] not in written]
    return sum(NAME in path.read_bytes() for path in files if path.name != "staff.csv")


def _faults(name: str, code: int, said: str, final: str) -> list[str]:
    faults = ["half-written"] if final == "half-written" else []
    if "Traceback" in said or "Exception ignored" in said:
        faults.append("traceback")
    if name != "SIGKILL" and code not in (0, 1, 2, -getattr(signal, name)):
        faults.append(f"exit {code}")
    return faults


if __name__ == "__main__":
    main()
