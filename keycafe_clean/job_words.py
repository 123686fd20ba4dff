"""What is said of a job before anything is loaded: its folder, how it is opened, what Keycafe may have said."""

from os import environ
from pathlib import Path

from keycafe_clean.quoting import quoted

#: The folder of a job that nobody has named.
UNNAMED = "keycafe-job"

#: The variable with the name of the file that was double-clicked, where that opened the desk.
DOUBLE_CLICKED = "KEYCAFE_DOUBLE_CLICKED"

#: The lines of a month, in its folder of a job: who is in its file, and what Keycafe said.
OUTCOMES = "outcomes.csv"

#: The ways to answer "What did Keycafe say?".
ALL_ADDED, FAILED, REFUSED, NOT_UPLOADED = "all_added", "failed", "refused", "not_uploaded"
ANSWERS = {
    ALL_ADDED: "Everybody was added.",
    FAILED: "Some people failed.",
    REFUSED: "Keycafe refused the file.",
    NOT_UPLOADED: "The file was not uploaded.",
}


def lies_in_a_month(file: Path) -> bool:
    """Tell whether a file lies in the folder of a job's month."""
    return (file.absolute().parent / OUTCOMES).exists()


def opened_again(job: Path) -> str:
    """Get how the desk of a job is opened again, as it was: the end of a sentence, with a command or a double click."""
    file = environ.get(DOUBLE_CLICKED)
    if not file:
        return f"with: keycafe-clean desk {quoted(job)}"
    # What a double click opens by itself; any other folder was given to it.
    if job.absolute() == Path.home() / UNNAMED:
        return f'with a double click on "{file}".'
    return f'as you opened it, with "{file}" and the folder {job}.'
