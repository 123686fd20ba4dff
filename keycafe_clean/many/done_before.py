"""Whether the month of a job was made already of the same files: a task that runs twice makes it once."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder, Month
from keycafe_clean.job.outcome_lines import TRY_AGAIN
from keycafe_clean.read.files import open_file
from keycafe_clean.run.decided import known_people
from keycafe_clean.run.options import Options, setup_of
from keycafe_clean.write.manifest import facts_of


def done_before(folder: JobFolder, exports: Sequence[Path], options: Options, month: str) -> Month | None:
    """Get the newest file of the month (`YYYY-MM`), if it was handed over and a further one would say nothing new.

    It was made of these very files, byte for byte; nothing was decided since, no list names anybody else, and Keycafe
    has sent nobody back. A month of which no file was handed over is made anew, which gives the same folder. Raises
    what opening the files raises.
    """
    if not folder.is_begun:
        return None
    newest = next(reversed(folder.months(only=lambda name: name == month)), None)
    if newest is None or not newest.sent or (newest.lines.get_column("answer") == TRY_AGAIN).any():
        return None
    is_same = _is_of(newest, exports, options.join or ()) and _is_decided_as(newest, folder, options)
    return newest if is_same else None


def _is_of(month: Month, exports: Sequence[Path], joined: Sequence[Path]) -> bool:
    """Tell whether the month was made of these files, in whichever order."""
    try:
        facts = facts_of(month.folder)
    except (ValueError, SetupError):
        return False
    made_of = [{it["sha256"] for it in facts.get(kind, ())} for kind in ("exports", "joined")]
    return made_of == [{sha256(open_file(path).data).hexdigest() for path in paths} for paths in (exports, joined)]


def _is_decided_as(month: Month, folder: JobFolder, options: Options) -> bool:
    """Tell whether set-up, decisions and lists are those of the month, and the options say nothing else."""
    setup, decisions = month.folder / "setup.toml", month.folder / "decisions.csv"
    if not (setup.exists() and decisions.exists()):
        return False
    now, known = folder.setup(), folder.known()
    listed = known_people(options.known or []).added_to(known)
    return (
        setup_of(options, now) == now
        # How many places are used is counted anew each month.
        and Setup.read(setup).model_copy(update={"used": {}}) == now.model_copy(update={"used": {}})
        and Decisions.read(decisions) == folder.decisions()
        and listed.equals(known)
    )
