"""What a run that was killed had left behind: found by the next one, removed, and said."""

from pathlib import Path
from tempfile import gettempdir

from keycafe_clean.write.held import ASIDE, PRACTICE, remove_left_behind


def clear_up(place: Path) -> list[str]:
    """Remove what killed runs left in `place` and where imports are practised; get a sentence for each day of it.

    The earliest first; none where nothing was left behind. A place that cannot be read is passed over.
    """
    written = remove_left_behind(place, ASIDE)
    practised = remove_left_behind(Path(gettempdir()), PRACTICE)
    return [
        f"Removed what a run that was killed on {day.day} {day:%B %Y} had left behind."
        for day in sorted({*written, *practised})
    ]
