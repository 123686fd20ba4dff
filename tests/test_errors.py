import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from keycafe_clean import check_import_file, clean, errors, plan_imports, read_export, write_imports
from tests.runs import TODAY, staff

PACKAGE = Path(errors.__file__).parent
CLASSES = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, Exception)]


def depth(cls: type) -> int:
    """Count the classes of the package above a class."""
    return sum(parent.__module__ == errors.__name__ for parent in cls.__mro__) - 1


def drawn() -> dict[str, int]:
    """Get what the module's docstring draws: each class with its depth in the tree."""
    lines = (errors.__doc__ or "").splitlines()
    branches = [line for line in lines if "── " in line]
    return {"KeycafeCleanError": 0} | {
        line.partition("── ")[2].split()[0]: line.index("── ") // 4 + 1 for line in branches
    }


def test_tree_is_drawn_as_it_is() -> None:
    """The tree on top of the module has every exception, in its place."""
    assert drawn() == {cls.__name__: depth(cls) for cls in CLASSES}


def test_parents_are_drawn_above() -> None:
    """In the tree each exception stands under its own parent."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for name, level in drawn().items():
        above[level:] = [name]
        parents[name] = above[level - 1] if level else "Exception"

    assert parents == {cls.__name__: cls.__mro__[1].__name__ for cls in CLASSES}


def test_every_exception_is_ours() -> None:
    """One parent catches everything that stops a run."""
    assert all(issubclass(cls, errors.KeycafeCleanError) for cls in CLASSES)


def test_every_exception_is_used() -> None:
    """No exception is there that nothing outside its module names, itself or by its children."""
    modules = [path for path in PACKAGE.rglob("*.py") if path.name != "errors.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in modules)

    unused = [cls.__name__ for cls in CLASSES if not cls.__subclasses__() and cls.__name__ not in text]

    assert unused == []


PLAN = "Write plan_imports(clean(export, today=date.today()))."
WRITE = 'Write write_imports(cleaned, plan_imports(cleaned), "november").'

#: A call as notebooks get it wrong: what is called, and what it is given. Untyped, as notebooks are.
CALLS: list[tuple[Callable[..., Any], list[Any], dict[str, Any], str]] = [
    (
        *(clean, ["hr.xlsx"], {"today": TODAY}),
        'clean() takes what read_export() gives, not a str. Write clean(read_export("hr.xlsx"), today=date.today()).',
    ),
    (clean, [staff().export], {"today": "2026-11-29"}, "today takes a date, not a str. Write today=date(2026, 11, 3)."),
    (
        *(clean, [staff().export], {"today": TODAY, "known": ["a@example.com"]}),
        (
            "known takes the frame of known_people(), not a list. "
            'Write known=keycafe_clean.known.lists.known_people("known.csv").'
        ),
    ),
    (
        *(clean, [staff().export], {"today": TODAY, "known": pl.DataFrame({"mail": ["a@example.com"]})}),
        "known has no column 'First Name'. Write known=keycafe_clean.known.lists.known_people(\"known.csv\").",
    ),
    (
        *(clean, [staff().export, "setup.toml"], {"today": TODAY}),
        'setup takes a Setup, not a str. Write setup=Setup.read("setup.toml").',
    ),
    (
        *(clean, [staff().export, None, "decisions.csv"], {"today": TODAY}),
        'decisions takes Decisions, not a str. Write decisions=Decisions.read("decisions.csv").',
    ),
    (
        *(check_import_file, ["november.csv"], {}),
        'check_import_file() takes the bytes of a file, not a str. Write Path("november.csv").read_bytes().',
    ),
    (check_import_file, [b""], {"plan": "free"}, "plan is 'free'. It must be paid or confirmed."),
    (
        *(plan_imports, [staff()], {"month": "12/2026"}),
        "month is '12/2026'. Write it as YYYY-MM, for example 2026-12.",
    ),
    (
        *(plan_imports, [staff()], {"month": "2026-13"}),
        "month is '2026-13'. Write it as YYYY-MM, for example 2026-12.",
    ),
    (
        *(plan_imports, [staff().export], {}),
        f"plan_imports() takes what clean() gives, not an Export. {PLAN}",
    ),
    (
        *(read_export, [pl.DataFrame()], {}),
        'read_export() takes files, not a DataFrame. Write read_export("hr.xlsx").',
    ),
    (
        *(write_imports, [staff(), "out"], {}),
        f"write_imports() takes the plan behind what clean() gives, not a str. {WRITE}",
    ),
    (
        *(write_imports, [staff(), plan_imports(staff())], {}),
        f"write_imports() takes the folder to make, not a NoneType. {WRITE}",
    ),
]


@pytest.mark.parametrize(("call", "arguments", "options", "message"), CALLS)
def test_wrong_call(call: Callable[..., Any], arguments: list[Any], options: dict[str, Any], message: str) -> None:
    """A function that is given what it cannot take says what to write instead; it is a TypeError, and a ValueError."""
    with pytest.raises(errors.WrongCall) as stopped:
        call(*arguments, **options)

    assert str(stopped.value) == message
    assert isinstance(stopped.value, TypeError)
    assert isinstance(stopped.value, ValueError)


def test_script_ends_with_one_sentence() -> None:
    """What stops it is no traceback: Python writes the sentence to stderr, and exits with 1."""
    with pytest.raises(SystemExit) as ended, errors.in_one_sentence():
        raise errors.SetupError("hr.csv is gone.")

    assert ended.value.code == "hr.csv is gone."
