"""The month of many jobs from beginning to end: who works, what is shown meanwhile, and the overview of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from keycafe_clean.cli.many_progress import ManyProgress, many_progress
from keycafe_clean.cli.output import say, say_json
from keycafe_clean.errors import KeycafeCleanError, OutputError, SetupError
from keycafe_clean.many.cluster import Certificates, joined_cluster, own_cluster
from keycafe_clean.many.jobs import Asked, read_jobs
from keycafe_clean.many.overview import Overview
from keycafe_clean.many.overview_files import sums_in_words, unanswered_in_words, write_overview
from keycafe_clean.many.parcel import put_in_place, with_files
from keycafe_clean.many.results import results_of
from keycafe_clean.many.scheduler_address import checked_address
from keycafe_clean.many.task import DONE, Result, Task
from keycafe_clean.run.month import refuse_month_that_has_passed
from keycafe_clean.run.option_values import day_of, month_of
from keycafe_clean.run.options import Options
from keycafe_clean.run.stopped import stopped_by
from keycafe_clean.wording import counted

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from distributed import Client


@dataclass(frozen=True)
class Asking:
    """What was asked for; None: not said. `pem` are the files of TLS: who signs, certificate and key."""

    jobs: Path
    month: str | None = None
    today: str | None = None
    workers: int | None = None
    scheduler: str | None = None
    pem: tuple[Path | None, Path | None, Path | None] = (None, None, None)
    send_files: bool = False
    out: Path | None = None


def do_many(asking: Asking, *, as_json: bool) -> int:
    """Do the jobs, write and show the overview, and get the exit code: that of the job that ended worst.

    OutputError: it was stopped; how many are done is said. Else raises what the parts raise.
    """
    today = day_of(asking.today)
    month = month_of(asking.month) or f"{today:%Y-%m}"
    refuse_month_that_has_passed(Options(month=asking.month, today=asking.today))
    jobs = read_jobs(asking.jobs)
    cluster = _cluster(asking)
    tasks, results = _tasks(asking, jobs, today, month)
    try:
        with many_progress(len(jobs), quiet=as_json) as shown:
            for result in _each(cluster, asking, tasks, results, shown):
                results[result.number] = result
    except KeyboardInterrupt:
        raise OutputError(_stopped(results, len(jobs))) from None
    overview = Overview(month, [job.name for job in jobs], results)
    folder = write_overview(overview, asking.out or Path(f"keycafe-many-{month}"), today)
    _show(overview, folder, as_json=as_json)
    return overview.code


def _cluster(asking: Asking) -> "AbstractContextManager[Client]":
    """Get the workers that were asked for. SetupError: what is said of them does not fit."""
    if asking.scheduler is None:
        if asking.send_files:
            raise SetupError("--send-files goes with --scheduler. Leave it out.")
        if any(asking.pem):
            raise SetupError("--tls-ca, --tls-cert and --tls-key go with --scheduler. Leave them out.")
        return own_cluster(asking.workers)
    if asking.workers is not None:
        raise SetupError("--workers does not go with --scheduler, which has its own. Leave it out.")
    return joined_cluster(checked_address(asking.scheduler), Certificates(*asking.pem))


def _tasks(asking: Asking, jobs: Sequence[Asked], today: date, month: str) -> tuple[dict[int, Task], dict[int, Result]]:
    """Get what workers are asked, and what became of jobs already whose files are not there."""
    tasks, results = {}, {}
    for number, job in enumerate(jobs):
        try:
            task = job.task(number, f"{today}", month)
            tasks[number] = with_files(task) if asking.send_files else task
        except KeycafeCleanError as error:
            results[number] = _stopped_by(number, error)
    return tasks, results


def _each(
    cluster: "AbstractContextManager[Client]",
    asking: Asking,
    tasks: dict[int, Task],
    before: dict[int, Result],
    shown: ManyProgress,
) -> Iterator[Result]:
    """Yield what becomes of each job, in its place and shown."""
    for result in before.values():
        shown.ended(result)
    with cluster as client:
        for result in results_of(client, list(tasks.values()), shown.running):
            placed = _placed(tasks[result.number], result) if asking.send_files else result
            shown.ended(placed)
            yield placed


def _placed(task: Task, result: Result) -> Result:
    """Put what was made elsewhere in place; of a job that was stopped there is nothing."""
    if result.facts is None:
        return result
    try:
        return put_in_place(task, result)
    except KeycafeCleanError as error:
        return _stopped_by(task.number, error)


def _stopped_by(number: int, error: KeycafeCleanError) -> Result:
    stopped = stopped_by(error)
    return Result(number, stopped.code, stopped.sentences)


def _stopped(results: dict[int, Result], jobs: int) -> str:
    return (
        f"Stopped when {len(results):,} of {counted(jobs, 'job')} had ended. Nothing half-written was left behind. "
        "The same call goes on with the others."
    )


def _show(overview: Overview, folder: Path, *, as_json: bool) -> None:
    if as_json:
        say_json({**overview.as_data(), "overview": f"{folder}"})
        return
    say(*map(_told, overview.lines.filter(pl.col("state") != DONE).to_dicts()))
    sentences = (*sums_in_words(overview), *unanswered_in_words(overview))
    say(*(f"{sentence}." for sentence in sentences), f"Overview: {folder}")


def _told(line: dict[str, Any]) -> str:
    """Say who has to do what about a job that is not done."""
    waits = line["waiting"] and f"{counted(line['waiting'], 'row')} to decide by {line['who']}: {line['to_decide']}."
    return " ".join(filter(None, [f"{line['job']}: {line['state']}.", line["said"], waits]))
