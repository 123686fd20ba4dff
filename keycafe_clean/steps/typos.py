"""Addresses that look like a typo: what was probably meant, as a suggestion; nothing is applied by itself."""

from itertools import islice

import polars as pl
from rapidfuzz.distance import OSA

from keycafe_clean.article.addresses import is_email_address
from keycafe_clean.article.rules import RowRule
from keycafe_clean.ascii import CELL, has_non_ascii, quick_where_ascii
from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.findings import thousands
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.emails import ONE_ADDRESS
from keycafe_clean.steps.endings import ending_of, has_unknown_ending
from keycafe_clean.steps.frame_columns import ADDRESS
from keycafe_clean.words import any_of, words

#: What the step adds: the doubtful address, what was probably meant, and how many others have its domain.
DOUBTED, LIKELY, REASON = "doubted_address", "likely_address", "likely_address_reason"

#: Assumption: a domain that at least 10 people share, and 10 times as many as its neighbour, is meant: fewer
#: may be two companies.
_SHARED_BY, _TIMES = 10, 10
#: Letters of a country's ending.
_COUNTRY = 2
#: A company has no more domains of its own than that; each costs a comparison with every other domain.
_MOST = 30
#: Assumption: shorter names have too many neighbours that exist.
_LONG_ENOUGH = 7

_PROVIDERS = words("domains", "providers")
_REAL = (*_PROVIDERS, *words("domains", "real"))
_ENDINGS = rf"\.(?:{any_of(words('domains', 'com_typos'))})$"

_DOMAIN = r"^[^@\s,;<>/|]+\.[^@\s,;<>/|.]+$"
_ALONE = rf"(?:^|[^\p{{L}}\p{{N}}\s._+@'-]\s*)({ONE_ADDRESS})"
_AT, _DOT = any_of(words("address_words", "at")), any_of(words("address_words", "dot"))
_WORK = any_of(words("address_words", "work"))

#: Which of several addresses is the one for work, said in words.
_FIRST_OF_SEVERAL = (
    rf"(?i)(?:^|[^\p{{L}}])(?:{_WORK})\s*[:=)\]-]\s*({ONE_ADDRESS})",
    rf"(?i)({ONE_ADDRESS})\s*[(\[:/-]+\s*(?:{_WORK})(?:$|[^\p{{L}}])",
)

#: An address that is one to the letter, and hardly the one that was meant.
_ODD = r"^[^\p{L}\p{N}_]|^(?i:www\.)"

#: Cyrillic and Greek letters that nobody can tell from Latin ones.
_LOOK_ALIKES = dict(zip("аеорсухіјѕһԁοαν", "aeopcyxijshdoav", strict=True))

#: What a typo in the signs of an address looks like, and what was meant.
_SIGNS = (
    (r"^(.+)_([^_@]+)#ext#@.*$", "${1}@${2}"),
    (rf"\s*[\[({{]\s*(?:{_AT}|@)\s*[\])}}]\s*|\s+(?:{_AT})\s+|@{{2,}}|\s*@\s*", "@"),
    (rf"\s*[\[({{]\s*(?:{_DOT}|\.)\s*[\])}}]\s*|\s+(?:{_DOT})\s+|\s*[.,]\s+|\s+[.,]|,|\.{{2,}}", "."),
    (r"^([^@]+)%40([^@]+)$", "${1}@${2}"),
    (r"^[^@]*[\[({<]\s*([^\s@\[\](){}<>]+@[^\s@\[\](){}<>]+)\s*[\])}>][^@]*$", "$1"),
    (r"(@.*?)\s*[(\[{<][^@]*$", "$1"),
    (r"^(?:mailto|smtp|e-?mail|mail)\s*[:=]\s*", ""),
    (r"^[^\p{L}\p{N}_@]+|[^\p{L}\p{N}]+$", ""),
    (r"^(?:www\.)+([^@]+@)", "$1"),
    (r"\.+@|@\.+", "@"),
)

#: What Turkish letters are in an address: `ö` is `o` only beside a letter that Turkish alone has.
_TURKISH = {"ı": "i", "ö": "o", "ü": "u"}
_TURKISH_ALONE = r"[ışğİ]|i\u{307}"
#: Letters that are written as two in the addresses of some, and as one in those of others.
_TWO_WAYS = "[äöüåøæœßþðđ]"


