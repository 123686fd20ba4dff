"""Everything that a job holds of one person, as a file that is given to them (GDPR Art. 15)."""

from datetime import date
from pathlib import Path

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.privacy.held import count_of, held_of
from keycafe_clean.privacy.others import ANOTHER, without_others
from keycafe_clean.privacy.pages import Section, as_html, as_json, sections_of
from keycafe_clean.privacy.privacy_log import GIVEN, log_entry
from keycafe_clean.privacy.record import record_of
from keycafe_clean.privacy.their_lines import TheirLines
from keycafe_clean.write.unwritable import write_new

_MASKED = Section(
    "Other people",
    (f"Where a line names somebody else, or who decided, it says '{ANOTHER}': that is theirs (GDPR Art. 15(4)).",),
)


def give_person(folder: JobFolder, asked: str, path: Path, today: date) -> int:
    """Write everything held of the one person who is meant, from a job whose folder is held; get how many lines.

    A page, or JSON where the file ends so; with what is done with the data, and others masked. SetupError: nobody or
    several people are meant, the desk is at work on a month, or the file would lie in the job. OutputError: there is
    one of this name, or it cannot be written.
    """
    if path.resolve().is_relative_to(folder.path.resolve()):
        raise SetupError(f"{path} lies in the folder of the job. Choose a place outside: it is not the job's to keep.")
    person = TheirLines.of(folder, asked)
    held, record = without_others(held_of(folder, person), person), record_of(folder, today)
    if path.suffix.lower() == ".json":
        data = as_json(person.name, [_MASKED, *record], held)
    else:
        data = as_html(f"What is held of {person.name}", [_MASKED, *sections_of(held), *record])
    write_new(path, data, by=" with --export")
    log_entry(folder.path, today, GIVEN, count_of(held))
    return count_of(held)
