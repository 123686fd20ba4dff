"""A job for a worker that cannot see the disk: its files travel there, and what is new or changed travels back.

The worker is a pure function of what it gets: it may run twice. What came back is put in place once, under the lock of
the folder, and only while the folder is what was sent.
"""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.month import TASKS
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.many.month_once import month_once, result_of
from keycafe_clean.many.task import Result, Task
from keycafe_clean.opening import bytes_of
from keycafe_clean.read.files import open_file
from keycafe_clean.write.folder import Content, place_folder
from keycafe_clean.write.held import practice_folder
from keycafe_clean.write.manifest import MANIFEST
from keycafe_clean.write.private import make_parents, write_private
from keycafe_clean.write.replacing import replace_file

#: What a new month needs of an older one; of one of which no file was handed over, which it may replace, everything.
_OF_A_MONTH = {OUTCOMES, TASKS, MANIFEST, "setup.toml", "decisions.csv", "waiting.csv"}

#: The order in which files are put in place: as a run writes them. Hashes are there before a month is gone.
_FIRST, _LAST = ("setup.toml", "decisions.csv", "known.csv"), ("handed-over.txt", "forgotten.key", "forgotten.csv")


def with_files(task: Task) -> Task:
    """Get the task with the bytes of everything that it names. Raises what opening the files raises."""
    export = {path: open_file(path).data for path in (*task.exports, *task.known, *task.join)}
    setup = {} if task.setup is None else {task.setup: bytes_of(Path(task.setup))}
    return replace(task, sent={**export, **setup}, job_files=_files_of(JobFolder(Path(task.job))))


def _files_of(folder: JobFolder) -> dict[str, bytes]:
    """Get what a run needs of a job's folder, by name; nothing where there is none."""
    names = [name for name in (*_FIRST, *_LAST) if (folder.path / name).exists()]
    for month in folder.months():
        inside = (it for it in month.folder.iterdir() if not month.sent or it.name in _OF_A_MONTH)
        names += [f"{month.folder.name}/{it.name}" for it in sorted(inside)]
    return {name: bytes_of(folder.path / name) for name in names}


def month_of_copies(task: Task) -> Result:
    """Do a task on copies of its files, in a folder that is gone afterwards; get what is new, changed or gone.

    Raises what making a month raises; a sentence names the places where the files come from.
    """
    with practice_folder() as place:
        laid, original = _laid(task, place)
        try:
            result = month_once(laid)
        except Exception as error:
            error.args = (_as_asked(str(error), original),)
            raise
        said = tuple(_as_asked(sentence, original) for sentence in result.said)
        now = _everything_in(Path(laid.job))
    gone = tuple(name for name in task.job_files if name not in now)
    return replace(result, said=said, written=_changed(task.job_files, now), gone=gone)


def _everything_in(job: Path) -> dict[str, bytes]:
    """Get every file of a job's folder but its lock, by name."""
    files = sorted(it for it in job.rglob("*") if it.is_file() and it.name != "in-use")
    return {it.relative_to(job).as_posix(): bytes_of(it) for it in files}


def _changed(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> dict[str, bytes]:
    """Get the files that are new or changed, and every file of a month in which one is: its folder appears whole."""
    places = {_place(name) for name, data in now.items() if before.get(name) != data}
    return {name: data for name, data in now.items() if _place(name) in places}


def _place(name: str) -> str:
    """Get the folder of a month that a file is in; of a file of the job itself its name."""
    return name.split("/", maxsplit=1)[0]


def _laid(task: Task, place: Path) -> tuple[Task, dict[str, str]]:
    """Lay the files of a task into a folder, and get the task with their places, and what each place stands for."""
    job = place / "job"
    _write(job, task.job_files)
    places = {}
    for number, (path, data) in enumerate((task.sent or {}).items()):
        _write(place / f"{number}", {Path(path).name: data})
        places[path] = str(place / f"{number}" / Path(path).name)
    laid = replace(
        task,
        job=str(job),
        setup=task.setup and places[task.setup],
        exports=tuple(map(places.__getitem__, task.exports)),
        known=tuple(map(places.__getitem__, task.known)),
        join=tuple(map(places.__getitem__, task.join)),
    )
    return laid, {**{there: path for path, there in places.items()}, str(job): task.job}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        make_parents(folder / name)
        write_private(folder / name, data)


def _as_asked(sentence: str, original: Mapping[str, str]) -> str:
    """Get a sentence with the paths that were asked for, instead of where their copies lay."""
    for there, path in original.items():
        sentence = sentence.replace(there, path)
    return sentence


def put_in_place(task: Task, result: Result) -> Result:
    """Put what came back into the job's folder, as a run writes it, and get the result with the facts of its month.

    SetupError: somebody has changed the folder meanwhile; nothing of it is touched then. OutputError: it cannot be
    written.
    """
    folder = JobFolder(Path(task.job))
    with folder.held():
        if _files_of(folder) != task.job_files:
            raise SetupError(f"{folder.path} was changed while its month was made elsewhere. Start again.")
        _replace(folder.path, _FIRST, result.written)
        for name in dict.fromkeys(map(_place, filter(_is_of_a_month, result.written))):
            _place_month(folder.path / name, result.written)
        _replace(folder.path, _LAST, result.written)
        for name in result.gone:
            if Path(name).name == MANIFEST and (folder.path / name).parent.name not in map(_place, result.written):
                shutil.rmtree((folder.path / name).parent)
        made = next(it for it in reversed(folder.months()) if it.month == task.month)
        return result_of(task.number, folder, made, result.said)


def _is_of_a_month(name: str) -> bool:
    return "/" in name


def _replace(job: Path, names: Iterable[str], written: Mapping[str, bytes]) -> None:
    for name in names:
        if name in written:
            replace_file(job / name, written[name])


def _place_month(folder: Path, written: Mapping[str, bytes]) -> None:
    """Let a month appear, whole, in the place of one that was there."""
    files = {Path(name).name: Content(data, 0) for name, data in written.items() if _place(name) == folder.name}
    place_folder(files, folder, instead_of=folder if folder.exists() else None)
