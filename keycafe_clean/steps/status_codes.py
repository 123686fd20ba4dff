"""What the codes of a status mean that an HR system writes in the same way everywhere: `STAT2`, `EMPL_STATUS`."""

import tomllib
from functools import cache
from importlib.resources import files

import polars as pl

from keycafe_clean.folding import fold

_MEANINGS = ("active", "inactive", "leave")


def known_codes(header: str, cells: pl.Series) -> dict[str, str]:
    """Get what each code means, under such a header and with nothing but such codes; else empty.

    Code -> active, inactive, leave, or unknown where the system leaves it open.
    """
    plain = "".join(filter(str.isalnum, fold(header)))
    system = next((its for its in _systems().values() if plain in its["headers"]), None)
    said = cells.drop_nulls().str.strip_chars().str.to_uppercase()
    if system is None or not said.filter(said != "").is_in(system["codes"]).all():
        return {}
    return {code: next((it for it in _MEANINGS if code in system.get(it, ())), "unknown") for code in system["codes"]}


@cache
def _systems() -> dict[str, dict[str, list[str]]]:
    text = files("keycafe_clean.words").joinpath("status_codes.toml").read_text(encoding="utf-8")
    systems: dict[str, dict[str, list[str]]] = tomllib.loads(text)["status_codes"]
    return systems
