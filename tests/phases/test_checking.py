from dataclasses import replace

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.phases.checking import REFUSED, ask_duplicates, ask_refused
from keycafe_clean.phases.pipeline_state import Before, RunContext
from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export
from tests.exports import TODAY
from tests.phases.lines import BO, YORK_OUT, cleaned, found, known, outcomes, someone
from tests.phases.stages import after, before


def test_rows_that_wait_are_those_with_a_fix_or_question() -> None:
    """Only the broken address waits; whoever has none is a SmartBox User."""
    people = after("ask_duplicates")

    assert people.waits.to_list() == [3]
    assert people.rows.get_column("user_type").to_list()[2] == "smartbox_user"


def test_only_rows_in_play_are_validated() -> None:
    """What is wrong with a row that is combined or left out is nobody's business."""
    found = after("validate_rows").findings

    assert found.filter(pl.col("severity") == "fix").get_column("row_id").to_list() == [3]


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ({}, [(2, "refused_before")]),
        ({"Email Address": "piotr@example.com"}, []),
        ({"First Name": "Pjotr"}, []),
        ({"Last Name": "Liss"}, []),
    ],
)
def test_only_who_is_as_they_were_sent_is_asked_about(sent: dict[str, str], asked: list[tuple[int, str]]) -> None:
    """A cell that is another one by now may be what Keycafe takes."""
    cells = {"row_id": 2, "month": "November 2026", "said": "no", "First Name": "Piotr", "Last Name": "Lis", **sent}
    state, context = before("ask_refused")
    assert isinstance(context, RunContext)

    done = ask_refused(state, replace(context, before=Before(refused=pl.DataFrame([cells], schema=REFUSED))))

    assert done.findings[state.findings.height :].select("row_id", "code").rows() == asked


@pytest.mark.parametrize(("said", "told"), [("no", "November 2026: 'no'"), (None, "November 2026")])
def test_what_keycafe_said_is_told_where_it_said_something(said: str | None, told: str) -> None:
    """Of a list of those who failed nobody knows why."""
    cells = {"row_id": 2, "month": "November 2026", "said": said, "First Name": "Piotr", "Last Name": "Lis"}
    state, context = before("ask_refused")
    assert isinstance(context, RunContext)

    done = ask_refused(state, replace(context, before=Before(refused=pl.DataFrame([cells], schema=REFUSED))))

    assert done.findings[state.findings.height :].get_column("reason").to_list() == [told]


def test_refused_row_that_was_combined_is_asked_about_where_it_is_kept() -> None:
    """Whichever row of a person was found."""
    state, context = before("ask_refused")
    assert isinstance(context, RunContext)
    kept = state.rows.row(0, named=True)
    cells = {"row_id": 1, "month": "May 2026", "said": "no", **{name: kept[name] for name in REFUSED.names()[3:]}}

    done = ask_refused(state, replace(context, before=Before(refused=pl.DataFrame([cells], schema=REFUSED))))

    assert done.findings[state.findings.height :].select("row_id", "code").rows() == [(0, "refused_before")]


def test_pairs_are_kept_for_the_next_decision() -> None:
    """The possible duplicates that were looked for go on with the state."""
    state = after("ask_duplicates")

    assert state.pairs is not None
    assert state.pairs.columns[:2] == ["left_row_id", "right_row_id"]


def test_pair_with_a_row_that_is_left_out_is_not_asked_about() -> None:
    """Two rows that are both like one that is left out, or combined, by now are not asked about because of it."""
    state, context = before("ask_duplicates")
    assert isinstance(context, RunContext)
    schema = {"left_row_id": pl.UInt32, "right_row_id": pl.UInt32, "score": pl.Float64, "reason": pl.String}
    pairs = pl.DataFrame(
        [(*pair, 0.9, "same last name") for pair in ((2, 4), (3, 4), (1, 2))], schema=schema, orient="row"
    )

    found = ask_duplicates(state, replace(context, pairs=pairs)).findings

    assert "possible_duplicate" not in found.get_column("code")


