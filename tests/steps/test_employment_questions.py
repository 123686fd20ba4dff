from datetime import date

import polars as pl
import pytest

from keycafe_clean.findings import in_words
from keycafe_clean.steps import EmploymentAnswers, employment, employment_questions, read_employment
from keycafe_clean.steps.days import settle_days

TODAY = date(2026, 11, 22)


def asked(frame: pl.DataFrame, answers: EmploymentAnswers | None = None) -> list[str]:
    """Get the sentence and the advice of every question."""
    said = answers or EmploymentAnswers()
    rows = judged(frame, said)
    places = rows.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))
    found = in_words(employment_questions(rows, TODAY, said), places)
    return found.select(pl.concat_str("sentence", pl.lit(" "), "advice")).to_series().to_list()


def judged(frame: pl.DataFrame, said: EmploymentAnswers) -> pl.DataFrame:
    """Get the rows with what is said of their employment."""
    blank = [
        pl.lit(None, pl.String).alias(name)
        for name in ("exit_date", "start_date", "rehire_date")
        if name not in frame.columns
    ]
    rows = frame.with_row_index("row_id").with_columns(blank, source_row=pl.int_range(pl.len()) + 2)
    return employment(settle_days(read_employment(rows, said), TODAY), TODAY, said)


def test_word_is_asked_about_once_when_nobody_knows_it() -> None:
    """One question a word, whatever the number of rows."""
    frame = pl.DataFrame({"status_1": ["Blue", "Blue", "Active", None]})

    assert asked(frame, EmploymentAnswers(headers={"status_1": "Status"})) == [
        (
            "Status is 'Blue' in 2 rows. It is not known whether that means that somebody works here. "
            'Say it once in setup.toml, under [status_words]: "Blue" = "active" (or inactive, leave, future). '
            "Until then they go in."
        )
    ]


@pytest.mark.parametrize(
    ("words", "waiting"),
    [
        (["Blue", *["Active"] * 2], []),
        (["Blue", *["Active"] * 3], ["Blue"]),
        (["Blue", "Red", "Green"], []),
        (["Blue", "Red", "Green", "Yellow", None], ["Blue", "Green", "Red", "Yellow"]),
        (["no longer with us"] * 2, ["no longer with us"] * 2),
    ],
)
def test_rows_wait_for_a_word_that_few_have_or_that_sounds_like_leaving(words: list[str], waiting: list[str]) -> None:
    """A word that a third has is what most people are; who has another one waits for the answer."""
    rows = judged(pl.DataFrame({"status_1": words}), EmploymentAnswers())

    found = employment_questions(rows, TODAY).filter(pl.col("code") == "status_word_open")
    assert sorted(found.get_column("value")) == waiting


def test_word_of_somebody_who_has_left_anyhow_is_not_asked_about() -> None:
    """A last day in the past settles it, whatever the word means."""
    frame = pl.DataFrame({"status_1": ["C", "Active"], "exit_date": ["2020-01-01", None]})

    assert asked(frame) == []


def test_word_is_not_asked_about_when_it_was_answered() -> None:
    """An answer holds for the whole export."""
    frame = pl.DataFrame({"status_1": ["Blue", "Active"]})

    assert asked(frame, EmploymentAnswers(words={"blue": "active"})) == []


def test_order_of_dates_is_asked_about_when_it_decides() -> None:
    """12/01/2026 is past or to come: somebody must say."""
    frame = pl.DataFrame({"exit_date": ["12/01/2026", "01/01/2020", None]})

    assert asked(frame) == [
        (
            "exit_date: '12/01/2026' can be read day first or month first, and 1 row would have another outcome. "
            "Say once which comes first, with --day-first or --month-first, or in setup.toml of the job below "
            "[day_first]; until then these rows wait."
        ),
        (
            "Row 2: exit_date is '12/01/2026', and waits for the answer to how exit_date is written. "
            "Answer that once, or say 'right' if this person works here now, 'leave out' if not."
        ),
    ]


