"""Who was in files of months that were forgotten: keyed hashes alone, enough not to send anybody again.

They are personal data still: whoever has the job's folder has the key, and can ask whether somebody was among them.
"""

import hashlib
import hmac
from collections.abc import Collection, Iterator
from datetime import date

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.digits import without_zeros
from keycafe_clean.folding import folded_name
from keycafe_clean.match.known import TAKEN
from keycafe_clean.match.name_fit import in_any_order

#: One line a cell that tells somebody: which cell it was, its hash, and the month (YYYY-MM) in which the line ends.
FORGOTTEN = pl.Schema(dict.fromkeys(("cell", "hash", "until"), pl.String))

#: Where whoever was in a forgotten month was found, in the place of a month's folder.
FORGOTTEN_MONTH = "a forgotten month"

#: What tells that somebody may be meant, and no more: names are shared, and numbers are given again.
_NAME, _NUMBER = "name", "number"

_DATED_NAME, _DATED_NUMBER = "name and day", "number and day"

#: Whoever has an address now may be another person than whoever had it: that it had a name, and each word of that one.
_ADDRESS, _NAMED_ADDRESS, _ADDRESS_WORD = "address", "address with a name", "address and word"

#: Before the cell of whoever was erased on request: they are never taken for known, but asked about.
_ERASED = "erased "

#: Bytes of a key, as many as the hash has.
KEY_BYTES = 32

#: How many years a hash is kept. Assumption: nobody is sent again who was in a file so long ago.
YEARS = 5


def forget(lines: pl.DataFrame, key: bytes, today: date) -> pl.DataFrame:
    """Get the hashes (`FORGOTTEN`) of people with the cells of `WHO`, each once; a blank cell tells nobody."""
    until = f"{today.year + YEARS}-{today:%m}"
    cells = [*_cells(lines), *_names_of_addresses(lines)]
    told = [(cell, _hash(text, key), until) for cell, texts in cells for text in texts.drop_nulls()]
    return pl.DataFrame(told, schema=FORGOTTEN, orient="row").unique(maintain_order=True)


def erase(lines: pl.DataFrame, key: bytes, today: date) -> pl.DataFrame:
    """Get the hashes (`FORGOTTEN`) of somebody who is erased, by the cells of `WHO` of every line about them."""
    told = forget(lines, key, today).filter(pl.col("cell").is_in([_NAME, _NUMBER, _ADDRESS]))
    return told.with_columns(cell=pl.concat_str(pl.lit(_ERASED), "cell"))


def erased_rows(people: pl.DataFrame, forgotten: pl.DataFrame, key: bytes) -> pl.Series:
    """Get the row_id of whoever of `people` has the name, address or number of somebody erased, in their order."""
    erased = forgotten.filter(_is_erased()).with_columns(pl.col("cell").str.strip_prefix(_ERASED))
    if erased.is_empty():
        return people.get_column("row_id").clear()
    # A number that tells nobody by itself is a reason to ask all the same.
    numbered = people.with_columns(employee_id=pl.coalesce("employee_id", "number_as_read"))
    return people.get_column("row_id").filter(_told(erased, numbered, key, (_NAME, _NUMBER, _ADDRESS)))


def without_erased(forgotten: pl.DataFrame) -> pl.DataFrame:
    """Get the hashes of whoever was in a month that was forgotten."""
    return forgotten.filter(~_is_erased())


def _is_erased() -> pl.Expr:
    return pl.col("cell").str.starts_with(_ERASED)


def known_of_old(forgotten: pl.DataFrame, people: pl.DataFrame, key: bytes) -> pl.DataFrame:
    """Get whoever of `people` (`who.identities()`) hashes tell, as `decide()` takes known people.

    Of a name or a number that was there, and no more than that, nobody knows whose it was: it is asked about. So is
    an address that somebody of another name had.
    """
    if without_erased(forgotten).is_empty():
        return pl.DataFrame(schema={"known_row": pl.UInt32, "list_file": pl.String})
    sure = known_rows(forgotten, people, key)
    others = people.filter(~pl.col("row_id").is_in(sure.implode()))
    named, numbered = (
        others.filter(pl.col("row_id").is_in(perhaps(forgotten, people, key).implode()))
        for perhaps in (namesakes, of_same_number)
    )
    by_number = numbered.select("employee_id", numbered_row="row_id")
    passed_on = others.filter(_has_passed_on(forgotten, others, key))
    taken = passed_on.select(pl.col("email").alias("Email Address"), pl.lit(value=True).alias(TAKEN))
    told = [sure.to_frame("known_row"), named.select(full_name="name"), by_number, taken]
    return pl.concat(told, how="diagonal").with_columns(list_file=pl.lit(FORGOTTEN_MONTH))


