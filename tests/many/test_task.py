from keycafe_clean.many.task import Result, Task


def test_a_log_shows_a_number_of_what_is_sent_and_comes_back() -> None:
    """Dask logs the arguments of a task that failed: neither a path nor a byte of a file is in what it prints."""
    task = Task(7, "/jobs/acme", ("/jobs/acme/staff.csv",), "2026-11-03", "2026-11", is_begun=False, sent={"a": b"Ann"})

    assert (repr(task), repr(Result(7, 2, ("acme is in use.",)))) == ("job 7", "result of job 7")
