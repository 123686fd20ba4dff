from pathlib import Path

import pytest
import yaml

from keycafe_clean.article import contract
from keycafe_clean.article.contract import FULL_USER, IMPORT_COLUMNS, SMARTBOX_USER, schema
from keycafe_clean.article.rules import RULES
from keycafe_clean.findings import catalogue

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"

#: Each column of each user type, and the codes of its checks: the article's two tables, and what is ours.
SAFE = ["formula_text", "control_text"]
TEXT = [*SAFE, "long_text"]
FLAG = ["boolean_text"]
FULL = [TEXT, TEXT, ["email_required", "email_syntax", *SAFE], FLAG, FLAG, FLAG, TEXT, FLAG]
SMART = [
    ["first_name_required", *TEXT],
    ["last_name_required", *TEXT],
    ["email_syntax", *SAFE],
    ["boolean_text", "no_invitation"],
    FLAG,
    FLAG,
    TEXT,
    FLAG,
]


@pytest.mark.parametrize(("user_type", "codes"), [(FULL_USER, FULL), (SMARTBOX_USER, SMART)])
def test_schema_has_every_check(user_type: str, codes: list[list[str]]) -> None:
    """Every check that a schema file names is loaded, under its code, in the order of the import columns."""
    loaded = {name: [check.error for check in column.checks] for name, column in schema(user_type).columns.items()}

    assert loaded == dict(zip(IMPORT_COLUMNS, codes, strict=True))


@pytest.mark.parametrize("user_type", [FULL_USER, SMARTBOX_USER])
def test_schema_is_loaded_once(user_type: str) -> None:
    """The schema files are read once."""
    assert schema(user_type) is schema(user_type)


def test_schema_names_only_catalogued_codes() -> None:
    """Every rule that a schema may name has its sentence in the catalogue, as a fix."""
    assert {catalogue()[rule.__name__].severity for rule in RULES} == {"fix"}


def test_every_rule_is_in_a_schema() -> None:
    """No rule is registered that neither schema uses."""
    used = {
        check.error for name in (FULL_USER, SMARTBOX_USER) for c in schema(name).columns.values() for check in c.checks
    }

    assert used == {rule.__name__ for rule in RULES}


def written(*, instead: str, of: str) -> dict[str, object]:
    """Get what full_user.yaml says, with one text instead of another."""
    text = (SCHEMAS / "full_user.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text.replace(of, instead))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("of", "instead", "named"),
    [
        (
            "email_syntax: {error: email_syntax}",
            "emial_syntax: {error: emial_syntax}",
            "['control_text', 'email_required', 'emial_syntax', 'formula_text']",
        ),
        (
            "    email_syntax: {error: email_syntax}\n",
            "",
            "['control_text', 'email_required', 'formula_text']",
        ),
    ],
)
def test_lost_check_is_refused(of: str, instead: str, named: str) -> None:
    """A schema file that names other checks than were loaded is refused: Pandera drops an unknown one silently."""
    loaded = "['control_text', 'email_required', 'email_syntax', 'formula_text']"

    with pytest.raises(ValueError, match=r"^schemas") as refused:
        contract._refuse_lost_checks(written(of=of, instead=instead), schema(FULL_USER))

    assert str(refused.value) == f"schemas: Email Address names {named}, and {loaded} were loaded."


def test_other_columns_are_refused() -> None:
    """A schema file must have the article's columns in the article's order."""
    backwards = schema(FULL_USER).select_columns(list(reversed(IMPORT_COLUMNS)))

    with pytest.raises(ValueError, match=r"^schemas") as stopped:
        contract._refuse_lost_checks(written(of="", instead=""), backwards)

    assert str(stopped.value) == f"schemas: the columns must be {', '.join(IMPORT_COLUMNS)}, in this order."


def test_rules_may_be_registered_again() -> None:
    """A notebook that loads the package again registers the same rules once more, without harm."""
    contract._register_rules()
    contract._register_rules()

    assert schema.__wrapped__(FULL_USER) == schema(FULL_USER)


@pytest.mark.parametrize("user_type", [FULL_USER, SMARTBOX_USER])
def test_columns_have_titles_and_descriptions(user_type: str) -> None:
    """People read the schema files: every column has a title, and a description out of the article."""
    columns = schema(user_type).columns.values()

    assert all(
        (column.title and column.description.endswith(".")) or "REQUIRED" in column.description for column in columns
    )


def test_limits() -> None:
    """The limits are the article's, in users a month and in bytes."""
    assert (dict(contract.MONTHLY_LIMIT), contract.MAX_FILE_BYTES) == ({"paid": 1_000, "confirmed": 250}, 2_000_000)


def test_flags_are_import_columns() -> None:
    """The four flags are columns of the import file, in its order."""
    assert tuple(column for column in IMPORT_COLUMNS if column in contract.FLAGS) == contract.FLAGS


def test_unknown_check_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schema file with a check that is no rule of ours stops every run, with its name."""
    other = written(of="email_syntax: {error: email_syntax}", instead="emial_syntax: {error: emial_syntax}")
    monkeypatch.setattr(contract, "_written", lambda _: other)

    with pytest.raises(ValueError, match=r"^schemas: emial_syntax is no rule of article/rules\.py\.$"):
        contract.cell_checks.__wrapped__(FULL_USER)
