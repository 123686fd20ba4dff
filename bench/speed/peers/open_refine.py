"""OpenRefine's nearest steps, by the interface that its own page uses: its server runs without a page.

    python -m bench.speed.peers.open_refine EXPORT FOLDER

Trims, lowers, takes out leavers and equal addresses, adds the columns of the import file, and exports them; prints what
the server's process has cost for that, less what it cost to start, its peak and its version.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import psutil

_FLAGS = {
    "Send Invitation": "true",
    "Send Welcome Email": "true",
    "SmartBox User": "false",
    "Badge Code": "",
    "Generate Access Code": "true",
}
_NAMES = ("First Name", "Last Name", "Email Address")
_EVERYTHING = {"mode": "row-based", "facets": []}
_PATIENCE = 120


class Refine:
    """A server, and the project that was made last."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.project = ""

    def asks(self, command: str, body: bytes, kind: str, **words: str) -> tuple[str, bytes]:
        """Post to a command; get where it led to, and what it said."""
        token = json.loads(urlopen(f"{self.address}/command/core/get-csrf-token").read())["token"]  # noqa: S310 - ours
        asked = urlencode({"csrf_token": token, **words})
        call = Request(f"{self.address}/command/core/{command}?{asked}", data=body, headers={"Content-Type": kind})  # noqa: S310
        with urlopen(call) as answered:  # noqa: S310
            return answered.url, answered.read()

    def version(self) -> str:
        """Get its version; URLError: it does not listen yet."""
        said = urlopen(f"{self.address}/command/core/get-version").read()  # noqa: S310 - ours
        return str(json.loads(said)["version"])

    def reads(self, export: Path) -> None:
        """Make a project of a CSV file, every cell as text."""
        fence = uuid.uuid4().hex
        fields = {"project-name": "export", "format": "text/line-based/*sv", "options": json.dumps(_READING)}
        parts = [f'--{fence}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()]
        head = f'--{fence}\r\nContent-Disposition: form-data; name="project-file"; filename="export.csv"\r\n\r\n'
        body = "".join([*parts, head]).encode() + export.read_bytes() + f"\r\n--{fence}--\r\n".encode()
        form = f"multipart/form-data; boundary={fence}"
        led_to, _ = self.asks("create-project-from-upload", body, form, options=json.dumps(_READING))
        self.project = re.search(r"project=(\d+)", led_to)[1]  # type: ignore[index]

    def does(self, operations: list[dict[str, object]]) -> None:
        """Do operations, and wait until all are done."""
        body = urlencode({"operations": json.dumps(operations)}).encode()
        _, said = self.asks("apply-operations", body, "application/x-www-form-urlencoded", project=self.project)
        if json.loads(said)["code"] == "error":
            sys.exit(said.decode())
        waiting = f"{self.address}/command/core/get-processes?project={self.project}"
        while json.loads(urlopen(waiting).read())["processes"]:  # noqa: S310
            time.sleep(0.05)

    def writes(self, target: Path) -> None:
        """Export the project as CSV."""
        body = urlencode({"engine": json.dumps(_EVERYTHING), "project": self.project, "format": "csv"}).encode()
        _, said = self.asks("export-rows/import.csv", body, "application/x-www-form-urlencoded")
        target.write_bytes(said)


_READING = {"separator": ",", "headerLines": 1, "guessCellValueTypes": False, "encoding": "UTF-8"}


def steps() -> list[dict[str, object]]:
    """Get the operations, in OpenRefine's own words."""
    transforms = {
        "First Name": "value.trim()",
        "Last Name": "value.trim()",
        "Work Email": "value.trim().toLowercase()",
    }
    return [
        *(_transform(column, f"grel:{expression}") for column, expression in transforms.items()),
        _without("Status", "grel:value.trim().toLowercase()", "terminated"),
        {"op": "core/row-reorder", "mode": "row-based", "sorting": {"criteria": [_BY_ADDRESS]}},
        {"op": "core/blank-down", "engineConfig": _EVERYTHING, "columnName": "Work Email"},
        _without("Work Email", "grel:isBlank(value)", value=True),
        {"op": "core/column-rename", "oldColumnName": "Work Email", "newColumnName": "Email Address"},
        *(_added(column, value) for column, value in _FLAGS.items()),
        {"op": "core/column-reorder", "columnNames": [*_NAMES, *_FLAGS]},
    ]


_BY_ADDRESS = {
    "valueType": "string", "column": "Work Email", "blankPos": 2, "errorPos": 1, "reverse": False,
    "caseSensitive": True,
}  # fmt: skip


def _transform(column: str, expression: str) -> dict[str, object]:
    rest = {"onError": "keep-original", "repeat": False, "repeatCount": 10}
    return {
        "op": "core/text-transform",
        "engineConfig": _EVERYTHING,
        "columnName": column,
        "expression": expression,
        **rest,
    }


def _without(column: str, expression: str, value: str | bool) -> dict[str, object]:  # noqa: FBT001 - as a facet says it
    choice = {"v": {"v": value, "l": f"{value}".lower()}}
    facet = {
        "type": "list", "name": column, "expression": expression, "columnName": column, "omitBlank": False,
        "omitError": False, "selection": [choice], "selectBlank": False, "selectError": False, "invert": False,
    }  # fmt: skip
    return {"op": "core/row-removal", "engineConfig": {"mode": "row-based", "facets": [facet]}}


def _added(column: str, value: str) -> dict[str, object]:
    rest = {"onError": "set-to-blank", "columnInsertIndex": 1, "newColumnName": column}
    expression = f'grel:"{value}"'
    base = {"op": "core/column-addition", "engineConfig": _EVERYTHING, "baseColumnName": "Email Address"}
    return {**base, "expression": expression, **rest}


@contextmanager
def served(folder: Path) -> Iterator[tuple[Refine, psutil.Process]]:
    """Serve OpenRefine with its projects in a folder, and get it and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("-p", f"{port}", "-d", f"{folder}", "-x", "refine.headless=true", "-m", "4096M")
    command = shutil.which("openrefine") or ""
    with subprocess.Popen([command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            refine = Refine(f"http://127.0.0.1:{port}")
            _wait_for(refine)
            family = psutil.Process(server.pid)
            yield refine, next(one for one in (family, *family.children(recursive=True)) if one.name() == "java")
        finally:
            for child in psutil.Process(server.pid).children(recursive=True):
                child.terminate()
            server.terminate()


def _wait_for(refine: Refine) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            refine.version()
        except URLError:
            time.sleep(0.2)
        else:
            return
    sys.exit("OpenRefine does not start.")


def main(export: Path, folder: Path) -> None:
    """Do the steps, and print what they cost."""
    with tempfile.TemporaryDirectory() as projects, served(Path(projects)) as (refine, server):
        before, start = _processor(server), time.perf_counter()
        refine.reads(export)
        refine.does(steps())
        refine.writes(folder / "open_refine.csv")
        cost = {"processor": _processor(server) - before, "seconds": time.perf_counter() - start}
        print(json.dumps({**cost, "peak": _peak(server), "version": refine.version()}))


def _processor(process: psutil.Process) -> float:
    times: Mapping[str, float] = process.cpu_times()._asdict()
    return times["user"] + times["system"]


def _peak(process: psutil.Process) -> float:
    said = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", said)[1]) * 1_024 / 1e6  # type: ignore[index]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
