"""What Keycafe does not say, as one setting each: its default, and the sentence that says why."""

import stat
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class PolicyError(Exception):
    """A policy file cannot be used; the message says where, what, and what to do."""


def _choice(default: Any, why: str, **bounds: Any) -> Any:  # noqa: ANN401 -- as pydantic's own Field
    return Field(default=default, description=why, **bounds)


class MockPolicy(BaseModel):
    """Every assumption of the mock. Each field's description says what is known and why its default is what it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    header: Literal["strict", "lenient"] = _choice(
        "strict",
        "Nobody outside has seen the sample's header. Strict takes the article's eight names in its order and case; "
        "lenient takes any order, case and outer spaces.",
    )
    header_required: bool = _choice(
        default=True,
        why="Whether a file may go without a header is not said. One without is refused, which is the safer practice.",
    )
    extra_columns: Literal["refuse", "ignore"] = _choice(
        "refuse",
        'The article lists "the fields that you can include" and says nothing of others, so others are refused.',
    )
    missing_columns: Literal["refuse", "blank"] = _choice(
        "refuse",
        '"Can include" may mean that columns can be missing. What we write has all eight, so fewer are refused.',
    )
    delimiter: Literal["comma", "any"] = _choice(
        "comma", "The article says CSV and no more. Any also takes semicolons and tabs, judged by the header."
    )
    byte_order_mark: Literal["refuse", "ignore"] = _choice(
        "refuse", "Not said. A service that compares headers exactly would trip over the mark, so it is refused."
    )
    encoding: Literal["utf-8", "utf-8 or cp1252"] = _choice(
        "utf-8", "Not said. UTF-8 is what we write; the other setting also takes what Excel saves as plain CSV."
    )
    blank_flag: Literal["error", "false"] = _choice(
        "error", 'The article says that a flag must be "true" or "false"; a blank one is neither.'
    )
    max_name_characters: int = _choice(
        255,
        "No length is published. 255 characters is what databases commonly hold, a bound against runaway cells.",
        ge=1,
    )
    max_email_characters: int = _choice(254, "No length is published. 254 is what SMTP can carry (RFC 5321).", ge=6)
    max_bytes: int = _choice(
        2_097_152,
        '"The import CSV data file cannot be larger than 2 MB": 2 MB may be 2,000,000 or 2,097,152 bytes.',
        ge=1,
    )
    month: Literal["calendar", "rolling 30 days"] = _choice(
        "calendar", '"Users per month" does not say which month; a calendar month is how plans are billed.'
    )
    utc_offset_hours: int = _choice(
        0, "In which time zone a month begins is not said; the public API speaks UTC.", ge=-12, le=14
    )
    counted: Literal["created", "attempted"] = _choice(
        "created", '"Import a maximum of 1000 users": a row that failed made no user, so it is not counted.'
    )
    over_limit: Literal["refuse file", "fill"] = _choice(
        "refuse file",
        "Not said. A whole file is refused when it holds more people than places are left, which is easier to plan "
        "with; fill adds people until no place is left.",
    )
    failure: Literal["row", "atomic"] = _choice(
        "row",
        '"If an import fails, you can view the error" fits both. Row adds the good rows; '
        "atomic adds nobody if one row fails.",
    )
    wording: Literal["sentences", "codes"] = _choice(
        "sentences", "The wording of Keycafe's errors is not published; with codes, a client must manage without ours."
    )
    state_words: tuple[str, str, str, str] = _choice(
        ("queued", "processing", "completed", "failed"),
        'Only "added to the queue", "complete" and "fails" are in the article. These are on the Imports page.',
    )
    member_address: Literal["error", "skip"] = _choice(
        "error", "What an address that is already a member does is not said; an error is what must never surprise."
    )
    invited_address: Literal["error", "skip"] = _choice(
        "error", "What an address that is already invited does is not said; nobody is invited twice."
    )
    repeated_address: Literal["error", "skip"] = _choice(
        "error", "What an address twice in one file does is not said; the first row counts, the second is an error."
    )
    used_badge: Literal["error", "leave blank"] = _choice(
        "error", 'A badge must be "unused"; what happens to one in use is not said.'
    )
    access_code_digits: int = _choice(
        6, 'Codes are "4-6 digit"; how long generated ones are is not said. Six, as in the sample "111222".', ge=4, le=6
    )
    full_user_without_invitation: Literal["invited", "error"] = _choice(
        "invited",
        "What a Full User with Send Invitation false does is not said: listed under Invited, and no mail goes out.",
    )
    full_user_welcome_email: Literal["after accepting", "existing account"] = _choice(
        "after accepting",
        'Two pages differ: "once they complete registration", and "if the user already has an account under the email '
        'address provided". The first is what everybody added by hand gets.',
    )
    keep_imports_days: int | None = _choice(
        None, "How long past imports are listed is not said; none is dropped unless a number of days is set.", ge=1
    )


#: Bytes of a file of assumptions: ten times those that `keycafe-clean mock --policy` prints.
_MOST_BYTES = 100_000


def load_policy(path: Path) -> MockPolicy:
    """Get the policy that a TOML file sets; what it does not set keeps its default.

    Raises:
        PolicyError: The file is missing, is not TOML, or sets what no policy has.
    """
    try:
        return MockPolicy.model_validate(tomllib.loads(_text(path)))
    except OSError:
        raise PolicyError(f"{path.name} cannot be opened. Check that it is there and can be read.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise PolicyError(f"{path.name} is not TOML. Start from what `keycafe-clean mock --policy` prints.") from None
    except ValidationError as error:
        raise PolicyError(_sentence(path.name, error)) from None


def _text(path: Path) -> str:
    """Get what is in the file; a pipe, which would be waited for, a device and a huge file are OSErrors."""
    if not stat.S_ISREG(path.stat().st_mode) or path.stat().st_size > _MOST_BYTES:
        raise OSError
    with path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8")


def describe_policy(policy: MockPolicy | None = None) -> str:
    """Get a policy as TOML text that can be edited and loaded again, each setting below the sentence that says why.

    A setting that is not set (keep_imports_days) is shown commented out.
    """
    policy = policy or MockPolicy()
    return "\n".join(_setting(name, getattr(policy, name)) for name in MockPolicy.model_fields)


def _setting(name: str, value: object) -> str:
    why = f"# {MockPolicy.model_fields[name].description}"
    return f"{why}\n# {name} =\n" if value is None else f"{why}\n{name} = {_toml(value)}\n"


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return str(value).lower() if isinstance(value, bool | int) else _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sentence(file: str, error: ValidationError) -> str:
    name = str(error.errors()[0]["loc"][0])
    if name not in MockPolicy.model_fields:
        return f"{file} sets {name}, which no policy has. `keycafe-clean mock --policy` prints every setting."
    return f"{file} sets {name} to a value that it cannot have. `keycafe-clean mock --policy` prints what each means."
