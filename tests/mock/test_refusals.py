import pytest

from keycafe_clean.mock import refusals
from keycafe_clean.mock.refusals import STATUS, Refusal


@pytest.mark.parametrize(
    ("refusal", "status", "error_id"),
    [
        (refusals.unauthorized(), 401, "unauthorized"),
        (refusals.email_not_confirmed(), 403, "account.emailNotConfirmed"),
        (refusals.wrong_file("It is empty."), 400, "import.wrongFile"),
        (refusals.not_found("import with this id"), 404, "operation.notFound"),
        (refusals.file_too_large(9), 413, "import.fileTooLarge"),
        (refusals.internal_error(), 500, "error.unknown"),
    ],
)
def test_a_refusal_has_its_status_and_id(refusal: Refusal, status: int, error_id: str) -> None:
    """Programs go by the two of them."""
    assert (refusal.status, refusal.error_id) == (status, error_id)


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (
            refusals.file_too_large(2_097_152),
            ("The file is larger than 2,097,152 bytes, the most that an import takes. Split it into several files."),
        ),
        (
            refusals.not_found("invitation with this id"),
            "There is no invitation with this id. Look at the list, and ask for one of those.",
        ),
        (refusals.wrong_file("It is empty."), "It is empty."),
    ],
)
def test_a_refusal_is_its_sentence(refusal: Refusal, sentence: str) -> None:
    """Whoever prints it shows people what they are told."""
    assert str(refusal) == refusal.message == sentence


@pytest.mark.parametrize("error_id", STATUS)
def test_every_status_is_one_of_an_error(error_id: str) -> None:
    """Nothing is refused with a success or a redirection."""
    assert 400 <= Refusal(error_id, "No.").status <= 500


def test_an_id_that_has_no_status_is_a_mistake_of_ours() -> None:
    """Nothing is refused under a name that nobody knows."""
    with pytest.raises(KeyError):
        Refusal("import.sunday", "Not on Sundays.")
