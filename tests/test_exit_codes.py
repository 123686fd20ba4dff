from keycafe_clean.exit_codes import DONE, NEEDS_A_FIX, UNUSABLE


def test_the_worse_it_ends_the_higher() -> None:
    """Of several runs the highest code is the worst: the shell's own 0 is done."""
    assert (DONE, NEEDS_A_FIX, UNUSABLE) == (0, 1, 2)