def test_pair_that_shares_an_address_is_asked_once() -> None:
    """One address and number under two names is one question; asked about both ways, neither row would go out."""
    lines = (
        "First Name,Last Name,E-mail,Employee ID,Department,Location",
        "Anna,Schmidt,anna@example.com,0017,,",
        "Anna,Berg,anna@example.com,0017,Sales,Leeds",
        "Bo,Ek,bo@example.com,0018,Sales,Leeds",
    )

    asked = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert (asked.counts["ready"], asked.counts["waiting"]) == (2, 1)
    assert asked.findings.select("row_id", "code", "other_row_id").rows() == [(0, "possible_duplicate", 1)]


def test_mail_to_nobody_is_not_asked_for() -> None:
    """A welcome mail without an address is noted, and set to false in the file."""
    row = "Jana,Novak,,false,true,true,,true"

    silent = clean(read_export(("hr.csv", f"{','.join(IMPORT_COLUMNS)}\n{row}\n".encode())), today=TODAY)

    assert "mail_to_nobody" in silent.findings.get_column("code")
    assert silent.changes.select("column", "before", "after", "rule").rows() == [
        ("Send Welcome Email", "true", "false", "suppress_welcome_email")
    ]


def test_nothing_is_noted_about_who_goes_into_no_file() -> None:
    """Cells of who is combined or left out are not judged: nobody would ever act on it."""
    done = cleaned(
        "Jana,Novak,jana@corp.local,,0017,Active,,Leeds",
        "Jana,Novak,jana@corp.local,,0017,Active,,Leeds",
        "Omar,Haddad,omar@corp.local,,0018,Terminated,,Leeds",
        "Piotr,Lis,,,0019,Terminated,,Leeds",
        BO,
    )

    assert outcomes(done) == ["combined", "ready", "left_out", "left_out", "ready"]
    assert found(done) == [(1, "internal_domain")]


def test_who_waits_has_no_badge_yet() -> None:
    """A badge is asked about only between people who go into the file: who waits does not take it from anybody."""
    done = cleaned(
        "Jana,Novak,jana at home,A17,0017,Active,,Leeds",
        "Piotr,Lis,piotr@example.com,A17,0018,Active,,Leeds",
        "Omar,Haddad,omar@example.com,B18,0019,Terminated,,Leeds",
        "Eva,Brandt,eva@example.com,B18,0020,Active,,Leeds",
        "Ida,Holm,ida@example.com,C19,0021,Active,,Leeds",
        "Ola,Nilsson,ola@example.com,C19,0022,Active,,Leeds",
    )

    assert outcomes(done) == ["waiting", "ready", "left_out", "ready", "ready", "waiting"]
    assert found(done) == [(0, "email_syntax"), (5, "badge_code_unique")]


def test_address_of_who_is_left_out_is_free() -> None:
    """Who is left out shares an address with nobody; of two people who go in and share one, one waits."""
    done = cleaned(
        "Omar,Haddad,desk@example.com,,0017,Active,,York",
        "Piotr,Lis,desk@example.com,,0018,Active,,Leeds",
        "Ida,Holm,holm@example.com,,0019,Active,,Leeds",
        "Ola,Nilsson,holm@example.com,,0020,Active,,Leeds",
        rule=[YORK_OUT],
    )

    assert [outcomes(done)[i] for i in (0, 1)] == ["left_out", "ready"]
    assert sorted(outcomes(done)[2:]) == ["ready", "waiting"]
    assert [code for _, code in found(done)] == ["shared_address"]


LOCATED = ("Fleet", "Leeds", "York", "Kiruna", "Molde", "Cork")


def crowd() -> list[str]:
    """Get lines of people of whom none may be another, so that a possible pair among others is seen as likely."""
    return [f"P{place}el,{place}sson,{place}@example.com,,01{i},Active,,{place}" for i, place in enumerate(LOCATED)]


JANAS = (
    "Jana,Novakova,jana.novakova@example.com,,,Active,,Leeds",
    "Jana,Novakova,jnovakova@example.org,,,Active,,Leeds",
)


def test_possible_duplicate_of_who_is_left_out_is_not_asked_about() -> None:
    """Who may be one person with somebody who goes into no file anyway is not asked about."""
    out = JANAS[0].replace("Leeds", "Harstad")

    both = cleaned(*JANAS, *crowd())
    one = cleaned(out, JANAS[1], *crowd(), rule=[{"column": "Site", "is": "Harstad", "then": "leave_out"}])

    assert [code for _, code in found(both)] == ["possible_duplicate"]
    assert (found(one), outcomes(one)[:2]) == ([], ["left_out", "ready"])


