"""What a run that was killed had left behind: found by the next one, removed, and said."""

from pathlib import Path
from tempfile import gettempdir

from keycafe_clean.cli.ending import tell
from keycafe_clean.write.held import ASIDE, PRACTICE, remove_left_behind


def clear_up(out: Path | None) -> None:
    """Remove what killed runs left where this one writes and practises, and say so on stderr, beside the result."""
    aside = remove_left_behind((out or Path("keycafe")).parent, ASIDE)
    practised = remove_left_behind(Path(gettempdir()), PRACTICE)
    for day in sorted({*aside, *practised}):
        tell(f"Removed what a run that was killed on {day.day} {day:%B %Y} had left behind.")
