from keycafe_clean.desk.views.path_field import PathField


def test_what_is_typed_is_handed_on_each_time() -> None:
    """A path that was read before too, and none at all."""
    called: list[str] = []
    field = PathField()
    field.on_read(called.append)

    for typed in ("big.csv", "big.csv", ""):
        field._handle_custom_msg({"read": typed}, [])

    assert called == ["big.csv", "big.csv", ""]