@pytest.mark.parametrize(
    ("column", "cells", "waiting"),
    [
        ("exit_date", ["1447-02-07", "1446-11-30", None, "9999-12-31"], [2, 3]),
        ("start_date", ["1448-02-07", "1447-11-30", "1448-11-30", None], [2, 4]),
        ("exit_date", ["٠٧/٠٢/١٤٤٧", "١٤٤٦/١١/٣٠"], [2, 3]),
        ("exit_date", ["5786-05-20", "5785-01-02"], [2, 3]),
    ],
)
def test_years_of_another_calendar_are_asked_about_once(column: str, cells: list[str], waiting: list[int]) -> None:
    """Years that are not converted are one question about the column, and whoever has one waits."""
    about, *rows = asked(pl.DataFrame({column: cells}))

    assert about.partition(": '")[0] == column
    assert f"has a year of another calendar, in {len(waiting)} rows. It is not known which day is meant." in about
    assert [int(row.split()[1].rstrip(":")) for row in rows] == waiting


@pytest.mark.parametrize(
    ("exit_date", "start_date", "is_asked"),
    [
        ("31.12.99", None, True),
        ("12/31/99", None, True),
        ("31-12-99", "1998-05-01", True),
        ("31.12.99", "2019-05-01", False),
        ("30.12.99", None, False),
        ("31.12.1999", None, False),
    ],
)
def test_last_day_of_1999_in_two_digits_may_say_never(
    exit_date: str, start_date: str | None, *, is_asked: bool
) -> None:
    """Two digits are left of 9999 too; whoever began later cannot have left in 1999."""
    frame = pl.DataFrame(
        {"exit_date": [exit_date], "start_date": [start_date]}, schema_overrides={"start_date": pl.String}
    )

    sentence = f"Row 2: exit_date is '{exit_date}', which may be a last day of long ago or stand for none at all."
    advice = "Say 'right' if this person works here now, 'leave out' if not."
    assert asked(frame) == [f"{sentence} {advice}"] * is_asked


@pytest.mark.parametrize(
    "cells", [["1404/06/09", "1403/02/01"], ["2568-08-31", "2567-01-31"], ["令和7年8月31日"], ["soon"]]
)
def test_years_that_are_converted_are_not_asked_about(cells: list[str]) -> None:
    """A calendar that the column tells is read by it; text that is no date is not one of another calendar."""
    assert not [said for said in asked(pl.DataFrame({"exit_date": cells})) if "calendar" in said]


def test_order_of_dates_is_not_asked_about_when_nothing_depends_on_it() -> None:
    """Both readings lie in the past, or the column tells, or it was answered."""
    past = pl.DataFrame({"exit_date": ["03/04/2020"]})
    telling = pl.DataFrame({"exit_date": ["12/01/2026", "13/01/2020"]})
    open_ = pl.DataFrame({"exit_date": ["12/01/2026"]})

    assert asked(past) == asked(telling) == asked(open_, EmploymentAnswers(day_first={"exit_date": True})) == []


def test_exit_date_is_asked_about_when_it_is_no_date() -> None:
    """A day that does not exist leaves open who has left; a way to say never does not."""
    frame = pl.DataFrame({"exit_date": ["31.02.2026", "9999-12-31", "-", "00.00.0000", "Present", "unbefristet", None]})

    assert asked(frame) == [
        (
            "Row 2: exit_date is '31.02.2026', which is no full date. Whether this person has left cannot be told. "
            "Repair the date in the HR file, or say 'right' if this person still works here, 'leave out' if not."
        )
    ]


def test_people_who_left_although_their_status_says_otherwise_are_asked_about() -> None:
    """An exit date that has passed wins over a status, and the note says how often."""
    frame = pl.DataFrame(
        {"status_1": ["Active", "Active", "Terminated"], "exit_date": ["2026-01-31", None, "2026-01-31"]}
    )
    headers = {"status_1": "Status", "exit_date": "Last Day"}

    assert asked(frame, EmploymentAnswers(headers=headers)) == [
        (
            "Status says in row 2 that somebody works here whose Last Day has passed. They are left out. "
            "Where Status is right, correct Last Day in row 2 and run again; where Last Day is right, nothing is to do."
        )
    ]


def test_contradicted_status_is_asked_about_in_its_row() -> None:
    """Both columns and both cells are named; who has left by date is not asked about."""
    frame = pl.DataFrame(
        {
            "status_1": ["Active", "Active", "Active"],
            "status_2": ["Terminated", "Terminated", "Active"],
            "exit_date": [None, "2026-01-31", None],
        }
    )

    assert asked(frame, EmploymentAnswers(headers={"status_1": "Person", "status_2": "Job", "exit_date": "End"}))[
        :1
    ] == [
        (
            "Row 2: Job is 'Terminated', but Person is 'Active'. Say 'leave out' if this person has left, 'right' if "
            'they still work here; if Job is wrong for everybody, --column "none=Job".'
        )
    ]


