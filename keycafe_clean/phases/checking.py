"""The phases of `decide()` that find what waits: rules about rows and the whole file, and possible duplicates."""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.article.file_rules import check_whole_file
from keycafe_clean.article.rules import break_rules
from keycafe_clean.article.validate import validate
from keycafe_clean.columns.address_types import is_type_of_addresses
from keycafe_clean.columns.other_names import is_another_name
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.decide.edits import answered_pairs, said_to_be_others
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.match import (
    oversized_values,
    possible_duplicates,
    shared_addresses,
    suggest_duplicates,
    without_pairs,
)
from keycafe_clean.match.doubted_before import asked_again, without_other_people
from keycafe_clean.match.known import GONE, NUMBERED, ROW
from keycafe_clean.match.known_doubts import exactly_doubted, possibly_known
from keycafe_clean.match.known_numbers import namesakes, numbers_of_others
from keycafe_clean.match.known_pairs import likely_doubted, partners_elsewhere, without_settled, without_weak
from keycafe_clean.match.known_words import lines_without_anybody, lists_without_anybody
from keycafe_clean.match.other_names import pairs_of_other_names
from keycafe_clean.match.possible import as_pairs
from keycafe_clean.match.shared_numbers import few_enough, numbers_of_several, pairs_of_numbers
from keycafe_clean.match.tagged_addresses import pairs_of_tagged_addresses
from keycafe_clean.outcome_reasons import IN_KEYCAFE
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps import (
    RULES,
    address_kind_rules,
    column_rules,
    company_questions,
    dependent_rules,
    external_rules,
    name_order_questions,
    outsider_rules,
    relative_rules,
    sign_rules,
    unknown_kind_rules,
)
from keycafe_clean.steps.employment import REASON_OF
from keycafe_clean.steps.frame_columns import ACCOUNT_TYPE, ADDRESS, NAME_COLUMNS, NOT_USED, source_headers
from keycafe_clean.steps.marks import with_marks_of_combined
from keycafe_clean.steps.row_keys import with_row_keys
from keycafe_clean.steps.status import INACTIVE
from keycafe_clean.steps.user_type import suppress_welcome_email
from keycafe_clean.steps.workspace_roles import role_rules

#: Who was in a file, and what Keycafe said when it refused them: the row that they are now, the month in words, and the
#: cells that were sent.
_SENT = (*NAME_COLUMNS, ADDRESS)
REFUSED = pl.Schema({"row_id": pl.UInt32, **dict.fromkeys(("month", "said", *_SENT), pl.String)})

#: How likely a pair is that was asked about before: as any that is asked about.
_SCORE_OF_BEFORE = 0.5

#: What headers are whose columns may tell those who work here from others: unknown, of no use, or of a relation.
_OF_TYPES = (None, "other", "decoy", "state")


def validate_rows(state: PipelineState, context: RunContext) -> PipelineState:
    """Find what waits: once a file an order of names that nothing tells; in a row the cell rules, the article's.

    A column that is said to be none asks nothing.
    """
    rows = replace(state, rows=with_marks_of_combined(state.rows)).in_play
    typed, states = _headers_of(context, ACCOUNT_TYPE), _headers_of(context, "status", "account")
    used = _used_headers(context)
    settled = {*_headers_of(context, NOT_USED)} - used
    headers = [it for it in source_headers(rows) if it not in settled]
    unknown = [it for it in headers if it not in context.setup.used_headers and recognise(it) is None]
    of_addresses = address_kind_rules(filter(is_type_of_addresses, headers))
    of_columns = (*column_rules(headers, typed, unknown), *external_rules(headers), *role_rules(state.rows, states))
    of_types = outsider_rules(rows, [it for it in headers if it not in used and recognise(it) in _OF_TYPES])
    unused = [it for it in headers if it not in used]
    relatives = (*relative_rules(rows, headers, used), *dependent_rules(rows, unused, unknown))
    asked = (used - {*typed}) | {it.column for it in relatives if it.code == "relation_unknown"}
    kinds = unknown_kind_rules(rows, [it for it in headers if it not in asked], {it.column for it in of_types})
    of_people = (*of_types, *relatives, *kinds)
    rules = (*RULES, *of_columns, *of_addresses, *of_people, *sign_rules(headers))
    broken = break_rules(with_row_keys(rows), rules)
    return state.found(company_questions(rows), name_order_questions(rows), broken, validate(rows))


def _headers_of(context: RunContext, *columns: str) -> tuple[str, ...]:
    """Get the headers of columns of ours, each once, in the order of the sources."""
    named = (source.columns.get(column, ()) for source in context.setup.source for column in columns)
    return tuple(dict.fromkeys(header for headers in named for header in headers))


def _used_headers(context: RunContext) -> set[str]:
    """Get every header that a column of ours comes from in some file: not those that are said to be none."""
    named = (source.columns.items() for source in context.setup.source)
    return {header for told in named for column, headers in told if column != NOT_USED for header in headers}


