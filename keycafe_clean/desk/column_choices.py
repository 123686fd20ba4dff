"""Which header is which column, as the desk shows it and as the analyst changes it."""

from collections.abc import Iterator

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.complete import decided_source
from keycafe_clean.columns.doubts import doubts
from keycafe_clean.columns.suggest import Suggestion, less_decided, suggest_columns
from keycafe_clean.columns.suggestion import IN_WORDS
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ColumnLine
from keycafe_clean.export import Source
from keycafe_clean.steps.frame_columns import NOT_USED, NUMBERED_COLUMNS

#: Columns that are offered for every file; others are shown where they are used.
_OFFERED = (
    "First Name",
    "Last Name",
    "full_name",
    "Email Address",
    "Badge Code",
    "employee_id",
    "status",
    "exit_date",
    "start_date",
    "rehire_date",
)

#: All columns, in the order of the screen.
_ALL = tuple(dict.fromkeys((*_OFFERED, *IMPORT_COLUMNS, *IN_WORDS)))

#: How several headers of one column are shown, and told from a header.
_JOINED = " + "

#: Cells of a column that are shown to recognise it: one may be odd, and more do not fit on a line.
_EXAMPLES = 3


def column_lines(source: Source, columns: dict[str, tuple[str, ...]]) -> Iterator[ColumnLine]:
    """Yield a line a column that is offered, used or asked about, in the order of the screen.

    `columns` has our column -> its headers. Examples are the first different cells of people, as they were read.
    """
    suggestions = suggest_columns(source)
    still_open = less_decided(suggestions, columns)
    in_doubt = doubts(source, columns, still_open)
    likeliest = {suggestion.column: suggestion for suggestion in reversed(suggestions)}
    for column in _ALL:
        suggestion, headers = likeliest.get(column), columns.get(column, ())
        asked = suggestion if suggestion in still_open and suggestion and not suggestion.sure else None
        if column in _OFFERED or headers or asked or (column == NOT_USED and in_doubt):
            yield ColumnLine(
                file=source.file,
                column=column,
                name=IN_WORDS[column].capitalize() if column in IN_WORDS else column,
                headers=_JOINED.join(headers),
                examples=_examples(source, asked.headers if asked else headers),
                reason=_question(asked) if asked else _reason(column, headers, suggestion),
                is_sure=not asked,
            )


def decided_columns(setup: Setup, source: Source) -> dict[str, tuple[str, ...]]:
    """Get our column -> its headers as a run would take them for a source: what is decided, else suggested and sure.

    No headers: it is said that the file has none for the column.
    """
    return decided_source(setup, source, suggest_columns(source)).columns


def with_column(setup: Setup, source: Source, column: str, header: str) -> Setup:
    """Get the set-up in which `header` is the column of the source; blank: it is said that no header is.

    The other columns stay as they are decided or suggested, but a header serves one column only.
    """
    chosen = tuple(header.split(_JOINED)) if header and header not in source.headers else (header,)
    decided = decided_source(setup, source, suggest_columns(source))
    if header and column in (*NUMBERED_COLUMNS, NOT_USED) and header in source.headers:
        others = decided.columns.get(column, ())
        chosen = tuple(dict.fromkeys((*(others if _is_in_doubt(source, decided.columns, header) else ()), header)))
    columns = {
        ours: kept
        for ours, headers in decided.columns.items()
        if (kept := tuple(one for one in headers if one not in chosen)) or not headers
    }
    columns[column] = chosen if header else ()
    return setup.with_source(decided.model_copy(update={"columns": columns}))


def _is_in_doubt(source: Source, columns: dict[str, tuple[str, ...]], header: str) -> bool:
    return any(it.header == header for it in doubts(source, columns, less_decided(suggest_columns(source), columns)))


def _question(asked: Suggestion) -> str:
    return text("columns.unsure", header=_JOINED.join(asked.headers), reason=asked.reason)


def _reason(column: str, headers: tuple[str, ...], suggestion: Suggestion | None) -> str:
    """Say why a column has these headers, or none."""
    if suggestion and headers and set(suggestion.headers) <= set(headers):
        return suggestion.reason
    if headers:
        return text("columns.chosen")
    return text("columns.badge") if column == "Badge Code" else ""


def _examples(source: Source, headers: tuple[str, ...]) -> str:
    """Get some cells of a column side by side; no comma between them, as names have one of their own."""
    people = source.cells.filter(source.rows.get_column("not_people").is_null())
    cells = people.select(headers[:1]).unique(maintain_order=True).drop_nulls().head(_EXAMPLES)
    return " · ".join(cells.to_series()) if headers else ""