def test_first_day_is_asked_about_when_nobody_can_read_it() -> None:
    """Whoever may begin later waits; who began long ago, or is not said to, is not asked about."""
    frame = pl.DataFrame({"start_date": ["Q1 2027", "2014", "-", None, "2019-05-01"]})

    assert asked(frame) == [
        (
            "Row 2: start_date is 'Q1 2027', which is no full date. Whether this person has begun cannot be told. "
            "Repair the date in the HR file, or say 'right' if this person works here now, 'leave out' if not."
        )
    ]


@pytest.mark.parametrize(("column", "cell"), [("start_date", "2075/04/01"), ("exit_date", "2083/06/14")])
def test_day_too_far_ahead_is_asked_about(column: str, cell: str) -> None:
    """It may be of another calendar: nobody is left out until then in silence, and nobody goes in."""
    assert asked(pl.DataFrame({column: [cell, "2019-05-01"]})) == [
        (
            f"Row 2: {column} is '{cell}', read as {cell.replace('/', '-')}, which lies too far ahead: it may be a "
            "slip or of another calendar. Correct the date in the HR file, or say 'right' if this person works here "
            "now, 'leave out' if not."
        )
    ]


@pytest.mark.parametrize("cell", ["soon", "2075/04/01", "1448-11-30"])
def test_first_day_is_not_asked_about_when_later_starters_go_in(cell: str) -> None:
    """Where nobody is left out who starts later, no first day changes who goes in."""
    assert asked(pl.DataFrame({"start_date": [cell]}), EmploymentAnswers(starters_wait=False)) == []


def test_place_of_a_short_year_is_asked_about_when_it_decides() -> None:
    """24 October 2026 or 26 October 2024 has passed; 26 October 2027 has not."""
    assert asked(pl.DataFrame({"exit_date": ["26-10-24", "26-10-27", None]})) == [
        (
            "exit_date: '26-10-27' can be read with its year first or last, and 1 row would have another outcome. "
            "Export exit_date once more as 2026-10-31; until then these rows wait."
        ),
        (
            "Row 3: exit_date is '26-10-27', and waits for the answer to how exit_date is written. "
            "Answer that once, or say 'right' if this person works here now, 'leave out' if not."
        ),
    ]


def test_name_of_two_months_is_asked_about_when_it_decides() -> None:
    """Whoever leaves in listopad has left by the Croatian month, and is here until the end of the Polish one."""
    about, *rows = asked(pl.DataFrame({"exit_date": ["listopad 2026", "listopad 2025"]}))

    assert about == (
        "exit_date: 'listopad 2026' can be read as it is in Croatia or elsewhere, and 1 row would have another "
        "outcome. Export exit_date once more as 2026-10-31; until then these rows wait."
    )
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("ticks", "tick", "places"),
    [
        (["x", None, "x"], "x", [1]),
        (["Y", "-", "Y"], "Y", [1]),
        (["x", "no", None], "", []),
        ([None, None, None], "", []),
    ],
)
def test_blank_among_ticks_is_asked_about(ticks: list[str | None], tick: str, places: list[int]) -> None:
    """Where whoever works here is ticked and nobody has a no, a blank may be one; it is the row that is asked about."""
    frame = pl.DataFrame({"active_1": ticks, "file": ["a.csv"] * 3}, schema={"active_1": pl.String, "file": pl.String})

    assert asked(frame, EmploymentAnswers(headers={"active_1": "Here"})) == [
        f"Row {place + 2}: Here is blank; whatever stands in other rows there is a yes, such as '{tick}'. "
        "Say 'right' if this person still works here, 'leave out' if not."
        for place in places
    ]


def test_blank_of_a_file_without_ticks_is_not_asked_about() -> None:
    """Another file has no such column: its rows are blank there, and nobody says that they are gone."""
    frame = pl.DataFrame({"active_1": ["x", "x", None], "file": ["a.csv", "a.csv", "b.csv"]})

    assert asked(frame) == []