def known_rows(forgotten: pl.DataFrame, people: pl.DataFrame, key: bytes) -> pl.Series:
    """Get the row_id of everybody among `people` (`who.identities()`) whom hashes tell, in the order of the rows.

    The address, unless somebody of another name had it; the name or the number with the first day; and the number of
    whoever has a name or an address that is there.
    """
    dated = _told(forgotten, people, key, (_DATED_NAME, _DATED_NUMBER))
    number, either = (_told(forgotten, people, key, cells) for cells in ((_NUMBER,), (_NAME, _ADDRESS)))
    at_address = _told(forgotten, people, key, (_ADDRESS,)) & ~_has_passed_on(forgotten, people, key)
    return people.get_column("row_id").filter(at_address | dated | (number & either))


def namesakes(forgotten: pl.DataFrame, people: pl.DataFrame, key: bytes) -> pl.Series:
    """Get the row_id of everybody who has the name of somebody forgotten, in the order of the rows."""
    return people.get_column("row_id").filter(_told(forgotten, people, key, (_NAME,)))


def of_same_number(forgotten: pl.DataFrame, people: pl.DataFrame, key: bytes) -> pl.Series:
    """Get the row_id of everybody who has the number of somebody forgotten, in the order of the rows."""
    return people.get_column("row_id").filter(_told(forgotten, people, key, (_NUMBER,)))


def _has_passed_on(forgotten: pl.DataFrame, people: pl.DataFrame, key: bytes) -> pl.Series:
    """Say who has an address that somebody had whose name shares no word with theirs; not of a name that is blank."""
    hashes = set(forgotten.select("cell", "hash").rows())
    said = [
        bool(words)
        and (_NAMED_ADDRESS, _hash(address, key)) in hashes
        and not any((_ADDRESS_WORD, _hash(word, key)) in hashes for word in words)
        for address, words in _addresses_and_words(people)
    ]
    return pl.Series(said, dtype=pl.Boolean)


def _told(forgotten: pl.DataFrame, people: pl.DataFrame, key: bytes, by: Collection[str]) -> pl.Series:
    hashes = set(forgotten.select("cell", "hash").rows())
    told = [
        [text is not None and (cell, _hash(text, key)) in hashes for text in texts]
        for cell, texts in _cells(people)
        if cell in by
    ]
    return pl.Series([any(row) for row in zip(*told, strict=True)], dtype=pl.Boolean)


def _cells(people: pl.DataFrame) -> Iterator[tuple[str, pl.Series]]:
    """Yield what tells people, as it is compared: number and whole name, with the first day and alone, and address."""
    name, number = in_any_order(folded_name(pl.col("name"))), without_zeros(pl.col("employee_id"))
    # Before first days were written as days, they were hashed as they stood in the export.
    days = [it for it in ("start_date", "start_date_as_read") if it in people.columns]
    both = ((_DATED_NAME, name), (_DATED_NUMBER, number))
    dated = [(cell, pl.concat_str(text, day, separator="\n")) for day in days for cell, text in both]
    for cell, texts in [(_NUMBER, number), (_ADDRESS, email_key("email")), *dated, (_NAME, name)]:
        yield cell, people.select(texts.alias(cell)).to_series()


def _names_of_addresses(people: pl.DataFrame) -> Iterator[tuple[str, pl.Series]]:
    """Yield every address that has a name, and every word of that name with it."""
    named = [(address, words) for address, words in _addresses_and_words(people) if words]
    yield _NAMED_ADDRESS, pl.Series([address for address, _ in named], dtype=pl.String)
    yield _ADDRESS_WORD, pl.Series([word for _, words in named for word in words], dtype=pl.String)


def _addresses_and_words(people: pl.DataFrame) -> Iterator[tuple[str, list[str]]]:
    """Yield the address of everybody as it is compared, and it with each word of the name of two letters or more."""
    told = people.select(address=email_key("email"), name=folded_name(pl.col("name")))
    for address, name in zip(*(told.get_column(it).fill_null("") for it in told.columns), strict=True):
        words = [word for word in name.split(" ") if len(word) > 1] if address else []
        yield address, [f"{address}\n{word}" for word in words]


def _hash(text: str, key: bytes) -> str:
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