def suggest_addresses(frame: pl.DataFrame) -> pl.DataFrame:
    """Add what was probably meant by a doubtful address: `doubted_address`, `likely_address`, `likely_address_reason`.

    Doubtful is a broken address, several in one cell, a domain that is one typo from one that many others have or from
    a well-known provider's, a guest's account name (`ana_acme.com#EXT#@...`), and Latin with letters of other scripts
    that look so. Null elsewhere, and where nothing can be suggested. Keeps every row, in order.
    """
    counts = _domain_counts(frame)
    typos = _typos(counts)
    values = frame.filter(_doubtful(frame, typos)).select(ADDRESS).unique()
    meant = {} if values.is_empty() else dict(_meant(values, counts, typos).rows())
    likely = pl.col(ADDRESS).replace_strict(meant, default=None, return_dtype=pl.String)
    doubted = pl.when(likely.is_not_null()).then(ADDRESS)
    return frame.with_columns(doubted.alias(DOUBTED), likely.alias(LIKELY), _reason(likely, counts).alias(REASON))


def _meant(values: pl.DataFrame, counts: dict[str, int], typos: dict[str, str]) -> pl.DataFrame:
    return pl.concat([_chosen(values, counts), _repaired(values, counts, typos)])


def two_addresses(column: str) -> pl.Expr:
    """Yield whether a cell holds several addresses; null where it is blank."""
    return pl.col(column).str.count_matches(ONE_ADDRESS) > 1


def _domain_counts(frame: pl.DataFrame) -> dict[str, int]:
    """Count the addresses of every domain, the most frequent first."""
    domains = frame.select(domain=_domain(pl.col(ADDRESS))).to_series().value_counts()
    named = domains.filter(pl.col("domain").str.contains(_DOMAIN)).sort("count", "domain", descending=[True, False])
    return dict(named.rows())


def _local(cell: pl.Expr) -> pl.Expr:
    return cell.str.splitn("@", 2).struct.field("field_0")


def _domain(cell: pl.Expr) -> pl.Expr:
    return cell.str.splitn("@", 2).struct.field("field_1")


def _typos(counts: dict[str, int]) -> dict[str, str]:
    """Get the domains that are one typo from a domain that is meant, each with that one."""
    shared = _shared(counts)
    return {domain: meant for domain in counts if (meant := _meant_domain(domain, counts, shared))}


def _shared(counts: dict[str, int]) -> list[str]:
    """Get the domains that many have, the most frequent first."""
    return [domain for domain, count in islice(counts.items(), _MOST) if count >= _SHARED_BY]


def _meant_domain(domain: str, counts: dict[str, int], shared: list[str]) -> str | None:
    if domain in _REAL or len(domain) < _LONG_ENOUGH:
        return None
    often = [own for own in shared if counts[own] >= _TIMES * counts[domain]]
    near = [own for own in often if _is_one_typo_from(domain, own)]
    near += [known for known in _PROVIDERS if _ending(known) == _ending(domain) and _is_one_typo_from(domain, known)]
    if near:
        return min(near, key=lambda known: (-counts.get(known, 0), known))
    ending = pl.select(pl.lit(domain).str.replace(_ENDINGS, ".com")).item()
    return None if ending == domain else str(ending)


def _is_one_typo_from(domain: str, known: str) -> bool:
    """Tell whether one letter parts two domains; the same name in two countries (`acme.de`, `acme.dk`) is no typo."""
    if _ending(domain) != _ending(known) and len(_ending(domain)) == len(_ending(known)) == _COUNTRY:
        return False
    return abs(len(domain) - len(known)) <= 1 and OSA.distance(domain, known, score_cutoff=1) == 1


def _ending(domain: str) -> str:
    """Get what stands behind the first full stop."""
    return domain.partition(".")[2]


