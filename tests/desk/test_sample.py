from keycafe_clean.desk.sample import is_sample, sample
from keycafe_clean.read import read_export
from tests.desk.desks import EXPORT


def test_the_sample_is_read() -> None:
    """It is there without anybody's files, and is known again."""
    export = read_export(sample())

    assert export.sources[0].rows.height == 27
    assert is_sample(export)


def test_the_sample_is_known_by_its_bytes() -> None:
    """A file of the same name may be anybody's, and the sample may be called anything."""
    name, content = sample()

    assert is_sample(read_export(("mine.csv", content)))
    assert not is_sample(read_export((name, EXPORT)))
