import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.typos import TYPO_RULES, suggest_addresses

COMPANY = [f"p{number}@acme.com" for number in range(40)]


def found(cell: str, colleagues: list[str]) -> pl.DataFrame:
    """Get the findings about one address among those of colleagues, in words."""
    frame = pl.DataFrame({"Email Address": [cell, *colleagues]}).with_row_index("row_id")
    places = frame.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))
    return in_words(break_rules(suggest_addresses(frame), TYPO_RULES), places)


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("ana@acme.con", "ana@acme.com"),
        ("ana@acme.co", "ana@acme.com"),
        ("ana@amce.com", "ana@acme.com"),
        ("ana@gmial.com", "ana@gmail.com"),
        ("ana@other.con", "ana@other.com"),
        ("ana@аcmе.com", "ana@acme.com"),
        ("ana.ruiz_acme.com#ext#@tenant.onmicrosoft.com", "ana.ruiz@acme.com"),
    ],
)
def test_typo_of_a_domain_is_a_question_with_a_suggestion(cell: str, suggestion: str) -> None:
    """A domain one typo from a known one is asked about."""
    assert found(cell, COMPANY).select("code", "suggestion").rows() == [("email_slip", suggestion)]


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("ana@acme,com", "ana@acme.com"),
        ("ana@@acme.com", "ana@acme.com"),
        ("ana @acme.com", "ana@acme.com"),
        ("ana..ruiz@acme.com", "ana.ruiz@acme.com"),
        (".ana@acme.com", "ana@acme.com"),
        ("ana.@acme.com", "ana@acme.com"),
        ("ana@.acme.com", "ana@acme.com"),
        ("ana@acme", "ana@acme.com"),
        ("ana.ruizacme.com", "ana.ruiz@acme.com"),
        ("ana (at) acme (dot) com", "ana@acme.com"),
        ("ana ruiz [ana@acme]", "ana@acme.com"),
        ("ana@acme (work)", "ana@acme.com"),
        ("ana%40acme", "ana@acme.com"),
        ("e-mail: ana@acme", "ana@acme.com"),
        ("->ana@acme", "ana@acme.com"),
        ("www.ana@acme", "ana@acme.com"),
        ("ana@acme.", "ana@acme.com"),
    ],
)
def test_broken_address_comes_with_a_suggestion_when_there_is_one(cell: str, suggestion: str) -> None:
    """A broken address is still to be repaired, and the repair is at hand."""
    assert found(cell, COMPANY).select("code", "suggestion").rows() == [("email_syntax", suggestion)]


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("ana@acme.com; ana@gmail.com", "ana@acme.com"),
        ("ana@gmail.com / ana@acme.com", "ana@acme.com"),
        ("ana@x.org, ana@y.org", "ana@x.org"),
        ("ana_acme.com#ext#@tenant.onmicrosoft.com; bo@acme.com", "bo@acme.com"),
    ],
)
def test_two_addresses_are_a_question(cell: str, suggestion: str | None) -> None:
    """The one at work is suggested where the company is known by its other addresses."""
    assert found(cell, COMPANY).select("code", "suggestion").rows() == [("two_addresses", suggestion)]


