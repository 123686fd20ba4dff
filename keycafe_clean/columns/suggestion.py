"""A suggestion which headers are one of our columns, with a reason for people."""

from dataclasses import dataclass

from keycafe_clean.columns.compound_headers import recipes
from keycafe_clean.columns.vocabulary import meaning

#: groups of spellings that are a language, or several; the others are HR systems
LANGUAGES = {
    "Amharic", "Arabic", "Bengali", "Bulgarian or Macedonian", "Chinese", "Croatian or Slovenian", "Czech",
    "Danish or Norwegian", "Dutch", "English", "Estonian", "Finnish", "French", "German", "Greek", "Hebrew",
    "Hindi", "Hungarian", "Indonesian", "Italian", "Italian or Portuguese", "Japanese", "Korean", "Latvian",
    "Lithuanian", "Nepali", "Persian", "Polish", "Portuguese", "Romanian", "Russian or Ukrainian", "Spanish",
    "Spanish or Portuguese", "Swedish", "Thai", "Turkish", "Urdu", "Vietnamese",
}  # fmt: skip

#: how people call our columns
IN_WORDS = {
    "full_name": "full name",
    "name_prefix": "a part of the last name",
    "employee_id": "employee number",
    "status": "status",
    "account": "account status",
    "active": "who works here",
    "disabled": "who no longer works here",
    "leave": "who is on leave",
    "exit_date": "last day",
    "start_date": "first day",
    "rehire_date": "first day after coming back",
    "department": "department",
    "location": "location",
    "account_type": "type of account",
    "none": "none",
}


@dataclass(frozen=True)
class Suggestion:
    """Which headers are one of our columns; `sure` ones are taken, the others are asked about."""

    column: str
    headers: tuple[str, ...]
    sure: bool
    reason: str


def usual(header: str, column: str) -> str:
    """Get the reason that lies in a header alone: `usual Workday name`, `German for first name`."""
    found = meaning(header)
    if found is None or found.second_choice or found.group in recipes():
        return f"means {in_words(column)}"
    if found.group == "English":
        return "usual name"
    if found.group in LANGUAGES:
        return of_language(found.group, column)
    return f"usual {found.group} name"


def of_language(language: str, column: str) -> str:
    """Get the reason that a header is in a language: `German for first name`."""
    return f"{language} for {in_words(column)}"


def in_words(column: str) -> str:
    """Get one of our columns as people call it within a sentence."""
    return IN_WORDS.get(column, column.lower())


def percent(share: float) -> str:
    """Get a share as people read it, never rounded up: `98 %`."""
    return f"{int(share * 100)} %"
