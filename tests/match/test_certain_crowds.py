"""Whatever numbers, mailboxes and names a crowd shares, nobody is combined with somebody else."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.match import match_certain
from tests.match.people import people

_FIRST = st.sampled_from(["Jo", "Jo", "J.", "Eva", "Jo Ann", None])
_LAST = st.sampled_from(["Ng", "Ng", "Lund", "Ng-Berg", None])
_WHOLE = st.sampled_from(["王芳", "刘晓梅", "Jo Ng", "Ng, Eva", None])

#: Rows that share a few numbers and mailboxes, whatever their names.
_CROWD = st.lists(
    st.fixed_dictionaries(
        {
            "first": _FIRST,
            "last": _LAST,
            "full_name": _WHOLE,
            "email": st.sampled_from(["desk@example.com", "shop@example.com", None]),
            "employee_id": st.sampled_from(["1", "2", None]),
            "start_date": st.sampled_from(["2020-02-01", None]),
        }
    ),
    min_size=2,
    max_size=8,
)


def _words(row: dict[str, str | None]) -> set[str]:
    """Get the words of somebody's name, the whole one where it has no parts."""
    name = " ".join(filter(None, (row["first"], row["last"]))) or row["full_name"] or ""
    return {word.lower() for word in name.replace(",", " ").replace(".", " ").replace("-", " ").split()}


def _are_one_name(one: set[str], other: set[str]) -> bool:
    """Tell whether the words of one name are all in the other, an initial for its word."""
    few, many = sorted((one, other), key=len)
    return (
        bool(few)
        and all(any(long.startswith(word) for long in many) for word in few if len(word) == 1)
        and all(word in many or any(long == word[:1] for long in many) for word in few if len(word) > 1)
    )


@given(_CROWD)
def test_certain_pair_has_a_name_that_fits_on_both_sides(crowd: list[dict[str, str | None]]) -> None:
    """Whatever numbers and mailboxes they share, nobody is combined by no name, or with another one."""
    columns = {name: [row[name] for row in crowd] for name in crowd[0]}

    clusters = match_certain(people(**columns)).get_column("cluster_id").to_list()

    for left, right in combinations(range(len(crowd)), 2):
        if clusters[left] is not None and clusters[left] == clusters[right]:
            assert _are_one_name(_words(crowd[left]), _words(crowd[right]))


def _is_whole(row: dict[str, str | None]) -> bool:
    """Tell whether a name has two parts, of two words at least one more than an initial."""
    parts = [row["first"], row["last"]] if row["first"] or row["last"] else (row["full_name"] or "").split(" ")
    return None not in parts and (len(parts) > 1 or row["full_name"] in ("王芳", "刘晓梅"))


@given(_CROWD)
def test_certain_pair_has_whole_names_or_is_one_record(crowd: list[dict[str, str | None]]) -> None:
    """Half a name combines nobody, save a row that is there twice, cell by cell."""
    columns = {name: [row[name] for row in crowd] for name in crowd[0]}

    matched = match_certain(people(**columns)).with_row_index("place").drop_nulls("cluster_id")

    for _, places in matched.group_by("cluster_id").agg("place").rows():
        members = [crowd[place] for place in places]
        assert all(map(_is_whole, members)) or all(row == members[0] for row in members)
