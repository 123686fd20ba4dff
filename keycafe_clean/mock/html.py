"""The pages as text: plain HTML without any script, everything from outside escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.wire import Import, Limit, RowError, User, UserFilter

_STATES = ("queued", "processing", "completed", "failed")
_FILTERS: dict[UserFilter, str] = {"invited": "Invited", "all": "All"}

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1f }
nav a { margin-right: 1rem } a[aria-current] { font-weight: bold; color: inherit }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold }
th, td { text-align: left; padding: .4rem; border-bottom: 1px solid #ccc }
progress { width: 8rem } .refused { border-left: 4px solid #b3261e; padding-left: 1rem }
.practice { background: #fff4ce; padding: .4rem .8rem }
"""

#: Seconds after which a page with an import in progress loads itself again: time to read it in between.
_REFRESH_SECONDS = 2


@dataclass(frozen=True)
class ImportsView:
    """What the Imports page shows: a page of imports, the limit, the token of its form, and why a file was refused."""

    imports: list[Import]
    limit: Limit
    form_token: str
    page: int = 1
    has_next: bool = False
    refusal: str | None = None


def imports_page(view: ImportsView, policy: MockPolicy) -> str:
    """Get the Imports page: the form, the places of the month, and every import with its progress."""
    rows = (_import_row(found, policy) for found in view.imports)
    body = f"""
<h1>Imports</h1>
{_refusal(view.refusal)}
<h2>Import User Invitations</h2>
<form method="post" action="/imports" enctype="multipart/form-data">
<input type="hidden" name="form_token" value="{escape(view.form_token)}">
<label for="file">Choose File</label> <input type="file" id="file" name="file" accept=".csv" required>
<button>Import Data</button>
</form>
<p id="limit">{_limit(view.limit)}</p>
{_table("Imports", ("File", "State", "Progress", "Added", "Errors"), rows)}
{_pages("/imports?", view.page, has_next=view.has_next)}
"""
    is_busy = any(not found.is_finished for found in view.imports)
    return _page("Imports", body, refresh=_REFRESH_SECONDS if is_busy else None)


def errors_page(found: Import, errors: list[RowError]) -> str:
    """Get the page with the error of an import, and those of its rows in the order given."""
    rows = ((str(error.row), escape(error.field), escape(error.message)) for error in errors)
    body = f"""
<h1>{escape(found.name)}</h1>
<p>{escape(found.message or "")}</p>
{_table("Errors", ("Row", "Field", "Error"), rows)}
<p><a href="/imports">Back to Imports</a></p>
"""
    return _page("Import errors", body)


def users_page(users: list[User], shown: UserFilter, *, page: int = 1, has_next: bool = False) -> str:
    """Get the Users page under a filter: those who are invited, or all who have an account."""
    filters = " ".join(
        f'<a href="/users?filter={name}"{_current(name == shown)}>{label}</a>' for name, label in _FILTERS.items()
    )
    body = f"""
<h1>Users</h1>
<nav aria-label="Filter">{filters}</nav>
{_table(_FILTERS[shown], ("Name", "Email Address", "User", "Badge Code", "Access Code"), map(_user_row, users))}
{_pages(f"/users?filter={shown}&amp;", page, has_next=has_next)}
"""
    return _page("Users", body)


def refusal_page(message: str) -> str:
    """Get a page that says no, with the sentence and a way back."""
    return _page("Keycafe mock", f'<h1>That did not work</h1>{_refusal(message)}<p><a href="/imports">Imports</a></p>')


def _page(title: str, body: str, refresh: int | None = None) -> str:
    again = f'<meta http-equiv="refresh" content="{refresh}">' if refresh else ""
    links = "".join(
        f'<a href="/{name.lower()}"{_current(name == title)}>{label}</a>'
        for name, label in (("Users", "Users"), ("Imports", "Settings: Imports"))
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - Keycafe mock</title>
<meta name="viewport" content="width=device-width">{again}<style>{_STYLE}</style></head>
<body><p class="practice">Practice: nobody is invited.</p><nav aria-label="Keycafe">{links}</nav>
<main>{body}</main></body></html>
"""


def _table(caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Get a table; its cells are HTML."""
    head = "".join(f'<th scope="col">{name}</th>' for name in columns)
    lines = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _import_row(found: Import, policy: MockPolicy) -> tuple[str, ...]:
    state = escape(policy.state_words[_STATES.index(found.state)])
    link = f'<a href="/imports/{found.id}">View error</a>' if found.failed or found.message else ""
    bar = f'<progress max="{max(found.rows, 1)}" value="{found.done}">{found.done:,} of {found.rows:,}</progress>'
    return escape(found.name), state, f"{bar} {found.done:,} of {found.rows:,}", f"{found.added:,}", link


def _user_row(user: User) -> tuple[str, ...]:
    kind = "Full User" if user.type == "FULL" else "SmartBox User"
    cells = (f"{user.first_name} {user.last_name}", user.email, kind, user.badge_code, user.access_code)
    return tuple(escape(cell or "") for cell in cells)


def _limit(limit: Limit) -> str:
    return f"{limit.used:,} of {limit.limit:,} users imported in {limit.month}; {limit.left:,} left."


def _refusal(message: str | None) -> str:
    return f'<p class="refused" role="alert">{escape(message)}</p>' if message else ""


def _current(is_current: bool) -> str:  # noqa: FBT001 -- the fact itself is the argument
    return ' aria-current="page"' if is_current else ""


def _pages(link: str, page: int, *, has_next: bool) -> str:
    earlier = f'<a href="{link}page={page - 1}">Previous page</a>' if page > 1 else ""
    later = f'<a href="{link}page={page + 1}">Next page</a>' if has_next else ""
    return f"<p>{earlier} {later}</p>"
