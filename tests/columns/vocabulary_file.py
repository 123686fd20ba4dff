"""The file of the vocabulary as it stands, read without the package."""

import tomllib
from importlib.resources import files

VOCABULARY = tomllib.loads(files("keycafe_clean.columns").joinpath("vocabulary.toml").read_text(encoding="utf-8"))

#: Every spelling with the kind that it is listed for.
SPELLINGS = [
    (kind, spelling)
    for kind, groups in VOCABULARY["spellings"].items()
    for listed in groups.values()
    for spelling in listed
]
