"""What the analyst asked of a run, and the set-up with what was said for this run alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from keycafe_clean.decide.setup import Setup
from keycafe_clean.run.option_values import plan_named, sample_header
from keycafe_clean.run.said_columns import columns_said
from keycafe_clean.steps.frame_columns import DATE_COLUMNS, FULL_NAME


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the analyst asked for; None: not said."""

    out: Path | None = None
    setup: Path | None = None
    decisions: Path | None = None
    answers: Path | None = None
    known: list[Path] | None = None
    template: Path | None = None
    plan: str | None = None
    used: str | None = None
    today: str | None = None
    month: str | None = None
    reading: Mapping[str, str | int] = field(default_factory=dict)
    columns: list[str] | None = None
    #: files that belong to the exports, keys that are said for them, and whether whom they lack is a SmartBox User
    join: list[Path] | None = None
    join_keys: list[str] | None = None
    smartbox_without_address: bool = False
    last_name_first: bool | None = None
    #: whether days whose order nothing shows begin with the day
    day_first: bool | None = None
    #: the folder of a job, of which everything comes that was said before
    job: Path | None = None
    #: whether the import file is handed over, and counts as sent
    hands_over: bool = False
    #: whether a mass change was looked at, and is right
    goes_on: bool = False


def setup_of(options: Options, setup: Setup) -> Setup:
    """Get the set-up with what was said of this run. SetupError: that is none."""
    said: dict[str, object] = {"reading": setup.reading.as_said(options.reading)}
    if options.plan:
        said["plan"] = plan_named(options.plan)
    if options.template:
        said["template"] = sample_header(options.template)
    if options.columns:
        said["columns"] = {**setup.columns, **columns_said(options.columns)}
    if options.last_name_first is not None:
        said["last_name_first"] = {FULL_NAME: options.last_name_first}
    if options.day_first is not None:
        said["day_first"] = {**setup.day_first, **dict.fromkeys(DATE_COLUMNS, options.day_first)}
    return setup.model_copy(update=said)
