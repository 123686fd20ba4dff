import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.steps.emails import ADDRESS_STEPS


def address(cell: str | None) -> str | None:
    """Get one address after every step of addresses."""
    frame = pl.DataFrame({"Email Address": pl.Series([cell], dtype=pl.String)})
    for step in ADDRESS_STEPS:
        frame = step(frame)
    answer: str | None = frame.item()
    return answer


@pytest.mark.parametrize(
    "cell",
    [
        "a.b@acme.com",
        "A.B@Acme.COM",
        "mailto:a.b@acme.com",
        "MAILTO: a.b@acme.com",
        "mailto:a.b@acme.com?subject=Keys",
        "SMTP:a.b@acme.com",
        "E:a.b@acme.com",
        "Ana Bo <a.b@acme.com>",
        "Bo, Ana <a.b@acme.com>;",
        '"Bo, Ana" <a.b@acme.com>',
        "<a.b@acme.com>",
        "'a.b@acme.com'",
        "(a.b@acme.com)",
        "[a.b@acme.com](mailto:a.b@acme.com)",
        "a.b@acme.com;",
        "a.b@acme.com.",
        "a.b@acme.com ;.",
        """<('["a.b@acme.com"]')>""",
    ],
)
def test_address_is_bare_when_it_was_wrapped(cell: str) -> None:
    """Whatever a mail program puts around an address comes off, and case goes."""
    assert address(cell) == "a.b@acme.com"


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "a b@acme.com",
        "a @acme.com",
        "a@acme,com",
        "a@@acme.com",
        ".a@acme.com",
        "a@acme",
        "a@acme.com; b@acme.com",
        "a@acme.com, b@acme.com",
        "jörg@müller.de",
        "o'neil@acme.com",
        "na@acme.com",
        "test@acme.com",
        "info@mail.com",
        "john.doe@acme.com",
        "noreen@acme.com",
    ],
)
def test_address_stays_when_only_a_person_can_tell(cell: str | None) -> None:
    """Nothing inside an address is guessed, and nobody's own address is taken away."""
    assert address(cell) == cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("SMTP:ana@acme.com;smtp:ar@acme.com", "ana@acme.com"),
        ("SMTP:ana+hr@acme.com+smtp:ar@acme.com", "ana+hr@acme.com"),
        ("smtp:ar@acme.com SMTP:Ana@Acme.com X500:/o=A", "ana@acme.com"),
        ("ana@acme.com;ana@acme.com", "ana@acme.com"),
        ("Ana@acme.com (work), ana@acme.com (home)", "ana@acme.com"),
        ("SMTP:ana@acme.com;SMTP:bo@acme.com", "smtp:ana@acme.com;smtp:bo@acme.com"),
        ("smtp:ana@acme.com;smtp:bo@acme.com", "smtp:ana@acme.com;smtp:bo@acme.com"),
        ("ana@acme.com;bo@acme.com", "ana@acme.com;bo@acme.com"),
    ],
)
def test_one_of_several_addresses_is_taken_where_it_alone_is_the_primary_one(cell: str, expected: str) -> None:
    """Of several addresses the one with `SMTP:` in capitals is taken, or the one that they all are; else all stay."""
    assert address(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "n/a", "none", "NA", "nan", "-", "unknown", "kein", "aucun", "x@x", "x@x.x", "a@a.com", "noreply@acme.com",
        "No-Reply@acme.com", "donotreply@acme.com", "noemail@noemail.com", "no.email@acme.com", "test@test.com",
        "user@domain.com", "email@example.com", "name@company.org", "mailto:noreply@acme.com", "<none>",
    ],
)  # fmt: skip
def test_address_is_blank_when_it_is_nobodys(cell: str) -> None:
    """Placeholders and addresses that nobody reads become blank."""
    assert address(cell) is None


@given(st.text(st.sampled_from("aN@.<>;:' \"[](),?-"), max_size=12))
def test_address_changes_nothing_when_it_is_tidied_again(cell: str) -> None:
    """Tidying a tidied address changes nothing."""
    once = address(cell)

    assert address(once) == once
