"""Which header holds the e-mail address: what the cells say counts more than what the header says."""

from collections import Counter
from collections.abc import Iterator

import polars as pl

from keycafe_clean.columns.cell_shapes import is_address, is_mailbox_of_a_provider, is_written_by_powershell
from keycafe_clean.columns.headers import words
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED, MOSTLY_FILLED, SAME, UNHEADED
from keycafe_clean.columns.suggestion import Suggestion, percent, usual
from keycafe_clean.columns.vocabulary import is_second_choice, is_work, meaning, recognise
from keycafe_clean.steps.frame_columns import ADDRESS, NUMBER

_PRIVATE = "is private, not the address at work"

#: Addresses from which it can be seen that they belong to different people of one company: fewer agree by chance.
_ENOUGH = 5

#: A company's addresses have one domain (0.75 and more in bench/columns.md, private ones 0.35 at most): of two columns,
#: the one is the company's where their shares are further apart.
_CLEARLY = 0.2

#: A column goes before a better header where it has so many more of the people's addresses, of 1, and hardly ever
#: another one where both are filled.
_FULLER, _NEVER_CONTRADICTS = 0.1, 0.95

#: An unknown header with addresses of fewer people than a third is about something else (a deputy, an assistant).
_SOME = 1 / 3

#: The addresses of somebody beside the people (a head, a mentor) are few: of their own, every other one differs.
_VARIED = 0.5

#: Private addresses in a company's column: a few have no other one.
_FEW = 0.1


def suggest_address(table: Table) -> Iterator[Suggestion]:
    """Yield the column of addresses: by header and cells, else a login that is one, else any other, to be checked."""
    headed = [
        header for header in table.of(ADDRESS) if not table.filled(header) or table.share(header, is_address) >= HEADED
    ]
    logins = [header for header in table.of("login", NUMBER, "id") if table.share(header, is_address) >= UNHEADED]
    ranked = sorted(
        headed, key=lambda header: (not table.filled(header), is_second_choice(header), not is_work(header))
    )
    if ranked:
        yield _headed(table, ranked, logins)
    elif logins:
        yield Suggestion(ADDRESS, (logins[0],), sure=True, reason=_share(table, logins[0]))
    else:
        yield from _unheaded(table)


def _headed(table: Table, ranked: list[str], logins: list[str]) -> Suggestion:
    """Suggest the best header; a fuller column that never contradicts it goes before it."""
    best, *others = ranked
    fuller = [header for header in [*others, *logins] if _completes(table, header, best)]
    if fuller:
        return Suggestion(ADDRESS, (fuller[0],), sure=True, reason=f"{_share(table, fuller[0])}, more than in '{best}'")
    rank = (is_second_choice(best), is_work(best))
    rivals = [
        other
        for other in others
        if (is_second_choice(other), is_work(other)) == rank and table.filled(other) >= MOSTLY_FILLED
    ]
    differing = [other for other in rivals if table.agreement(best, other) < SAME]
    if differing:
        return _of_two(table, best, differing[0])
    reason = _share(table, best) if table.filled(best) else usual(best, ADDRESS)
    return Suggestion(ADDRESS, (best,), sure=True, reason=reason)


def _of_two(table: Table, best: str, rival: str) -> Suggestion:
    """Suggest the column whose addresses share a domain, as those of a company do; unsure where both do or neither."""
    alike = {header: _of_one_domain(table, header) for header in (best, rival)}
    company = max(alike, key=alike.__getitem__)
    if max(alike.values()) - min(alike.values()) >= _CLEARLY:
        reason = f"{percent(alike[company])} have the same domain"
        return Suggestion(ADDRESS, (company,), sure=True, reason=reason)
    return Suggestion(ADDRESS, (best,), sure=False, reason=f"'{rival}' holds other addresses")


def _of_one_domain(table: Table, header: str) -> float:
    """Get the share of addresses with the most frequent domain, of 1."""
    domains = (
        table.sample.select(pl.col(header).str.to_lowercase().str.extract(r"@([^\s@>]+)")).to_series().drop_nulls()
    )
    return max(Counter(domains).values(), default=0) / max(domains.len(), 1)


def _completes(table: Table, header: str, best: str) -> bool:
    """Whether a column has clearly more addresses and the same ones wherever both are filled."""
    both = table.sample.select(header, best).drop_nulls().height
    return (
        both > 0
        and table.filled(header) > table.filled(best) + _FULLER
        and table.agreement(header, best) >= _NEVER_CONTRADICTS
    )


def _unheaded(table: Table) -> Iterator[Suggestion]:
    """Suggest, to be checked, what may be an address: a header without addresses, private ones, any other column."""
    full = [header for header in table.source.headers if table.filled(header) and _may_be_theirs(header)]
    shares = {header: table.share(header, is_address) for header in full}
    likely = [header for header in full if shares[header] >= UNHEADED and table.filled(header) >= _SOME]
    headed = [header for header in table.of(ADDRESS) if header in shares]
    for header in sorted(likely, key=is_private)[:1] or sorted(headed, key=lambda it: -shares[it])[:1]:
        if not shares[header]:
            yield Suggestion(ADDRESS, (header,), sure=False, reason=_no_addresses(table, header))
            continue
        found = meaning(header)
        doubt = f"{_share(table, header)}, and it {_PRIVATE}" if is_private(header) else _share(table, header)
        is_said = _begins_with_mail(header)
        named = "" if found or is_said else ", under a name that says nothing"
        others = [other for other in likely if other != header and not is_private(other)]
        differ = table.variety(header) >= _VARIED if is_said else _is_of_the_company(table, header)
        sure = header in likely and not others and not is_private(header) and differ
        yield Suggestion(ADDRESS, (header,), sure=sure, reason=doubt + named)


def _begins_with_mail(header: str) -> bool:
    """Whether a header that nobody knows begins with a word for addresses: `Email Zq`, `E-Mail Zq`."""
    said = words(header)
    return any(recognise(" ".join(said[:size])) == ADDRESS for size in (1, 2)) and meaning(header) is None


def _no_addresses(table: Table, header: str) -> str:
    """Say what a column has that is called as the addresses are, and holds none."""
    if table.share(header, is_written_by_powershell) >= HEADED:
        return "its cells are what PowerShell writes instead of several values; export it joined, by -join ';'"
    return "none of its cells is an address"


def _is_of_the_company(table: Table, header: str) -> bool:
    """Whether nearly all addresses differ and share a domain, and it is none where everybody may have one."""
    cells = table.sample.get_column(header).drop_nulls()
    different = cells.len() >= _ENOUGH and table.variety(header) >= SAME
    return different and _of_one_domain(table, header) >= SAME and table.share(header, is_mailbox_of_a_provider) < _FEW


def _may_be_theirs(header: str) -> bool:
    """Whether a column may hold addresses of the people themselves: no decoy, but for private addresses."""
    found = meaning(header)
    return found is None or found.kind not in ("decoy", "sensitive") or found.group == _PRIVATE


def is_private(header: str) -> bool:
    """Tell whether a header says that what stands there is private, not of the work."""
    found = meaning(header)
    return found is not None and found.group == _PRIVATE


def _share(table: Table, header: str) -> str:
    return f"{percent(table.share(header, is_address))} are addresses"