def test_two_people_by_answer_are_not_asked_about() -> None:
    """A pair that is answered as two people is two people."""
    answered = Decisions().with_pair(
        "two_people", someone("jana.novakova@example.com"), someone("jnovakova@example.org")
    )

    done = cleaned(*JANAS, *crowd(), decisions=answered)

    assert found(done) == []
    assert outcomes(done)[:2] == ["ready", "ready"]


def test_who_waits_is_not_said_to_go_in_as_another_one() -> None:
    """Somebody known has the name and another first day: of a row that waits for that, no note says that it goes in."""
    there = known(("Bo", "Ek", None)).with_columns(start_date=pl.lit("2003-03-01"))

    done = cleaned("Bo,Ek,bo@example.com,,0099,Active,2020-01-01,Leeds", known=there)

    assert (found(done), outcomes(done)) == ([(0, "possible_known")], ["waiting"])


def test_who_may_be_in_keycafe_waits() -> None:
    """Whoever may be somebody who is in Keycafe is asked about that, once, and holds up nobody else."""
    done = cleaned(JANAS[1], *crowd(), known=known(("Jana", "Novakova", "jana.novakova@example.com")))

    assert found(done) == [(0, "possible_known")]
    assert outcomes(done) == ["waiting", *["ready"] * len(LOCATED)]


def test_people_in_keycafe_make_no_other_pairs_of_rows() -> None:
    """Rows are compared once, as they are where nobody is known; people of the list are no pair of each other."""
    there = known(("Ed", "Lo", "e@x.com"), ("Ed", "Lo", "ed@x.com"))

    without, beside = cleaned(*JANAS, *crowd()), cleaned(*JANAS, *crowd(), known=there)

    assert without.pairs.height == 1
    assert_frame_equal(beside.pairs, without.pairs)


def test_who_may_be_in_keycafe_and_another_row() -> None:
    """Two rows that may be one person in Keycafe are each asked about Keycafe alone: one question settles both."""
    done = cleaned(*JANAS, *crowd(), known=known(("Jana", "Novakova", "j.novakova@example.net")))

    assert found(done) == [(0, "possible_known"), (1, "possible_known")]


def test_row_left_out_as_known_may_be_another_row() -> None:
    """Who was left out as being in Keycafe may be the person of another row; who was left out otherwise may not."""
    people = known(("Jana", "Novakova", "jana.novakova@example.com"))

    left = cleaned(*JANAS, *crowd(), known=people)
    ended = cleaned(JANAS[0].replace("Active", "Terminated"), JANAS[1], *crowd(), known=known(("Ed", "Lo", "e@x.com")))

    assert (outcomes(left)[:2], found(left)) == (["left_out", "waiting"], [(1, "possible_known")])
    assert (outcomes(ended)[:2], found(ended)) == (["left_out", "ready"], [])


def test_shared_address_and_another_possible_pair() -> None:
    """A pair is not asked about twice, but what shares an address with one may be a third person."""
    lines = (
        "Anna,Schmidtova,anna@example.com,,0017,Active,,Leeds",
        "Anna,Bergova,anna@example.com,,0018,Active,,Leeds",
    )

    done = cleaned(*lines, *JANAS, *crowd())

    assert [code for _, code in found(done)] == ["shared_address", "possible_duplicate"]


def test_row_without_an_address_may_be_another_row() -> None:
    """A blank is no address that two rows share: whoever may be one person is asked about all the same."""
    done = cleaned(JANAS[0], "Jana,Novakova,,,,Active,,Leeds", *crowd())

    assert [code for _, code in found(done)] == ["possible_duplicate"]


@pytest.mark.parametrize(("header", "code"), [("User Type", "account_type"), ("Category", "account_kind")])
def test_type_of_an_account_is_asked_about_once(header: str, code: str) -> None:
    """A column that is known to hold types of accounts has one rule, any other one that says so has another."""
    lines = (f"First Name,Last Name,E-mail,{header}", "Lobby,Kyocera,kyocera@example.com,Printer")
    users = [f"P{place}el,{place}sson,{place}@example.com,User" for place in LOCATED]

    asked = clean(read_export(("hr.csv", "\n".join([*lines, *users]).encode())), today=TODAY)

    assert found(asked) == [(0, code)]


