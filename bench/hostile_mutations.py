"""Good files of every kind, damaged by a seed: bytes flipped, parts cut out, repeated, blanked or put elsewhere."""

import bz2
import gzip
import random
from collections.abc import Callable
from pathlib import Path

from bench.hostile_files import MB, MHT, page_of, table, xml_sheet
from tests.read.workbooks import zipped

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"

SEED = 20_261_129


def good_files() -> dict[str, bytes]:
    """Get good files of every kind: samples of the project, small exports of ../shared, and made ones."""
    paths = [*sorted((ROOT / "data" / "samples").glob("*.csv")), *sorted((ROOT / "data" / "samples").glob("*.xlsx"))]
    paths = [path for path in paths if "golden" not in path.name]
    beside = [
        "constructed/staff.ods",
        "constructed/fr_export_utf16le_tab.txt",
        "constructed/personio_de_sep_cp1252.csv",
    ]
    paths += [SHARED / name for name in beside if (SHARED / name).exists()]
    kinds = ("*.xls", "*.xlsb", "*.ods", "*.xlsm")
    paths += [path for kind in kinds for path in sorted((SHARED / "nasty" / "calamine").glob(kind))[:6]]
    files = {path.name: path.read_bytes() for path in paths}
    export = table(12, 200).replace(b"v3", '"Müller, Jörg"'.encode())
    rows = "<tr><td>Ann</td><td>Lee</td><td>a@example.com</td></tr>" * 50
    return files | {
        "made.csv": export,
        "made_utf16.csv": export.decode().encode("utf-16"),
        "made.csv.gz": gzip.compress(export, mtime=0),
        "made.csv.bz2": bz2.compress(export),
        "made.zip": zipped({"made.csv": export}),
        "made.html": page_of("<tr><th>First Name</th><th>Last Name</th><th>Email</th></tr>" + rows),
        "made.xml": xml_sheet('<Row><Cell><Data ss:Type="String">Ann</Data></Cell></Row>' * 50),
        "made.mht": MHT + b"--b\r\nContent-Type: text/html\r\n\r\n" + page_of(rows) + b"\r\n--b--\r\n",
    }


def mutations(count: int = 200) -> dict[str, Callable[[], bytes]]:
    """Get 200 damaged files: bytes flipped, parts cut out, repeated, blanked or put elsewhere, by a seed."""
    files = good_files()
    chance = random.Random(SEED)
    made: dict[str, Callable[[], bytes]] = {}
    for number in range(count):
        name = list(files)[number % len(files)]
        how = chance.choice([flipped, cut, repeated, blanked, moved])
        damaged = how(files[name], random.Random(chance.random()))
        made[f"{number} {how.__name__} {name}"] = lambda damaged=damaged: damaged
    return made


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Flip up to twenty bits."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Cut a part out, or the end off."""
    start, end = stretch(data, chance)
    return data[:start] + (data[end:] if chance.random() < 0.5 else b"")


def repeated(data: bytes, chance: random.Random) -> bytes:
    """Repeat a part up to two thousand times, to 20 MB at the most."""
    start, end = stretch(data, chance)
    times = min(chance.randint(2, 2_000), 20 * MB // max(end - start, 1))
    return data[:start] + data[start:end] * times + data[end:]


def blanked(data: bytes, chance: random.Random) -> bytes:
    """Put one byte everywhere in a part."""
    start, end = stretch(data, chance)
    return data[:start] + bytes([chance.choice([0, 34, 44, 60, 255])]) * (end - start) + data[end:]


def moved(data: bytes, chance: random.Random) -> bytes:
    """Put a part elsewhere."""
    start, end = stretch(data, chance)
    rest = data[:start] + data[end:]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Get a part of the data, mostly a short one."""
    start = chance.randrange(len(data))
    return start, min(start + int(len(data) * chance.random() ** 3) + 1, len(data))
