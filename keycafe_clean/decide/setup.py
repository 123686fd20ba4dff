"""The set-up of a job: columns, rules and defaults. No person of an export is in it, so it can be shared.

`setup.toml` is its only form on disk; the same set-up on next month's export gives next month's file.
"""

import codecs
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.privacy_facts import PrivacyFacts
from keycafe_clean.decide.setup_faults import first_fault, place_of
from keycafe_clean.decide.setup_toml import parsed, written
from keycafe_clean.decide.setup_versions import VERSION, migrated
from keycafe_clean.decide.value_rules import ValueRule
from keycafe_clean.errors import SetupError
from keycafe_clean.opening import bytes_of

#: A header, or several that are joined.
Headers = Annotated[tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]

#: How a month is written in set-up, file names and forecasts.
MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
Month = Annotated[str, Field(pattern=MONTH)]

#: More than any organization imports in a month, and few enough for every database.
MOST_USED = 1_000_000

#: Users already imported in a month.
Users = Annotated[int, Field(ge=0, le=MOST_USED)]

#: Bytes of a set-up file: many times what one with hundreds of rules has.
_MOST_BYTES = 2_000_000

#: Codecs of Python that turn bytes into text, and are the encoding of no file.
_NO_FILES = {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"}


def _encoding(name: str) -> str:
    """Get the name of an encoding if there is one; a blank one says nothing."""
    if not name:
        return name
    try:
        found = codecs.lookup(name).name.replace("-", "_")
        # Some codecs turn bytes into bytes, and only say so when they are used.
        "".encode(name)
    except (LookupError, ValueError):
        found = "undefined"
    if found in _NO_FILES:
        raise ValueError(f"No encoding is called '{name}'. Say utf-8, cp1252 or utf-16, for example")
    return name


#: What somebody's status can be.
Employment = Literal["active", "inactive", "leave", "future"]


#: Columns of days, in our words.
_DAYS = ("exit_date", "start_date", "rehire_date")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Reading(_Frozen):
    """How files are read: only what was said; null means found out again."""

    encoding: Annotated[str, AfterValidator(_encoding)] | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header: int | None = None
    """The row of the column names as a spreadsheet counts; 0: there is none."""

    def as_said(self, said: Mapping[str, str | int]) -> Self:
        """Get these with what was said beside or instead. SetupError: no encoding is called so."""
        try:
            return self.model_validate({**self.model_dump(), **said})
        except ValidationError as error:
            raise SetupError(f"{error.errors()[0]['msg'].removeprefix('Value error, ')}.") from None


class SourceSetup(_Frozen):
    """Which header is which column, in files with these headers."""

    headers: tuple[str, ...]
    columns: dict[str, Headers] = {}
    """Our column -> the headers it comes from; none: it is said that no header is this column."""


class JoinSetup(_Frozen):
    """A file that belongs to the export: whose cells are added to the rows that have its key.

    The file is known by its headers, as that of a `[[source]]` is; a month whose run is not given it is refused.
    """

    headers: tuple[str, ...]
    key: Annotated[Headers, Field(min_length=1, max_length=2)]
    """The header of the key in the export, then the one in the file; a single one that both have."""
    smartbox_user_without_address: bool = False
    """Whether whoever the file does not have, and who has no address, goes in as a SmartBox User.
    Assumption: that the list lacks somebody says nothing of what they are. Off: asked, and waits.
    """


class Defaults(_Frozen):
    """What a row gets where the export says nothing. The article gives no defaults, so each is an Assumption."""

    send_invitation: bool = True
    """Assumption: a Full User is there to be invited."""
    send_welcome_email: bool = True
    """Assumption: a welcome mail helps; it goes to whoever has an address."""
    generate_access_code: bool = True
    """Assumption: without a badge, an access code is the only way to open a box."""
    smartbox_user_without_address: bool = True
    """Assumption: who has no address, but both names, takes part as a SmartBox User. Off: the row waits for an
    address.
    """


#: A share of people, of 1.
Share = Annotated[float, Field(ge=0, le=1)]


class MassChanges(_Frozen):
    """How many of the people known before may be another way in the next file before a run stops and asks; shares of 1.

    Assumption: a company of hundreds changes by a few people a month; a tenth of them is another file or a new one.
    """

    missing: Share = 0.1
    left: Share = 0.1
    changed: Share = 0.1
    new: Share = 0.1


class Setup(_Frozen):
    """Everything decided for the job that is about no person."""

    version: Annotated[int, Field(ge=VERSION, le=VERSION)] = VERSION
    """The form of this file; older ones are still read."""
    plan: Literal["paid", "confirmed"] = "paid"
    """What Keycafe allows a month: 1,000 users on a paid plan, 250 with only a confirmed address. Assumption:
    whoever imports hundreds of users pays; a file of too many is refused whole, and then the other plan is
    said.
    """
    used: dict[Month, Users] = {}
    """Places already used, by month."""
    include_on_leave: bool = True
    """Assumption: whoever is on leave still needs keys. Off: left out while on leave."""
    leave_out_starters: bool = True
    """Assumption: whoever starts in a later month is left out until that month. Off: goes in now."""
    status_words: dict[str, Employment] = {}
    """What a status word means that the vocabulary does not know."""
    day_first: dict[str, bool] = {}
    """Whether a date column writes the day first, where its dates do not tell."""
    last_name_first: dict[Literal["full_name"], bool] = {}
    """Whether a column of whole names begins with the last one, where neither its header nor its names tell."""
    defaults: Defaults = Defaults()
    template: tuple[str, ...] = ()
    """Header cells of the sample file that Keycafe offers; empty: the article's names in the article's order."""
    rule: tuple[PeopleRule, ...] = ()
    """Conditions on any column, first match wins within each `then`."""
    replace: tuple[ValueRule, ...] = ()
    """Corrections that hold for all cells like one."""
    reading: Reading = Reading()
    order: Literal["file", "start_date", "location", "department"] = "file"
    """Who goes in first: as in the file, or by the first day, by the name of the location or the department;
    whoever has none goes last. Assumption: the order of the file is as good as any.
    """
    keep_months: Annotated[int, Field(ge=1, le=1_200)] = 24
    """Of a job: how many months it remembers people by name; of older ones keyed hashes stay.
    Assumption: after two years nobody asks who decided what about whom.
    """
    mass_changes: MassChanges = MassChanges()
    """Of a job: what stops a run once."""
    audit_role: str | None = None
    """What is recorded of who decides and hands over, instead of the name: `HR operations`."""
    privacy: PrivacyFacts = PrivacyFacts()
    columns: dict[str, Headers] = {}
    """Our column -> its headers, said for every file that has them all; it wins over what is suggested."""
    source: tuple[SourceSetup, ...] = ()
    join: tuple[JoinSetup, ...] = ()
    """The files that belong to the export; several for one file where its key is called otherwise in two exports."""

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Get the set-up that a `setup.toml` holds. SetupError: it is missing, no TOML, or says something unknown."""
        return cls.parsed(bytes_of(Path(path), Path(path).name, _MOST_BYTES), Path(path).name)

    @classmethod
    def parsed(cls, data: bytes, name: str) -> Self:
        """Get the set-up that the bytes of a file called `name` hold. SetupError: as `read()`."""
        try:
            return cls.model_validate(migrated(parsed(_text(data))))
        except UnicodeDecodeError as error:
            raise SetupError(f"{name} is not UTF-8 (byte {error.start:,}). Save it as UTF-8.") from None
        except SetupError as error:
            raise SetupError(f"{name}: {error}") from None
        except ValidationError as error:
            raise SetupError(f"{name}: {first_fault(error)}. Correct it or take the line out.") from None
        except RecursionError:
            raise SetupError(f"{name} is not a set-up file: it has too many brackets. Make the set-up anew.") from None
        # A number of thousands of digits is a ValueError too, without a place.
        except ValueError as error:
            place = place_of(error)
            raise SetupError(f"{name} is not a set-up file{place}. Correct the line or make the set-up anew.") from None

    def to_toml(self) -> str:
        """Get the text of `setup.toml`; reading it back gives an equal set-up."""
        return written(_tree(self))

    def rewritten(self, data: bytes, name: str) -> str:
        """Get the text of a `setup.toml` that held `data`, so that it says this set-up: comments in it stay.

        Of a file in which a table stands twice nothing stays. SetupError: as `read()`.
        """
        from keycafe_clean.decide.setup_comments import rewritten  # noqa: PLC0415 - few runs need it, and it is not quick

        return rewritten(_text(data), _tree(self.parsed(data, name)), _tree(self))

    def with_used(self, month: str, used: int) -> Self:
        """Get the same set-up with the places used in `month`."""
        return self.model_copy(update={"used": {**self.used, month: used}})

    @property
    def dates(self) -> tuple[str, ...]:
        """Get the headers of which it is said that they hold first or last days, whatever their cells look like."""
        said = (self.columns, *(source.columns for source in self.source))
        return tuple(header for columns in said for ours in _DAYS for header in columns.get(ours, ()))

    def source_for(self, headers: tuple[str, ...]) -> SourceSetup | None:
        """Get what is decided for files with exactly these headers, in any order; None: nothing yet."""
        wanted = sorted(headers)
        return next((source for source in self.source if sorted(source.headers) == wanted), None)

    def columns_for(self, headers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Get our column -> its headers in files with exactly these headers; empty where nothing is decided yet."""
        decided = self.source_for(headers)
        return dict(decided.columns) if decided else {}

    def of_files(self, files: Iterable[tuple[str, ...]]) -> Self:
        """Get the set-up less what it says of files with other headers than these: a job knows those of every month."""
        read = {tuple(sorted(headers)) for headers in files}
        return self.model_copy(update={"source": tuple(it for it in self.source if tuple(sorted(it.headers)) in read)})

    @property
    def used_headers(self) -> set[str]:
        """Get every header, of any file, that some column of ours comes from."""
        return {header for it in self.source for headers in it.columns.values() for header in headers}

    def with_source(self, decided: SourceSetup) -> Self:
        """Get the set-up with this for its headers, last and instead of what was decided for them before."""
        others = tuple(other for other in self.source if other is not self.source_for(decided.headers))
        return self.model_copy(update={"source": (*others, decided)})

    def joins_of(self, headers: tuple[str, ...]) -> tuple[JoinSetup, ...]:
        """Get what is decided of the file with exactly these headers, in any order; else of one with its key.

        A file of another month may have other columns beside the key.
        """
        exactly = tuple(join for join in self.join if sorted(join.headers) == sorted(headers))
        return exactly or tuple(join for join in self.join if join.key[-1] in headers)

    def with_joins(self, decided: tuple[JoinSetup, ...], instead: tuple[JoinSetup, ...]) -> Self:
        """Get the set-up with these files that belong to the export, last, instead of some that it has."""
        others = tuple(join for join in self.join if join not in (*instead, *decided))
        return self.model_copy(update={"join": (*others, *decided)})


def setup_schema() -> str:
    """Get the JSON schema of `setup.toml`, for editors that check and complete it."""
    schema = {"title": "setup.toml of keycafe-clean", **Setup.model_json_schema(by_alias=True)}
    return json.dumps(schema, indent=2) + "\n"


def _tree(setup: Setup) -> dict[str, Any]:
    tree: dict[str, Any] = _without_blanks(setup.model_dump(mode="json", by_alias=True))
    return tree


def _text(data: bytes) -> str:
    """Get the text of a file; Notepad puts a byte order mark before what it saves."""
    return data.decode("utf-8-sig")


def _without_blanks(value: Any) -> Any:  # noqa: ANN401 - TOML's own tree: TOML knows no null
    if isinstance(value, dict):
        return {key: _without_blanks(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_blanks(item) for item in value]
    return value
