"""What becomes of the headers of an export, by the vocabulary: of one header alone, before any cell is looked at."""

from docs.generators.tables import code, table
from keycafe_clean.columns.vocabulary import meaning

#: What is done with a column of each meaning.
_BECOMES = {
    "First Name": "first name",
    "Last Name": "last name",
    "Email Address": "e-mail address",
    "name": "whole name, or the last one where there is a column of first names",
    "full_name": "whole name, taken apart into first and last name",
    "name_prefix": "put before the last name",
    "last_name_2": "second last name, put behind the first one",
    "first_name_2": "second first name, put behind the first one",
    "employee_id": "employee number, which finds somebody again next month",
    "id": "employee number, if its cells tell people apart",
    "status": "status: who has left, is on leave or has not begun",
    "state": "status, if its cells say who works here",
    "active": "yes or no: who works here",
    "disabled": "yes or no: who does not work here",
    "account": "state of the account: who is blocked has left",
    "leave": "yes or no: who is on leave",
    "locked": "asked about: who cannot sign in has not left for that",
    "licence": "asked about: who has no licence has not left for that",
    "expiry": "asked about: an account may end before or after the job does",
    "valid_from": "asked about: a record may begin before or after the job does",
    "birth_name": "last name, where there is no other",
    "counter": "employee number, if its cells do not just count the rows",
    "start_date": "first day: whoever begins in a later month is left out until then",
    "exit_date": "last day: whoever has left is left out",
    "contract_end": "end of a contract, which may have been renewed: no last day by itself",
    "rehire_date": "first day of a later employment",
    "department": "department, for order and rules",
    "location": "location, for order and rules",
    "login": "e-mail address, if its cells are addresses",
    "account_type": "kind of account: rooms, guests and services are asked about",
    "badge": "not used: Keycafe needs the number of its own badge",
    "decoy": "not used: it {group}",
    "sensitive": "private, never kept: {group}",
    "other": "known, not needed; a rule of yours can use it",
}


def markdown(lines: list[str]) -> str:
    """Get a table of headers, one a line: what each becomes. ValueError: of one whose meaning has no words here."""
    return table(("header", "what becomes of it"), [(code(header), _becomes(header)) for header in lines if header])


def _becomes(header: str) -> str:
    found = meaning(header)
    if found is None:
        return "not known; its cells are looked at"
    if found.kind not in _BECOMES:
        raise ValueError(f"'{header}' means '{found.kind}', for which docs/generators/headers.py has no words.")
    more = ", where no better one is there" if found.second_choice else ""
    return _BECOMES[found.kind].format(group=found.group) + more
