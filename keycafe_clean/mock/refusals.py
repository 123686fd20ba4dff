"""Everything that the mock refuses, each with its status, its id and its sentence."""

#: Ids as Keycafe's public API has them where it has one; the rest in its manner (Assumption:).
STATUS = {
    "request.notUnderstood": 400,
    "import.wrongFile": 400,
    "unauthorized": 401,
    "action.forbidden": 403,
    "account.emailNotConfirmed": 403,
    "operation.notFound": 404,
    "method.notAllowed": 405,
    "import.limitReached": 409,
    "import.fileTooLarge": 413,
    "request.tooLarge": 413,
    "request.wrongHost": 421,
    "import.keyReused": 422,
    "request.tooMany": 429,
    "error.unknown": 500,
}


class Refusal(Exception):
    """The mock says no: an id for programs, a whole sentence for people. Never holds anything about a person."""

    def __init__(self, error_id: str, message: str) -> None:
        super().__init__(message)
        self.error_id = error_id
        self.message = message
        self.status = STATUS[error_id]


def unauthorized() -> Refusal:
    """Get the response to wrong or no credentials, the same for both."""
    return Refusal(
        "unauthorized", "This e-mail address and token are not known here. Check both; a key is not a token."
    )


def email_not_confirmed() -> Refusal:
    """Get the response to an import of an account whose address is not confirmed ("Import Limitations")."""
    return Refusal("account.emailNotConfirmed", "Confirm your e-mail address before importing users.")


def file_too_large(max_bytes: int) -> Refusal:
    """Get the response to a file of more than `max_bytes` bytes ("Import Limitations")."""
    return Refusal(
        "import.fileTooLarge",
        f"The file is larger than {max_bytes:,} bytes, the most that an import takes. Split it into several files.",
    )


def request_too_large(max_bytes: int) -> Refusal:
    """Get the response to a request, other than an upload, of more than `max_bytes` bytes."""
    return Refusal(
        "request.tooLarge",
        f"The request is larger than {max_bytes:,} bytes, the most that this address takes."
        " /openapi.json says what it takes.",
    )


def wrong_file(message: str) -> Refusal:
    """Get the response to a file that cannot be read as an import file."""
    return Refusal("import.wrongFile", message)


def not_found(what: str) -> Refusal:
    """Get the response to something that is not there."""
    return Refusal("operation.notFound", f"There is no {what}. Look at the list, and ask for one of those.")


def internal_error() -> Refusal:
    """Get the response to what should not happen."""
    return Refusal("error.unknown", "The service made a mistake of its own. Try again in a few minutes.")
