"""Which header holds the e-mail address: what the cells say counts more than what the header says."""

from collections import Counter
from collections.abc import Iterator

import polars as pl

from keycafe_clean.columns.cell_shapes import is_address, is_mailbox_of_a_provider
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.suggestion import Suggestion, percent, usual
from keycafe_clean.columns.vocabulary import is_work, meaning

EMAIL = "Email Address"
_PRIVATE = "is private, not the address at work"

#: addresses from which it can be seen that they belong to different people of one company
_ENOUGH = 5


def suggest_address(table: Table) -> Iterator[Suggestion]:
    """Yield the column of addresses: by header and cells, else a login that is one, else any other, to be checked."""
    headed = [
        header for header in table.of(EMAIL) if not table.filled(header) or table.share(header, is_address) >= 0.5
    ]
    logins = [header for header in table.of("login", "employee_id", "id") if table.share(header, is_address) >= 0.8]
    ranked = sorted(headed, key=lambda header: (not table.filled(header), _yields(header), not is_work(header)))
    if ranked:
        yield _headed(table, ranked, logins)
    elif logins:
        yield Suggestion(EMAIL, (logins[0],), sure=True, reason=_share(table, logins[0]))
    else:
        yield from _unheaded(table)


def _headed(table: Table, ranked: list[str], logins: list[str]) -> Suggestion:
    """Suggest the best header; a fuller column that never contradicts it goes before it."""
    best, *others = ranked
    fuller = [header for header in [*others, *logins] if _completes(table, header, best)]
    if fuller:
        return Suggestion(EMAIL, (fuller[0],), sure=True, reason=f"{_share(table, fuller[0])}, more than in '{best}'")
    rank = (_yields(best), is_work(best))
    rivals = [other for other in others if (_yields(other), is_work(other)) == rank and table.filled(other) >= 0.5]
    differing = [other for other in rivals if table.agreement(best, other) < 0.9]
    if differing:
        return _of_two(table, best, differing[0])
    reason = _share(table, best) if table.filled(best) else usual(best, EMAIL)
    return Suggestion(EMAIL, (best,), sure=True, reason=reason)


def _of_two(table: Table, best: str, rival: str) -> Suggestion:
    """Suggest the column whose addresses share a domain, as those of a company do; unsure where both do or neither."""
    alike = {header: _of_one_domain(table, header) for header in (best, rival)}
    company = max(alike, key=alike.__getitem__)
    if max(alike.values()) - min(alike.values()) >= 0.2:
        reason = f"{percent(alike[company])} have the same domain"
        return Suggestion(EMAIL, (company,), sure=True, reason=reason)
    return Suggestion(EMAIL, (best,), sure=False, reason=f"'{rival}' holds other addresses")


def _of_one_domain(table: Table, header: str) -> float:
    """Get the share of addresses with the most frequent domain, of 1."""
    domains = (
        table.sample.select(pl.col(header).str.to_lowercase().str.extract(r"@([^\s@>]+)")).to_series().drop_nulls()
    )
    return max(Counter(domains).values(), default=0) / max(domains.len(), 1)


def _completes(table: Table, header: str, best: str) -> bool:
    """Whether a column has clearly more addresses and the same ones wherever both are filled."""
    both = table.sample.select(header, best).drop_nulls().height
    return both > 0 and table.filled(header) > table.filled(best) + 0.1 and table.agreement(header, best) >= 0.95


def _unheaded(table: Table) -> Iterator[Suggestion]:
    """Suggest, to be checked, what may be an address: a header without addresses, private ones, any other column."""
    full = [header for header in table.source.headers if table.filled(header) and _may_be_theirs(header)]
    shares = {header: table.share(header, is_address) for header in full}
    likely = [header for header in full if shares[header] >= 0.8 and table.filled(header) >= 1 / 3]
    for header in (
        sorted(likely, key=_is_private)[:1] or [header for header in table.of(EMAIL) if shares.get(header)][:1]
    ):
        found = meaning(header)
        doubt = f"{_share(table, header)}, and it {_PRIVATE}" if _is_private(header) else _share(table, header)
        named = "" if found else ", under a name that says nothing"
        others = [other for other in likely if other != header and not _is_private(other)]
        sure = header in likely and not others and not _is_private(header) and _is_of_the_company(table, header)
        yield Suggestion(EMAIL, (header,), sure=sure, reason=doubt + named)


def _is_of_the_company(table: Table, header: str) -> bool:
    """Whether nearly all addresses differ and share a domain, and it is none where everybody may have one."""
    cells = table.sample.get_column(header).drop_nulls()
    different = cells.len() >= _ENOUGH and table.variety(header) >= 0.9
    return different and _of_one_domain(table, header) >= 0.9 and table.share(header, is_mailbox_of_a_provider) < 0.1


def _may_be_theirs(header: str) -> bool:
    """Whether a column may hold addresses of the people themselves: no decoy, but for private addresses."""
    found = meaning(header)
    return found is None or found.kind not in ("decoy", "sensitive") or found.group == _PRIVATE


def _is_private(header: str) -> bool:
    found = meaning(header)
    return found is not None and found.group == _PRIVATE


def _yields(header: str) -> bool:
    found = meaning(header)
    return found is not None and found.second_choice


def _share(table: Table, header: str) -> str:
    return f"{percent(table.share(header, is_address))} are addresses"
