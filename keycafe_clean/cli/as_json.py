"""The result of a command as plain data, for `--json`: names and counts, never a person."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from keycafe_clean.article.contract import FULL_USER, SMARTBOX_USER
from keycafe_clean.cli.checked import check_as_json, counts_by_code
from keycafe_clean.export import Source
from keycafe_clean.import_result import Imported
from keycafe_clean.join import join_counts
from keycafe_clean.known.lists import KnownFile
from keycafe_clean.run.finished import Job
from keycafe_clean.write.folder import as_data

if TYPE_CHECKING:
    from keycafe_clean.practice import Practice


def run_as_json(job: Job, practice: "Practice | None" = None) -> dict[str, Any]:
    """Get counts of rows, columns, findings by code, files, forecast, what was read; after a practice also that.

    `limit` and `practice` count users, `retyped` cells that were corrected in a sheet of answers, where they are not
    read, `replaced` answers of before that others of it replace; what is not known of a source (its sheet, its
    delimiter) is None.
    """
    cleaned = job.cleaned
    facts = {
        **cleaned.counts,
        "full_users": cleaned.users(FULL_USER),
        "smartbox_users": cleaned.users(SMARTBOX_USER),
        "columns": _columns(job),
        "findings": counts_by_code(cleaned.findings),
        "decisions": dict(cleaned.fates.group_by("fate").len().sort("fate").rows()),
        "retyped": len(job.retyped),
        "replaced": len(job.replaced),
        "files": as_data(job.files),
        "forecast": job.plan.forecast,
        "leaving": job.plan.leaving,
        "read": [_source(source) for source in cleaned.export.sources],
        "joined": [asdict(counts) for counts in join_counts(cleaned.export)],
        "known": [_of_list(file) for file in job.known_files],
    }
    if practice:
        facts["practice"] = {"state": practice.state, "added": practice.added, "failed": practice.failed}
        facts["limit"] = {
            "month": practice.limit.month,
            "limit": practice.limit.limit,
            "used": practice.limit.used,
            "left": practice.limit.left,
        }
    return facts


def import_as_json(result: Imported) -> dict[str, Any]:
    """Get what the check found, what was done with the file, its counts, and row, column and code of whoever failed.

    `import` is None of a file that was not sent.
    """
    found = result.found
    return {
        **check_as_json(result.checked),
        "way": result.way.replace(" ", "_"),
        "import": found and found.model_dump(include={"id", "state", "rows", "added", "failed", "message"}),
        "failed": [{"row": one.row, "column": one.column, "code": one.code} for one in result.failed],
    }


def _columns(job: Job) -> dict[str, list[str]]:
    """List our column -> the headers it comes from, over all sources."""
    columns: dict[str, list[str]] = {}
    for source in job.cleaned.export.sources:
        for ours, headers in job.cleaned.setup.columns_for(source.headers).items():
            known = columns.setdefault(ours, [])
            known += [header for header in headers if header not in known]
    return columns


def _source(source: Source) -> dict[str, Any]:
    return {
        "file": source.file,
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "rows": source.rows.height,
    }


def _of_list(file: KnownFile) -> dict[str, Any]:
    """Get the facts of a list of known people, without what its lines say: that is about people."""
    return {name: fact for name, fact in asdict(file).items() if name != "texts"}