def _doubtful(frame: pl.DataFrame, typos: dict[str, str]) -> pl.Series:
    broken = ~is_email_address(ADDRESS) | pl.col(ADDRESS).str.contains(_ODD)
    typo = _domain(pl.col(ADDRESS)).is_in(list(typos)) | pl.col(ADDRESS).str.contains("#ext#@", literal=True)
    return frame.select(broken | typo | has_non_ascii(pl.col(ADDRESS))).to_series()


def _chosen(values: pl.DataFrame, counts: dict[str, int]) -> pl.DataFrame:
    """Get of cells with several addresses the one at work: as the cell says, by its domain, or the first sound one."""
    company = {domain: counts[domain] for domain in _shared(counts) if domain not in _PROVIDERS}
    cell = pl.col(ADDRESS)
    parts = values.filter(two_addresses(ADDRESS)).with_columns(
        said=pl.coalesce(cell.str.extract(pattern) for pattern in _FIRST_OF_SEVERAL).str.to_lowercase(),
        likely=cell.str.extract_all(ONE_ADDRESS),
    )
    each = parts.explode("likely", empty_as_null=True, keep_nulls=True).with_columns(
        pl.col("likely").str.to_lowercase()
    )
    ranked = each.with_columns(
        is_said=pl.col("likely") == pl.col("said"),
        count=_domain(pl.col("likely")).replace_strict(company, default=0, return_dtype=pl.Int64),
    )
    sound = ranked.filter(is_email_address("likely"))
    best = sound.sort("is_said", "count", descending=True, maintain_order=True)
    return best.unique(ADDRESS, keep="first", maintain_order=True).select(ADDRESS, "likely")


def _repaired(values: pl.DataFrame, counts: dict[str, int], typos: dict[str, str]) -> pl.DataFrame:
    """Get single addresses with the typos in their signs and domains repaired, as far as an address comes out."""
    signs = values.filter(~two_addresses(ADDRESS)).with_columns(likely=_signs_repaired(pl.col(ADDRESS)))
    # Behind a blank it may have lost its beginning: `wilson k.lind@`.
    alone = pl.when(pl.col(ADDRESS).str.count_matches(ONE_ADDRESS) == 1).then(pl.col(ADDRESS).str.extract(_ALONE))
    sound = signs.with_columns(alone=alone.str.replace(r"^[^\p{L}\p{N}_]+", "").str.replace(r"[^\p{L}\p{N}]+$", ""))
    one = sound.with_columns(
        likely=pl.when(is_email_address("likely")).then("likely").otherwise(pl.coalesce("alone", "likely"))
    )
    completed = one.select(_completed(pl.col("likely"), counts)).to_series()
    whole = one.with_columns(likely=quick_where_ascii(completed, CELL, _in_ascii(CELL)))
    domain = _domain(pl.col("likely"))
    moved = pl.col("likely").str.extract(r"^([^@]*@)") + domain.replace_strict(typos, default=domain)
    tried = whole.with_columns(likely=moved)
    return tried.filter(is_email_address("likely") & (pl.col("likely") != pl.col(ADDRESS))).select(ADDRESS, "likely")


def _signs_repaired(cell: pl.Expr) -> pl.Expr:
    plain = cell.str.replace_many(_LOOK_ALIKES)
    cell = pl.when(has_non_ascii(plain)).then(cell).otherwise(plain)
    for typo, meant in _SIGNS:
        cell = cell.str.replace_all(typo, meant)
    return cell


def _in_ascii(cell: pl.Expr) -> pl.Expr:
    """Yield the address with plain letters before its @, where there is one way to write them so."""
    parts = cell.str.splitn("@", 2).struct
    local = with_ascii_digits(parts.field("field_0"))
    turkish = pl.when(local.str.contains(_TURKISH_ALONE)).then(local.str.replace_many(_TURKISH)).otherwise(local)
    plain = (
        pl.when(turkish.str.contains(_TWO_WAYS))
        .then(turkish)
        .otherwise(without_accents(turkish.str.replace_all("ł", "l")))
    )
    return (
        pl.when(has_non_ascii(parts.field("field_0")) & ~has_non_ascii(plain))
        .then(plain + "@" + parts.field("field_1"))
        .otherwise(cell)
    )