@pytest.mark.parametrize(
    ("left", "stay", "code"),
    [
        (5, 45, "many_left_but_active"),
        (5, 46, "left_but_active"),
        (4, 0, "left_but_active"),
        (5, 0, "many_left_but_active"),
    ],
)
def test_many_who_left_although_their_status_says_otherwise_are_a_question(left: int, stay: int, code: str) -> None:
    """Five people, and a tenth of all, may be a column that is taken for another one."""
    frame = pl.DataFrame({"status_1": ["Active"] * (left + stay), "exit_date": ["2026-01-31"] * left + [None] * stay})

    assert employment_questions(judged(frame, EmploymentAnswers()), TODAY).get_column("code").to_list() == [code]


def test_only_those_count_whose_status_says_that_they_work_here() -> None:
    """Whoever has left by both is no contradiction."""
    frame = pl.DataFrame({"status_1": ["Active", "Terminated", "Terminated"], "exit_date": ["2026-01-31"] * 3})

    asked = employment_questions(judged(frame, EmploymentAnswers()), TODAY)

    assert asked.select("code", "reason").rows() == [("left_but_active", "row 2")]


@pytest.mark.parametrize(
    ("left", "named"), [(1, "row 2"), (2, "rows 2 and 3"), (3, "rows 2, 3 and 4"), (4, "rows 2, 3, 4 and 1 more")]
)
def test_few_who_left_although_their_status_says_otherwise_are_named(left: int, named: str) -> None:
    """Up to three rows; the others are counted."""
    frame = pl.DataFrame({"status_1": ["Active"] * left, "exit_date": ["2026-01-31"] * left})

    assert asked(frame, EmploymentAnswers(headers={"status_1": "Status", "exit_date": "End"})) == [
        (
            f"Status says in {named} that somebody works here whose End has passed. They are left out. Where Status is "
            f"right, correct End in {named} and run again; where End is right, nothing is to do."
        )
    ]


def test_rows_of_several_files_are_named_with_their_file() -> None:
    """As every sentence about a row does it."""
    cells = {"status_1": ["Active"] * 2, "exit_date": ["2026-01-31"] * 2, "file": ["a.csv", "b.csv"]}
    rows = judged(pl.DataFrame(cells), EmploymentAnswers())

    assert employment_questions(rows, TODAY).get_column("reason").to_list() == ["rows 2 of a.csv and 3 of b.csv"]


@pytest.mark.parametrize("word", ["Vacante", "VACANT", "Unbesetzt"])
def test_status_of_a_vacant_post_is_asked_about_as_one(word: str) -> None:
    """Nobody is asked whether a person works here where no person may be."""
    rows = judged(pl.DataFrame({"status_1": [word, "Active"]}), EmploymentAnswers())

    found = employment_questions(rows, TODAY).drop_nulls("row_id")

    assert found.select("row_id", "code", "column", "value").rows() == [(0, "vacant_post", "status_1", word)]


def test_words_are_asked_about_by_how_many_have_them() -> None:
    """Those of most rows first, of as many by their letters; those for which rows wait before the others."""
    words = ["Red", "Blue", "Green", "Aqua", "Blue", "Green", "Black", *["White"] * 7]
    rows = judged(pl.DataFrame({"status_1": words}), EmploymentAnswers())

    asked = employment_questions(rows, TODAY).filter(pl.col("row_id").is_null()).select("code", "value")

    waiting = ["Blue", "Green", "Aqua", "Black", "Red"]
    assert asked.rows() == [*(("status_word_waits", word) for word in waiting), ("status_word", "White")]


def test_cell_that_says_both_is_asked_about_in_its_row() -> None:
    """Every row with one, each by itself."""
    rows = judged(pl.DataFrame({"status_1": ["Active;Inactive", "Active", "Aktiv / Inaktiv"]}), EmploymentAnswers())

    asked = employment_questions(rows, TODAY)

    assert asked.select("row_id", "code", "column").rows() == [
        (0, "status_mixed", "status_1"),
        (2, "status_mixed", "status_1"),
    ]


def test_last_days_of_long_ago_are_asked_about_once() -> None:
    """Nobody is left out in silence by a column that says that all left before there were files to export."""
    assert asked(pl.DataFrame({"exit_date": ["1969-08-31", None, "1970-04-30"]})) == [
        (
            "exit_date: all days lie more than 40 years back, such as '1969-08-31'. 2 rows would be left out by them. "
            "Export exit_date once more with years like 2026; until then these rows wait."
        ),
        (
            "Row 2: exit_date is '1969-08-31', and waits for the answer to how exit_date is written. "
            "Answer that once, or say 'right' if this person works here now, 'leave out' if not."
        ),
        (
            "Row 4: exit_date is '1970-04-30', and waits for the answer to how exit_date is written. "
            "Answer that once, or say 'right' if this person works here now, 'leave out' if not."
        ),
    ]


