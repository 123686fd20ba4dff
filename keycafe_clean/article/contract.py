"""What Keycafe takes: the columns, the limits and the two schemas, each with the sentence of the article it comes from.

The article is Keycafe's help page "Bulk User Uploads".
"""

from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl
import yaml

from keycafe_clean.article.rules import RULES, CellRule
from keycafe_clean.findings import catalogue

if TYPE_CHECKING:
    import pandera.polars as pa
    from pandera.api.checks import Check
    from pandera.api.polars.types import PolarsData

#: The columns of an import file, in its order ("The following tables list the fields that you can include in the
#: file").
IMPORT_COLUMNS: Final = (
    "First Name",
    "Last Name",
    "Email Address",
    "Send Invitation",
    "Send Welcome Email",
    "SmartBox User",
    "Badge Code",
    "Generate Access Code",
)

#: The columns that are yes or no ('Must be "true" or "false".').
FLAGS: Final = ("Send Invitation", "Send Welcome Email", "SmartBox User", "Generate Access Code")

#: Users a month by what the account has: "You can import a maximum of 1000 users per month if you are on a paid plan,
#: or 250 per month if you have only confirmed your email address."
MONTHLY_LIMIT: Final[Mapping[str, int]] = MappingProxyType({"paid": 1_000, "confirmed": 250})

#: Bytes of an import file: "The import CSV data file cannot be larger than 2 MB." Assumption: MB is 1,000,000 bytes,
#: the smaller of the two readings.
MAX_FILE_BYTES: Final = 2_000_000

#: How a file is uploaded by hand ("Upload Your Users").
UPLOAD_STEPS: Final = (
    "Log in to Keycafe desktop.",
    "Select Settings.",
    "Select Imports, then Import User Invitations.",
    "Click on Choose File to select a CSV file from your computer.",
    "Select Import Data.",
)

#: What an import does not do ("Assigning Key Permissions").
KEY_PERMISSIONS: Final = "Key permissions are not part of an import: assign them to each user in Keycafe afterwards."

FULL_USER, SMARTBOX_USER = "full_user", "smartbox_user"

#: What a column of a schema file may say beside its checks.
_COLUMN_FACTS = {"title", "description", "dtype", "nullable"}


class CellCheck(NamedTuple):
    """A check that a schema names: `rule` judges the cells of `column`, blank ones too where `of_blanks` says so."""

    column: str
    rule: CellRule
    of_blanks: bool


@cache
def cell_checks(user_type: str) -> tuple[CellCheck, ...]:
    """Get the checks of the schema of `full_user` or `smartbox_user`, in its order, without loading Pandera.

    FileNotFoundError: there is no such user type. ValueError: the file names a check that is none of `rules.RULES`.
    """
    rules = {rule.__name__: rule for rule in RULES}
    named = [
        (name, code, options)
        for name, column in _written(user_type)["columns"].items()
        for code, options in column.items()
        if code not in _COLUMN_FACTS
    ]
    lost = sorted({code for _, code, _ in named} - rules.keys())
    if lost:
        raise ValueError(f"schemas: {', '.join(lost)} is no rule of article/rules.py.")
    return tuple(
        CellCheck(name, rules[code], of_blanks=not options.get("ignore_na", True)) for name, code, options in named
    )


@cache
def schema(user_type: str) -> "pa.DataFrameSchema":
    """Get the schema of `full_user` or `smartbox_user`, with every check that its file names; read once.

    FileNotFoundError: there is no such user type. ValueError: the file names a check that is not registered (Pandera
    would drop it silently), one whose `error` is not its own name, or one without a sentence in the catalogue.
    """
    # Loaded when it is needed: who asks for a limit or a column shall not wait for it.
    import pandera.polars as pa  # noqa: PLC0415

    _register_rules()
    loaded = pa.DataFrameSchema.from_yaml(_text(user_type))
    _refuse_lost_checks(_written(user_type), loaded)
    return loaded


def _text(user_type: str) -> str:
    return _schema_folder().joinpath(f"{user_type}.yaml").read_text(encoding="utf-8")


def _written(user_type: str) -> dict[str, Any]:
    # The loader in C, where it is there, takes a tenth of the time.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load(_text(user_type), loader)  # noqa: S506 - both are safe loaders
    return read


def _schema_folder() -> Traversable:
    """Find `schemas/`: packed inside the package, or beside it in a clone."""
    package = files("keycafe_clean")
    packed = package.joinpath("schemas")
    return packed if packed.is_dir() else package.joinpath("..", "schemas")


def _register_rules() -> None:
    # Not register_check_method: it needs pandas, and refuses a second registration (a reload, a notebook run again).
    from pandera.api.checks import Check  # noqa: PLC0415 - as above

    for rule in RULES:
        Check.REGISTERED_CUSTOM_CHECKS[rule.__name__] = partial(_check, rule)


def _check(rule: CellRule, **options: Any) -> "Check":  # noqa: ANN401 - Pandera's own options, passed on
    from pandera.api.checks import Check  # noqa: PLC0415 - as above

    check = Check(partial(_outcome, rule), name=rule.__name__, **options)
    check.statistics = {}
    check.statistics_args = []
    return check


def _outcome(rule: CellRule, data: "PolarsData") -> pl.LazyFrame:
    return data.lazyframe.select(rule(data.key or "*"))


def _refuse_lost_checks(written: dict[str, Any], loaded: "pa.DataFrameSchema") -> None:
    if tuple(loaded.columns) != IMPORT_COLUMNS:
        raise ValueError(f"schemas: the columns must be {', '.join(IMPORT_COLUMNS)}, in this order.")
    for name, column in written["columns"].items():
        wanted = set(column) - _COLUMN_FACTS
        loaded_codes = {check.error for check in loaded.columns[name].checks}
        if wanted != loaded_codes or not wanted <= set(catalogue()):
            raise ValueError(
                f"schemas: {name} names {sorted(wanted)}, and {sorted(map(str, loaded_codes))} were loaded."
            )
