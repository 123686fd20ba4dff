import pytest

from tests.mock.in_process import Practice


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/mock/users?filter=invited", 200),
        ("/mock/users?filter=invited&page=1", 200),
        ("/mock/users?shown=invited", 400),
        ("/mock/users?Filter=invited", 400),
        ("/mock/account?page=1", 400),
        ("/mock/imports?", 200),
    ],
)
def test_a_parameter_that_a_route_does_not_have_is_refused(practice: Practice, path: str, status: int) -> None:
    """A misspelt filter must not show everybody; a name of our code is none of the interface."""
    assert practice.http.get(path).status_code == status


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "/mock/users?shown=invited",
            "This address has no such parameter. /openapi.json lists what it takes.",
        ),
        ("/mock/users?page=0", "The request cannot be read. /openapi.json says how to ask."),
    ],
)
def test_a_wrong_parameter_is_one_sentence(practice: Practice, path: str, sentence: str) -> None:
    """It says where to read what an address takes."""
    error = practice.http.get(path).json()["error"]

    assert error == {"errorId": "request.notUnderstood", "errorMessage": sentence}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/mock/imports/1", 404),
        (f"/mock/imports/{2**53}", 404),
        (f"/mock/imports/{2**53 + 1}", 400),
        ("/mock/imports/0", 400),
        ("/mock/imports/-1", 400),
        ("/mock/users?page=100000", 200),
        ("/mock/users?page=100001", 400),
        ("/mock/users?page=0", 400),
        ("/mock/users?page=1.5", 400),
    ],
)
def test_ids_and_pages_have_bounds(practice: Practice, path: str, status: int) -> None:
    """Ids stay where JSON numbers are exact; what is within bounds and not there is told as such."""
    assert practice.http.get(path).status_code == status