@pytest.mark.parametrize(
    "cell",
    [
        "ana@acme.com",
        "ana@mail.com",
        "ana@yahoo.pt",
        "ana@müller.de",
        "ana@yahoo.cl",
        "ana@eu.acme.com",
        "ana@gmail.com",
        "ana@ab.de",
        "n/a",
    ],
)
def test_nothing_is_suggested_when_nothing_is_near(cell: str) -> None:
    """Domains that exist, of their own or of others, are no typos."""
    assert found(cell, COMPANY).is_empty()


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("ana@acme.com (work)", "ana@acme.com"),
        ("ana ruiz [ana@acme.com]", "ana@acme.com"),
        ("ana%40acme.com", "ana@acme.com"),
        ("ana (arroba) acme (punto) com", "ana@acme.com"),
        ("->ana@acme.com", "ana@acme.com"),
        ("tel: 12; ana@acme.com", "ana@acme.com"),
        ("→ ana@acme.com", "ana@acme.com"),
    ],
)
def test_address_within_other_words_is_the_suggestion(cell: str, suggestion: str) -> None:
    """The one address that can be read in a cell is suggested, without what stands around it."""
    assert found(cell, []).select("code", "suggestion").rows() == [("email_syntax", suggestion)]


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("home: a@x.org; work: ana@y.org", "ana@y.org"),
        ("a@x.org (privat), ana@y.org (dienstlich)", "ana@y.org"),
        ("a@x.org:::ana@acme.com", "ana@acme.com"),
        ("a@x.org ana@y.org", "a@x.org"),
        ("a@x.org; Work: ANA@Y.org", "ana@y.org"),
        ("a@x.org; ana@gmail.com; ana@acme.com", "ana@acme.com"),
        ("a..b@x.org; ana@y.org", "ana@y.org"),
    ],
)
def test_one_of_several_is_suggested(cell: str, suggestion: str) -> None:
    """The mail server's own first, then what the cell calls the one at work, the company's, and the first sound one."""
    assert found(cell, [*COMPANY, *(f"p{number}@gmail.com" for number in range(50))]).select(
        "code", "suggestion"
    ).rows() == [("two_addresses", suggestion)]


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("ışıl.öz@acme.com", "isil.oz@acme.com"),
        ("i\u0307pek@acme.com", "ipek@acme.com"),
        ("ayşe@acme.com", "ayse@acme.com"),
        ("gülşah.ünç@acme.com", "gulsah.unc@acme.com"),
        ("josé@@acme.com", "jose@acme.com"),
        ("jö?rg@acme.com", None),
        ("josé@acme.com", "jose@acme.com"),
        ("wójcik.ł@acme.com", "wojcik.l@acme.com"),
        ("huda.saleh٢@acme.com", "huda.saleh2@acme.com"),
        ("jörg@acme.com", None),
        ("иван@acme.com", None),
    ],
)
def test_letters_before_the_at_say_their_own_reason(cell: str, suggestion: str | None) -> None:
    """A local part beyond ASCII is a question; a plain one is suggested where there is one way to write it."""
    assert found(cell, COMPANY).select("code", "suggestion").rows() == [("email_letters", suggestion)]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("?ana@acme.com", "email_slip"),
        ("www.ana@acme.com", "email_slip"),
        ("an?a@acme.com", "email_signs"),
        ("ana@acme.zzq", "email_ending"),
    ],
)
def test_address_that_is_hardly_the_one_is_a_question(cell: str, code: str) -> None:
    """A sign or `www.` before an address, a sign within it, an ending that does not exist: allowed, and asked about."""
    assert found(cell, COMPANY).get_column("code").to_list() == [code]


def test_sign_in_what_is_no_address_is_not_asked_about() -> None:
    """A broken address is the article's business, whatever signs it has."""
    assert found("an?a@", COMPANY).is_empty()


@pytest.mark.parametrize(
    "cell", ["o'neil@acme.com", "ana+x@acme.com", "_ana@acme.com", "ana@acme.example", "ana@acme.local"]
)
def test_rare_and_right_addresses_are_not_asked_about(cell: str) -> None:
    """Signs that people have in their addresses, and endings of samples and of a company's own net, are right."""
    assert found(cell, []).is_empty()


def test_neighbouring_domains_are_no_typos_when_both_are_in_use() -> None:
    """Two companies of one group may differ in one letter."""
    other = [f"q{number}@acne.com" for number in range(30)]

    assert found("ana@acne.com", COMPANY + other).is_empty()


def test_domains_of_two_countries_are_no_typos() -> None:
    """The same company has other endings elsewhere."""
    assert found("ana@example.dk", [f"p{number}@example.de" for number in range(40)]).is_empty()


def test_edited_address_is_no_longer_doubted() -> None:
    """What was said about an address does not hold for the one typed over it."""
    frame = pl.DataFrame({"Email Address": ["ana@acme.con", *COMPANY]}).with_row_index("row_id")
    edited = suggest_addresses(frame).with_columns(pl.col("Email Address").str.replace("con$", "com"))

    assert break_rules(edited, TYPO_RULES).is_empty()


def test_typo_is_said_with_the_number_of_others() -> None:
    """The sentence says what was probably meant and who else writes it so."""
    assert found("ana@acme.con", COMPANY).select("sentence", "advice").row(0) == (
        (
            "Row 2: 'ana@acme.con' looks like a slip for 'ana@acme.com' (40 others have that domain). "
            "Nothing is changed until you say so."
        ),
        "Take the suggestion, or keep the address as it is.",
    )