def suppress_mail(state: PipelineState, _context: RunContext) -> PipelineState:
    """Ask for no welcome mail without an address; what was asked for is noted before."""
    return state.after(suppress_welcome_email(state.rows), "suppress_welcome_email")


def check_file(state: PipelineState, context: RunContext) -> PipelineState:
    """Find what no single row can break: a shared address asks about all but one; what is left must be unique."""
    different = answered_pairs(context.resolved, "two_people")
    asked = state.found(shared_addresses(state.in_play, state.doubted, different), oversized_values(state.in_play))
    ready = asked.in_play.filter(~pl.col("row_id").is_in(asked.waits.implode()))
    return asked.found(check_whole_file(ready))


def ask_refused(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about whoever would be sent again just as Keycafe has refused them before."""
    sent = context.before.refused
    if sent is None:
        return state
    kept = state.rows.select("row_id", kept=pl.coalesce("combined_into", "row_id"))
    refused = sent.join(kept, on="row_id").drop("row_id").unique("kept", keep="last", maintain_order=True)
    met = state.in_play.join(refused, left_on="row_id", right_on="kept", suffix=".sent")
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"{name}.sent")) for name in _SENT)
    words = pl.format("{}: '{}'", "month", "said")
    asked = met.filter(same).select("row_id", column=pl.lit(ADDRESS), value="said", reason=pl.coalesce(words, "month"))
    return state.found(findings_of("refused_before", asked))


def ask_duplicates(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about possible duplicates: the row that would be kept goes on, the others wait.

    Whoever may already be in Keycafe waits. A pair that shares an address is asked about once, by its address.
    """
    rows, left_out, elsewhere = state.in_play, _left_out_as_known(state), _elsewhere(state, context)
    pairs = _pairs(rows, left_out, elsewhere) if context.pairs is None else as_pairs(context.pairs)
    doubted = _with_asked_before(_with_doubted(pairs, state.doubted), pl.concat([rows, left_out]), state, context)
    unanswered = without_pairs(doubted, answered_pairs(context.resolved, "two_people"))
    asked = without_weak(without_settled(unanswered, rows, elsewhere), state.rows, elsewhere)
    known = _known(asked, state, context, pl.concat([left_out, elsewhere], how="diagonal"))
    others = _by_other_cells(rows, doubted, context)
    numbers = _by_number_alone(rows, pl.concat([doubted, others]), context)
    unasked = pl.concat([_without_shared(_within(asked, rows), rows), others, few_enough(numbers)])
    is_known = pl.col("row_id").is_in(known.get_column("row_id").implode())
    possible = possible_duplicates(rows, unasked).filter(~is_known)
    found = replace(state, pairs=pairs).found(known, possible, numbers_of_several(rows, numbers))
    there = context.before.known
    return found if there is None else found.found(*_notes_of_list(rows, left_out, known, there))


def _notes_of_list(
    rows: pl.DataFrame, left_out: pl.DataFrame, asked: pl.DataFrame, known: pl.DataFrame
) -> Iterator[pl.DataFrame]:
    """Yield the notes about known people: what of the list says nothing, and who is taken for somebody else."""
    unasked = rows.join(asked, on="row_id", how="anti", maintain_order="left")
    yield from (lists_without_anybody(known), lines_without_anybody(known))
    yield from (numbers_of_others(unasked, known), namesakes(unasked, left_out, known))


def _by_other_cells(rows: pl.DataFrame, asked: pl.DataFrame, context: RunContext) -> pl.DataFrame:
    """Get the pairs of one name by another name, and of one mailbox, that nothing else asks about, nobody answered.

    A column that is used, or said to be none, has no other names.
    """
    chosen = {*_used_headers(context), *_headers_of(context, NOT_USED)}
    headers = [it for it in source_headers(rows) if it not in chosen and is_another_name(it)]
    named, tagged = pairs_of_other_names(rows, headers), pairs_of_tagged_addresses(rows)
    pairs = _without_shared(without_pairs(pl.concat([named, without_pairs(tagged, named)]), asked), rows)
    return without_pairs(pairs, answered_pairs(context.resolved, "two_people"))


def _by_number_alone(rows: pl.DataFrame, asked: pl.DataFrame, context: RunContext) -> pl.DataFrame:
    """Get the pairs of one employee number that nothing else asks about, and nobody answered."""
    pairs = _without_shared(without_pairs(pairs_of_numbers(rows), asked), rows)
    return without_pairs(pairs, answered_pairs(context.resolved, "two_people"))


def _pairs(rows: pl.DataFrame, left_out: pl.DataFrame, elsewhere: pl.DataFrame) -> pl.DataFrame:
    """Get the possible duplicates among rows, then those with people elsewhere.

    The rows are compared as they are where nobody is known: no list of known people makes two rows less alike.
    """
    everybody = pl.concat([rows, left_out]).sort("row_id")
    own = suggest_duplicates(everybody)
    if elsewhere.is_empty():
        return own
    pairs = suggest_duplicates(pl.concat([everybody, elsewhere], how="diagonal"))
    here = everybody.get_column("row_id").implode()
    mixed = pairs.filter(pl.col("left_row_id").is_in(here) ^ pl.col("right_row_id").is_in(here))
    return pl.concat([own, mixed])


def _known(pairs: pl.DataFrame, state: PipelineState, context: RunContext, partners: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every row in play that may be somebody who is already in Keycafe."""
    if context.before.known is None:
        return no_findings()
    by_now = _with_kept_rows(_with_leavers_gone(context.before.known, state.rows), state.rows)
    exact = exactly_doubted(state.in_play, _left_out_as_known(state), by_now)
    there = pl.concat([state.in_play.get_column("row_id"), partners.get_column("row_id")]).implode()
    among = pairs.filter(pl.col("left_row_id").is_in(there) & pl.col("right_row_id").is_in(there))
    doubts = [exact, likely_doubted(among, partners)]
    if context.before.doubted is not None:
        before = asked_again(context.before.doubted, state.rows, context.before.known)
        doubts.append(before.filter(pl.col("row_id").is_in(state.in_play.get_column("row_id").implode())))
    return possibly_known(without_other_people(pl.concat(doubts), said_to_be_others(context.resolved)))


def _with_leavers_gone(known: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the known people; whose row here says that they have left is gone: a namesake may be the same, back again."""
    if ROW not in known.columns:
        return known
    left = rows.filter(pl.col("left_out_reason") == REASON_OF[INACTIVE]).get_column("row_id")
    return known.with_columns((pl.col(GONE).fill_null(value=False) | pl.col(ROW).is_in(left.implode())).alias(GONE))


def _with_kept_rows(known: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the known people with the row that is kept of whoever has a number of theirs, and nothing else."""
    if NUMBERED not in known.columns:
        return known
    kept = rows.select(pl.col("row_id").alias(NUMBERED), kept=pl.coalesce("combined_into", "row_id"))
    met = known.join(kept, on=NUMBERED, how="left", maintain_order="left")
    return met.with_columns(pl.col("kept").alias(NUMBERED)).drop("kept")


def _with_doubted(pairs: pl.DataFrame, doubted: pl.DataFrame) -> pl.DataFrame:
    """Get the possible duplicates, before them those that one cell keeps from being certain, however alike they are."""
    if doubted.is_empty():
        return pairs
    sure = as_pairs(doubted.select("left_row_id", "right_row_id", "reason", score=pl.lit(1.0)))
    return pl.concat([sure, without_pairs(pairs, doubted)])


def _with_asked_before(
    pairs: pl.DataFrame, people: pl.DataFrame, state: PipelineState, context: RunContext
) -> pl.DataFrame:
    """Get the possible duplicates, and behind them the pairs of `people` of before: no question closes unanswered."""
    if context.before.asked is None:
        return pairs
    kept = dict(state.rows.select("row_id", pl.coalesce("combined_into", "row_id")).rows())
    are_there = pl.all_horizontal(pl.all().is_in(people.get_column("row_id").implode()))
    now = context.before.asked.select(pl.all().replace(kept)).filter(are_there)
    ordered = now.select(left_row_id=pl.min_horizontal(pl.all()), right_row_id=pl.max_horizontal(pl.all())).unique()
    two = ordered.filter(pl.col("left_row_id") != pl.col("right_row_id")).sort(pl.all())
    told = two.with_columns(score=pl.lit(_SCORE_OF_BEFORE), reason=pl.lit("asked about before, and not answered"))
    return pl.concat([pairs, without_pairs(as_pairs(told), pairs)])


def _without_shared(pairs: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs that do not share an address: asked twice, each row would wait for the other one."""
    if pairs.is_empty():
        return pairs
    address = rows.select("row_id", address=email_key("Email Address"))
    left = pairs.join(address.rename({"row_id": "left_row_id"}), on="left_row_id", how="left", maintain_order="left")
    both = left.join(
        address.rename({"row_id": "right_row_id"}),
        on="right_row_id",
        how="left",
        suffix="_other",
        maintain_order="left",
    )
    same = (pl.col("address") == pl.col("address_other")).fill_null(value=False)
    return both.filter(~same).drop("address", "address_other")


def _within(pairs: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    here = rows.get_column("row_id").implode()
    return pairs.filter(pl.col("left_row_id").is_in(here) & pl.col("right_row_id").is_in(here))


def _left_out_as_known(state: PipelineState) -> pl.DataFrame:
    return state.rows.filter(pl.col("left_out_reason") == IN_KEYCAFE, pl.col("combined_into").is_null())


def _elsewhere(state: PipelineState, context: RunContext) -> pl.DataFrame:
    """Get who is in Keycafe already and is no row, as rows: none where nobody is known."""
    return state.rows.clear() if context.before.known is None else partners_elsewhere(state.rows, context.before.known)
