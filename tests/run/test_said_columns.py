import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.run.said_columns import columns_said


def test_status_said_twice_is_two_columns() -> None:
    """Of a status, and of what is no column of ours, several headers may be said; of others the last one counts."""
    said = columns_said(["Status=A", "status=B", "none=C", "none=D", "Last day=E", "Last day=F"])

    assert said == {"status": ("A", "B"), "none": ("C", "D"), "exit_date": ("F",)}


def test_column_that_is_none_of_ours_is_refused_with_those_that_are() -> None:
    """It was the option, not the set-up; the name that is on screen and our own both fit."""
    with pytest.raises(SetupError) as error:
        columns_said(["Employee ID=Nr"])

    assert str(error.value) == (
        "--column names 'Employee ID', which is no column of ours. Ours are: First Name, Last Name, Email Address, "
        "Send Invitation, Send Welcome Email, SmartBox User, Badge Code, Generate Access Code, full name, "
        "a part of the last name, employee number, status, account status, who works here, who no longer works here, "
        "who is on leave, last day, first day, first day after coming back, department, location, "
        "type of account, none."
    )
    assert columns_said(["Employee Number=Nr", "exit_date=Ende"]) == {"employee_id": ("Nr",), "exit_date": ("Ende",)}
