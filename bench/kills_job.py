"""A hand-over of a job that is killed: fifty times at seeded moments, then run again; everybody must be sent once.

    python bench/kills_job.py [kills]

Each kill has a job of its own with two months: November's file is handed over and answered, December's run is killed
while it starts, reads, cleans or writes, and is made again with the same command.
"""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
SEED, KILLS, PEOPLE = 2026, 50, 600

#: A syllable a digit: names of numbers.
_SYLLABLES = ("ba", "do", "fi", "gu", "ka", "le", "mi", "nu", "po", "ra")

#: From when moments are counted, as what lies about then, and the most seconds after it; each second kill is the other.
STAGES = (("*.csv", 4.0), ("job/.keycafe-clean-*/*", 0.2))


def main() -> None:
    """Kill, run again, count who was sent; print a line each and the sum."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    chance = random.Random(SEED)
    print("| killed after | exit | months then | sent twice | never sent |\n|---|---|---|---|---|")
    faults = 0
    for number in range(kills):
        stage, longest = STAGES[number % 2]
        moment = chance.uniform(0, longest)
        code, months, twice, never = _killed(stage, moment)
        after = f"{'start' if number % 2 == 0 else 'writing'} + {moment:.2f} s"
        print(f"| {after} | {code} | {months} | {twice} | {never} |", flush=True)
        faults += twice + never
    print(f"\n{kills} kills, seed {SEED}, {PEOPLE:,} people and 40 joiners. People sent twice or never: {faults}.")


def _killed(stage: str, moment: float) -> tuple[int, int, int, int]:
    """Kill December's run and make it again; get its exit, the months there then, who is twice sent, and who never."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _export(place / "nov.csv", range(PEOPLE))
        _export(place / "dec.csv", range(PEOPLE + 40))
        _run(place, "run", "nov.csv", "--job", "job", "--today", "2026-11-03").wait()
        _run(place, "answer", "job", "--all-added", "--today", "2026-11-04").wait()
        december = ("run", "dec.csv", "--job", "job", "--today", "2026-12-03")
        process = _run(place, *december)
        while process.poll() is None and not any(place.glob(stage)):
            time.sleep(0.001)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        code = process.wait()
        months = len(list(place.glob("job/2026-1*/outcomes.csv")))
        _run(place, *december).wait()
        sent = Counter(line["Email Address"] for line in _sent(place))
    never = PEOPLE + 40 - len(sent)
    return code, months, sum(times > 1 for times in sent.values()), never


def _export(path: Path, people: range) -> None:
    lines = (f"{number:05},Ona,{_name(number)},p{number}@example.com,Active" for number in people)
    path.write_text("\n".join(["Employee ID,First Name,Last Name,Email,Status", *lines, ""]), encoding="utf-8")


def _name(number: int) -> str:
    """Get a last name for a number: a syllable a digit."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:03}").capitalize()


def _run(place: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "keycafe_clean", *arguments],
        cwd=place,
        env={**os.environ, "TMPDIR": str(place), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _sent(place: Path) -> list[dict[str, str]]:
    """Get the rows of every import file of the job."""
    files = [path for path in place.glob("job/2026-1*/2026-1*_*.csv") if path.name[8:9].isdigit()]
    return [line for path in files for line in csv.DictReader(path.open(encoding="utf-8", newline=""))]


if __name__ == "__main__":
    main()
