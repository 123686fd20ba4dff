import json

import pytest

from keycafe_clean.mock.error_handlers import envelope
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import STATUS, Refusal
from keycafe_clean.wire import ErrorEnvelope, FieldError
from tests.mock.in_process import Practice


@pytest.mark.parametrize("error_id", STATUS)
def test_an_envelope_has_the_status_of_its_refusal(error_id: str) -> None:
    """What the client reads is what was refused."""
    response = envelope(Refusal(error_id, "No."), MockPolicy())

    error = ErrorEnvelope.model_validate_json(bytes(response.body)).error
    assert (response.status_code, error.error_id, error.error_message) == (STATUS[error_id], error_id, "No.")


@pytest.mark.parametrize(("wording", "said"), [("sentences", "It is empty."), ("codes", "import.wrongFile")])
def test_the_policy_chooses_the_words(wording: str, said: str) -> None:
    """Under codes a client must manage without our sentences."""
    response = envelope(Refusal("import.wrongFile", "It is empty."), MockPolicy.model_validate({"wording": wording}))

    assert json.loads(bytes(response.body))["error"]["errorMessage"] == said


def test_an_envelope_names_the_fields() -> None:
    """In the manner of the public API: camelCase."""
    fields = (FieldError(field="plan", error_message="It is none."),)

    response = envelope(Refusal("request.notUnderstood", "No."), MockPolicy(), fields)

    assert json.loads(bytes(response.body))["fieldErrors"] == [{"field": "plan", "errorMessage": "It is none."}]


@pytest.mark.parametrize(
    ("path", "kind"), [("/imports/9", "text/html; charset=utf-8"), ("/mock/imports/9", "application/json")]
)
def test_people_get_a_page_and_programs_the_envelope(practice: Practice, path: str, kind: str) -> None:
    """The same refusal, for whoever asked."""
    response = practice.http.get(path)

    assert (response.status_code, response.headers["Content-Type"]) == (404, kind)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/mock/imports", "GET, POST"),
        ("POST", "/mock/imports/1", "GET"),
        ("GET", "/mock/account/plan", "PUT"),
        ("PUT", "/imports", "GET, POST"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(practice: Practice, method: str, path: str, allowed: str) -> None:
    """All routes of an address count, not only the first."""
    response = practice.http.request(method, path)

    assert (response.status_code, response.headers["Allow"]) == (405, allowed)


@pytest.mark.parametrize(
    ("body", "fields"),
    [({"plan": "gold"}, ["plan"]), ({"plan": "paid", "seats": 9}, ["seats"]), ({}, ["plan"])],
)
def test_a_body_that_is_not_understood_names_what_is_wrong(
    practice: Practice, body: dict[str, object], fields: list[str]
) -> None:
    """A wrong part, one too many, one too few."""
    response = practice.http.put("/mock/account/plan", json=body)

    assert [error["field"] for error in response.json()["fieldErrors"]] == fields


@pytest.mark.parametrize(
    ("method", "path", "sentence"),
    [
        ("GET", "/mock/nothing", "There is nothing at this address. /openapi.json lists what there is."),
        ("DELETE", "/mock/limit", "This address does not take this method. /openapi.json lists which it takes."),
        ("GET", "/mock/imports/x", "The request cannot be read. /openapi.json says how to ask."),
    ],
)
def test_what_the_framework_refuses_is_said_in_our_words(
    practice: Practice, method: str, path: str, sentence: str
) -> None:
    """Each says where to look."""
    assert practice.http.request(method, path).json()["error"]["errorMessage"] == sentence