def _completed(cell: pl.Expr, counts: dict[str, int]) -> pl.Expr:
    """Yield the address with the ending or the @ that it lacks, where its domain is one that many others have."""
    shared = _shared(counts)
    if not shared:
        return cell
    names = {domain.partition(".")[0]: domain for domain in reversed(shared)}
    ending = cell.str.extract(r"@([^@.]+)$").replace_strict(names, default=None, return_dtype=pl.String)
    ended = pl.coalesce(cell.str.extract(r"^([^@]+@)[^@.]+$") + ending, cell)
    return ended.str.replace(rf"^([^@]+?)\.?((?:{any_of(shared)}))$", "${1}@${2}")


def _reason(likely: pl.Expr, counts: dict[str, int]) -> pl.Expr:
    """Yield how many others have the domain that is meant, for the sentence; null where nobody has."""
    others = _domain(likely).replace_strict(counts, default=None, return_dtype=pl.Int64)
    have = pl.when(others == 1).then(pl.lit(" other has")).otherwise(pl.lit(" others have"))
    return pl.concat_str(pl.lit(" ("), thousands(others), have, pl.lit(" that domain)"))


#: An edited address is no longer the one that was doubted.
_IS_DOUBTED = pl.col(ADDRESS) == pl.col(DOUBTED)
_IS_LETTERED = _local(pl.col(ADDRESS)).str.contains(r"[[:^ascii:]&&[\p{L}\p{M}\p{N}]]")
_IS_ADDRESS = is_email_address(ADDRESS)
_IS_UNSAID = ~_IS_DOUBTED.fill_null(value=False) & _IS_ADDRESS & ~_IS_LETTERED
#: Before the @ they are allowed, and hardly anybody's: what stands there was damaged, or is no part of the address.
_RARE_SIGNS = r"^[^\p{L}\p{N}_]|^[^@]*[?*!$^{}|`#%=][^@]*@"
_SUGGESTION = pl.when(_IS_DOUBTED).then(LIKELY)


def email_letters() -> pl.Expr:
    """Yield whether an address that is alone in its cell has letters beyond ASCII before its @; null where blank.

    Reads Email Address.
    """
    return _IS_LETTERED & ~two_addresses(ADDRESS)


def email_slip() -> pl.Expr:
    """Yield whether an address is one to the letter and another was probably meant; never true where none is doubted.

    Reads Email Address and doubted_address (`suggest_addresses`).
    """
    return _IS_DOUBTED & _IS_ADDRESS & ~_IS_LETTERED


def email_syntax_by_doubt() -> pl.Expr:
    """Yield whether a cell is no address and one was probably meant; never true where none is doubted.

    Reads Email Address and doubted_address (`suggest_addresses`). The article's `email_syntax` says of every cell
    whether it is right; this is true where it is wrong.
    """
    return _IS_DOUBTED & ~_IS_ADDRESS & ~two_addresses(ADDRESS) & ~_IS_LETTERED


def email_signs() -> pl.Expr:
    """Yield whether an address that no other rule is about has rare signs before its @; null where it is blank.

    Reads Email Address and doubted_address (`suggest_addresses`).
    """
    return _IS_UNSAID & pl.col(ADDRESS).str.contains(_RARE_SIGNS)


def email_ending() -> pl.Expr:
    """Yield whether an address that no other rule is about has no ending of the internet; null where it is blank.

    Reads Email Address and doubted_address (`suggest_addresses`).
    """
    return _IS_UNSAID & has_unknown_ending(pl.col(ADDRESS))


#: `email_syntax` is the article's rule too; here it comes with a suggestion.
TYPO_RULES: tuple[RowRule, ...] = (
    RowRule("two_addresses", ADDRESS, two_addresses(ADDRESS), suggestion=_SUGGESTION),
    RowRule("email_letters", ADDRESS, email_letters(), suggestion=_SUGGESTION),
    RowRule("email_slip", ADDRESS, email_slip(), suggestion=_SUGGESTION, reason=pl.col(REASON)),
    RowRule("email_syntax", ADDRESS, email_syntax_by_doubt(), suggestion=_SUGGESTION),
    RowRule("email_signs", ADDRESS, email_signs()),
    RowRule("email_ending", ADDRESS, email_ending(), reason=ending_of(pl.col(ADDRESS))),
)
