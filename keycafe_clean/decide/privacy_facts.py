"""What the record of processing of a job says and neither code nor files can know."""

from pydantic import BaseModel, ConfigDict


class PrivacyFacts(BaseModel):
    """Of a job: what `keycafe-clean privacy` says and no file can know. What is not said here, the page asks for."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    controller: str | None = None
    """Who is responsible, a joint controller and a representative with them, and how to reach them:
    `Acme Ltd, 1 High Street, Leeds, privacy@acme.com`.
    """
    officer: str | None = None
    """The data protection officer, and how to reach them: `dpo@acme.com`."""
    legal_basis: str | None = None
    """Why the data may be used: `Art. 6(1)(f) GDPR: whoever works here needs the keys of the building`."""
    transfers: str | None = None
    """Where Keycafe takes the data outside the EEA, and what protects it there: `Canada, adequacy decision`."""
    retention: str | None = None
    """Why months are kept as long as `keep_months` says."""