def test_last_days_of_long_ago_are_not_asked_about_beside_a_status() -> None:
    """Whoever has left by their status too is settled."""
    assert asked(pl.DataFrame({"exit_date": ["1969-08-31", None], "status_1": ["Terminated", "Active"]})) == []


def test_short_years_that_may_be_buddhist_are_asked_about() -> None:
    """Whoever leaves in April 1970, or 2027, waits; in a Thai file it is 2027."""
    frame = pl.DataFrame({"exit_date": ["30/4/70", None]})

    assert asked(frame) == [
        (
            "exit_date: '30/4/70' can be read with a year of ours or a Buddhist one, and 1 row would have another "
            "outcome. Export exit_date once more as 2026-10-31; until then these rows wait."
        ),
        (
            "Row 2: exit_date is '30/4/70', and waits for the answer to how exit_date is written. "
            "Answer that once, or say 'right' if this person works here now, 'leave out' if not."
        ),
    ]
    assert asked(frame, EmploymentAnswers(language="Thai")) == []


@pytest.mark.parametrize("column", ["exit_date", "start_date"])
def test_calendar_that_a_header_names_is_asked_about_once(column: str) -> None:
    """Days that are not converted are not used; a blank leaves nothing open."""
    said = EmploymentAnswers(headers={column: "Date (BS)"}, calendars={column: "nepali"})

    assert asked(pl.DataFrame({column: ["2081/02/30", "2079/11/04", None]}), said) == [
        (
            "Date (BS): '2079/11/04' has a year of another calendar, in 2 rows. It is not known which day is meant. "
            "Export Date (BS) once more with years like 2026, or answer row by row; until then these rows wait."
        ),
        (
            "Row 2: Date (BS) is '2081/02/30', a day of a calendar that is not read here. "
            "Whether this person works here cannot be told. Say 'right' if this person works here now, 'leave out' "
            "if not, or export Date (BS) once more with years like 2026."
        ),
        (
            "Row 3: Date (BS) is '2079/11/04', a day of a calendar that is not read here. "
            "Whether this person works here cannot be told. Say 'right' if this person works here now, 'leave out' "
            "if not, or export Date (BS) once more with years like 2026."
        ),
    ]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (["2081/02/28"] * 4 + ["2070/02/28"], ["other_calendar", *["calendar_waits"] * 5]),
        (["2081/02/28"] * 3 + ["2025/02/28"], ["day_far_ahead"] * 3),
        (["2081/02/28"], ["day_far_ahead"]),
    ],
)
def test_column_of_days_far_ahead_is_one_of_another_calendar(cells: list[str], codes: list[str]) -> None:
    """Where nearly all last days lie far ahead, they are no slips: one question, and all of them wait."""
    rows = judged(pl.DataFrame({"exit_date": cells}), EmploymentAnswers())

    assert employment_questions(rows, TODAY).get_column("code").to_list() == codes


def test_days_of_nepal_are_not_used() -> None:
    """A file in Nepali writes its years so, and a year of ours all the same."""
    found = asked(pl.DataFrame({"exit_date": ["2069/02/28", "2024/02/28"]}), EmploymentAnswers(language="Nepali"))

    assert found[0].startswith("exit_date: '2069/02/28' has a year of another calendar, in 1 row.")
    assert len(found) == 2


def test_date_of_an_amharic_file_may_be_one_of_ethiopia() -> None:
    """13 June 2019 has passed; in the calendar of Ethiopia it is in February 2027."""
    found = asked(pl.DataFrame({"exit_date": ["13/06/2019", "13/06/2011"]}), EmploymentAnswers(language="Amharic"))

    assert found == [
        (
            "exit_date: '13/06/2019' can be read as a date of ours or of Ethiopia, and 1 row would have another "
            "outcome. Export exit_date once more as 2026-10-31; until then these rows wait."
        ),
        (
            "Row 2: exit_date is '13/06/2019', and waits for the answer to how exit_date is written. "
            "Answer that once, or say 'right' if this person works here now, 'leave out' if not."
        ),
    ]
