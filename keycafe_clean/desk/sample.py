"""The sample that a first visitor can try the desk with: a small HR file, of which nothing is ever handed over."""

from hashlib import sha256

from keycafe_clean import packed
from keycafe_clean.export import Export

#: The file, in the folder of samples.
_NAME = "workers_2026-11.csv"


def sample() -> tuple[str, bytes]:
    """Get the name and the bytes of the sample."""
    return _NAME, packed.samples().joinpath(_NAME).read_bytes()


def is_sample(export: Export) -> bool:
    """Tell whether the sample was read, whatever it is called by now."""
    digest = sha256(sample()[1]).hexdigest()
    return any(source.sha256 == digest for source in export.sources)
