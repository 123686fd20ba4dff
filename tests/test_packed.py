from keycafe_clean.packed import notebooks, samples


def test_what_is_packed_is_found() -> None:
    """The notebook of the desk, and what is taken out of outputs before they are compared."""
    there = notebooks()

    assert all(there.joinpath(name).is_file() for name in ("import_desk.ipynb", "sanitize.cfg"))


def test_sample_of_the_desk_is_found() -> None:
    """It is packed by its name."""
    assert samples().joinpath("workers_2026-11.csv").is_file()
