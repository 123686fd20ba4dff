"""Why rows stay out of the file, where nobody is to be named: a rule of the set-up may be about a person."""

import re

from keycafe_clean.columns.vocabulary import is_of_somebody_else, recognise
from keycafe_clean.masked_addresses import without_addresses
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.report import reasons

#: Our columns that hold names.
_NAMES = frozenset(
    ("First Name", "Last Name", "first_name_2", "last_name_2", "full_name", "name", "birth_name", "father_name")
)


def reasons_without_names(cleaned: Cleaned, outcome: str) -> dict[str, int]:
    """Count the rows of an outcome by the kind of their reason, as `report.reasons()`, and name nobody.

    Of a rule about names, or about somebody else such as a manager, the column alone is told; all before the @ of an
    address is `x`.
    """
    said = {
        rule.in_words(): f"a rule about {rule.column}" for rule in cleaned.setup.rule if _names(cleaned, rule.column)
    }
    told: dict[str, int] = {}
    for reason, rows in reasons(cleaned, outcome).items():
        words = without_addresses(said.get(reason, reason) or "")
        told[words] = told.get(words, 0) + rows
    return told


def rule_of_one(words: str) -> str:
    """Get a rule (`PeopleRule.in_words()`) by which one person is left out, so that it names nobody else.

    Of a rule about names or addresses, or about somebody else such as a manager, the column alone is told.
    """
    header = re.split(r" (?:is|contains) ", words, maxsplit=1)[0]
    return f"a rule about {header}" if "@" in words or _is_about_people(header) else words


def _names(cleaned: Cleaned, header: str) -> bool:
    """Tell whether a header of the export holds names, of the person or of somebody else."""
    chosen = (cleaned.setup.columns_for(source.headers).items() for source in cleaned.export.sources)
    ours = {it for columns in chosen for it, headers in columns if header in headers}
    return bool(_NAMES & ours) or _is_about_people(header)


def _is_about_people(header: str) -> bool:
    return recognise(header) in _NAMES or is_of_somebody_else(header)