def test_typo_is_said_when_nobody_else_has_the_domain() -> None:
    """Where no number helps, none is said."""
    assert found("ana@other.con", []).get_column("sentence").to_list() == [
        "Row 2: 'ana@other.con' looks like a slip for 'ana@other.com'. Nothing is changed until you say so."
    ]


def test_two_addresses_are_said_with_the_cell() -> None:
    """The sentence shows what stands in the cell."""
    assert found("a@x.org, b@y.org", []).select("sentence", "advice").row(0) == (
        "Row 2: Email Address holds several addresses: 'a@x.org, b@y.org'.",
        "Choose the one that Keycafe should use.",
    )


@pytest.mark.parametrize(
    ("others", "own", "is_asked"), [(10, 1, True), (9, 1, False), (20, 2, True), (19, 2, False), (9, 0, False)]
)
def test_domain_is_meant_where_it_has_ten_times_the_people(others: int, own: int, *, is_asked: bool) -> None:
    """Another domain one letter away is meant where at least ten times as many have it."""
    neighbours = [f"q{number}@acmee.com" for number in range(1, own)]

    assert (
        found("ana@acmee.com", [f"p{number}@acme.com" for number in range(others)] + neighbours).is_empty()
        is not is_asked
    )


@pytest.mark.parametrize(("people", "suggestion"), [(10, "ana@acme.com"), (9, None)])
def test_ten_people_make_a_domain_known(people: int, suggestion: str | None) -> None:
    """A domain without its ending is completed where ten people have it."""
    rest = [f"p{number}@acme.com" for number in range(people)]

    assert found("ana@acme", rest).get_column("suggestion").to_list() in ([suggestion], [])
    assert found("ana@acme", rest).get_column("suggestion").count() == int(suggestion is not None)


def test_first_in_the_alphabet_is_suggested_of_two_domains_of_as_many() -> None:
    """Where as many have either ending, the suggestion does not depend on the order of the rows."""
    rest = [f"p{number}@acme.{ending}" for ending in ("org", "com") for number in range(10)]

    assert found("ana@acme", rest).get_column("suggestion").to_list() == ["ana@acme.com"]


@pytest.mark.parametrize(("domain", "is_asked"), [("abc.com", True), ("ab.com", False)])
def test_short_domains_have_too_many_neighbours(domain: str, *, is_asked: bool) -> None:
    """A domain of fewer than seven letters is nobody's typo."""
    rest = [f"p{number}@{domain.replace('b', 'd')}" for number in range(40)]

    assert found(f"ana@{domain}", rest).is_empty() is not is_asked


@pytest.mark.parametrize(("other", "likely"), [(60, "ana@acmeb.com"), (40, "ana@acmea.com"), (30, "ana@acmea.com")])
def test_domain_of_most_people_is_meant_of_two_that_are_near(other: int, likely: str) -> None:
    """Of two domains one letter away, that of more people is suggested; of as many, the first by its letters."""
    rest = [f"p{number}@acmea.com" for number in range(40)] + [f"p{number}@acmeb.com" for number in range(other)]

    assert found("ana@acmec.com", rest).get_column("suggestion").to_list() == [likely]


def test_typo_within_the_same_country_is_one() -> None:
    """Only the ending says which country is meant."""
    people = [f"p{number}@example.de" for number in range(40)]

    assert found("ana@exampel.de", people).get_column("suggestion").to_list() == ["ana@example.de"]


@pytest.mark.parametrize(("others", "suggestion"), [(29, ["ana@acme.com"]), (30, [])])
def test_thirty_domains_are_known(others: int, suggestion: list[str]) -> None:
    """Those of most people are: a company has no more domains of its own."""
    crowd = [f"p{number}@group-{domain:02}-of-many.org" for domain in range(others) for number in range(11)]
    rest = [*crowd, *(f"p{number}@acme.com" for number in range(10))]

    assert found("ana@acme", rest).get_column("suggestion").drop_nulls().to_list() == suggestion


def test_one_other_with_the_domain_is_said_in_the_singular() -> None:
    """The sentence counts the others."""
    assert "(1 other has that domain)" in found("ana@gmial.com", ["bo@gmail.com"]).item(0, "sentence")


def test_two_addresses_of_which_one_has_letters_are_one_question() -> None:
    """Several addresses are asked about as several."""
    assert found("jörg@acme.com; ana@x.org", COMPANY).get_column("code").to_list() == ["two_addresses"]
