from keycafe_clean.privacy.unread_groups import unread_groups


def test_kinds_of_columns_that_are_never_read() -> None:
    """As the vocabulary lists them."""
    assert unread_groups() == (
        *("address at home", "bank and cards", "belief, origin, family and sex", "birth and age", "health"),
        *("numbers of the state", "passwords", "pay", "phone at home"),
    )
