import pytest

from keycafe_clean.masked_addresses import masked_without_address, shows_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Jana Nováková", "Jxxx Nxxxxxxx"),
        ("jana.novak@example.com", "jxxx.nxxxx@example.com"),
        ("j.n@example.com", "x@example.com"),
        ("'j@example.com', 'jan@example.com'", "'x@example.com', 'jxx@example.com'"),
        ("17@example.com", "00@example.com"),
    ],
)
def test_cell_is_masked_and_no_address_is_left(text: str, expected: str) -> None:
    """Names and addresses are masked; of an address of initials nothing before the @ is left."""
    assert masked_without_address(text) == expected


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("write to jana.novak@example.com", True),
        ("<td>Jana@Example.co.uk</td>", True),
        ("j.n@example.com", True),
        ("jörg@example.com", True),
        ("ann@intranet", True),
        ('"ann lee"@example.com', True),
        ("ann!@example.com", True),
        ("ann@[10.0.0.1]", True),
        ("axx@intranet", False),
        ('"axx lxx"@example.com', False),
        ("3@4", False),
        ("mail=jxxx.nxxxx@example.com", False),
        ("x@example.com", False),
        ("00@example.com", False),
        ("@example.com, 3 of them", False),
        ("a @ b", False),
    ],
)
def test_address_is_shown_unless_it_is_masked(text: str, *, is_shown: bool) -> None:
    """An address that is somebody's is seen, a masked one and a bare domain are none."""
    assert shows_address(text) is is_shown


@pytest.mark.parametrize("address", ["j.n@example.com", "jana@example.com", "q7@example.com", "x.y-z@example.com"])
def test_what_is_masked_is_not_refused(address: str) -> None:
    """What we show ourselves is never taken for an address."""
    assert not shows_address(masked_without_address(address))
