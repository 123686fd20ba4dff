from keycafe_clean.job_words import ALL_ADDED, ANSWERS, FAILED, NOT_UPLOADED, REFUSED


def test_every_way_to_answer_is_one_sentence() -> None:
    """In the order in which they are offered."""
    assert list(ANSWERS) == [ALL_ADDED, FAILED, REFUSED, NOT_UPLOADED]
    assert all(said.endswith(".") and said.count(".") == 1 for said in ANSWERS.values())