@pytest.mark.parametrize(("columns", "codes"), [({}, ["no_worker"]), ({"department": ["Group"]}, [])])
def test_column_that_is_used_holds_no_types(columns: dict[str, list[str]], codes: list[str]) -> None:
    """What is said to be a department is one, though its words would tell those who work here otherwise."""
    lines = ("First Name,Last Name,E-mail,Group", "Omar,Haddad,omar@example.com,Customer")
    users = [f"P{place}el,{place}sson,{place}@example.com,Employee" for place in LOCATED]
    setup = Setup.model_validate({"columns": columns})

    asked = clean(read_export(("hr.csv", "\n".join([*lines, *users]).encode())), setup, today=TODAY)

    assert [code for _, code in found(asked)] == codes


@pytest.mark.parametrize(
    ("header", "cells", "codes"),
    [
        ("Person Type", ("Employee", "Affiliate"), ["kind_unknown"]),
        ("User Type", ("Employee", "Affiliate"), ["kind_unknown"]),
        ("Type", ("Employee", "Spouse", "Affiliate"), ["family_member", "relation_unknown"]),
        ("Zq", ("Employee", "Customer", "Affiliate"), ["no_worker", "kind_unknown"]),
        ("Department", ("Employee", "Affiliate"), []),
    ],
)
def test_kind_that_nobody_knows_is_asked_about_once(header: str, cells: tuple[str, ...], codes: list[str]) -> None:
    """In a column that is ours too; not where it may be a relative, nor where a column says where people work."""
    kinds = [cells[0]] * (len(LOCATED) - len(cells) + 1) + [*cells[1:]]
    users = [f"P{place}el,{place}sson,{place}@example.com,{kind}" for place, kind in zip(LOCATED, kinds, strict=True)]

    asked = clean(
        read_export(("hr.csv", "\n".join([f"First Name,Last Name,E-mail,{header}", *users]).encode())), today=TODAY
    )

    assert [code for _, code in found(asked)] == codes


def test_number_of_two_names_is_asked_about_until_it_is_answered() -> None:
    """One employee number is one person's: whoever else has it waits, unless they are answered as two people."""
    lines = (
        "Jana,Novakova,jana.novakova@example.com,,0017,Active,,Leeds",
        "Piotr,Liski,piotr.liski@example.com,,0017,Active,,Leeds",
    )
    answered = Decisions().with_pair(
        "two_people", someone("jana.novakova@example.com"), someone("piotr.liski@example.com")
    )

    asked, settled = (cleaned(*lines, *crowd(), decisions=decisions) for decisions in (None, answered))

    assert ([code for _, code in found(asked)], found(settled)) == (["possible_duplicate"], [])


#: Two people by their numbers, of whom one was called as the other is, and two addresses of one mailbox.
_OTHERWISE = (
    "Employee ID,First Name,Last Name,Former Last Name,E-mail",
    "11,Asha,Rao,,asha.rao@example.com",
    "12,Asha,Pillai,Rao,asha.pillai@example.com",
    "13,Mia,Horn,,mia.horn@example.com",
    "14,M.,Horn,,mia.horn+vpn@example.com",
)


def _asked(setup: Setup | None = None) -> list[tuple[int, int, str]]:
    """Get the possible duplicates among them."""
    export = read_export(("people.csv", "\r\n".join(_OTHERWISE).encode()))
    found = clean(export, setup, today=TODAY).findings
    return found.filter(pl.col("code") == "possible_duplicate").select("row_id", "other_row_id", "reason").rows()


def test_another_name_and_another_address_of_one_mailbox_are_asked_about() -> None:
    """Other numbers do not make two people of whoever had the other's name, or has the other's mailbox."""
    assert _asked() == [
        (0, 1, "same name by 'Former Last Name'"),
        (3, 2, "same mailbox but for what stands behind the +, names that fit"),
    ]


def test_column_that_is_said_to_be_none_has_no_other_names() -> None:
    """Whoever says that a column is not used is not asked about its cells."""
    setup = Setup.model_validate({"columns": {"none": ["Former Last Name"]}})

    assert [row for row, _, _ in _asked(setup)] == [3]
