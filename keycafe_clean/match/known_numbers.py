"""Employee numbers of known people that stand beside quite another name."""

import polars as pl

from keycafe_clean.decide.who import is_compatible_name
from keycafe_clean.findings import findings_of
from keycafe_clean.match.identity_keys import cell_of, whole_name
from keycafe_clean.match.known import people_here, people_known


def numbers_of_others(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get a note (`FINDINGS`) on every row with a known person's employee number and a name that shares nothing.

    In the order of the rows, each once, by the first of the list: numbers are used again, and names change. Zeros
    before a number are no difference. `rows` and `known` are as `already_in_keycafe()` takes them.
    """
    named = known.select(reason=whole_name(known))
    there = people_known(known).hstack(named).drop_nulls(["number", "name"])
    here = people_here(rows).hstack(rows.select(value=cell_of(rows, "employee_id"))).drop_nulls(["number", "name"])
    met = here.join(there, on="number", suffix="_known", maintain_order="left_right")
    is_same = is_compatible_name(pl.col("name"), pl.col("name_known"))
    # A number is that of whoever has it with a name that fits, however many others the list has with it.
    others = met.filter(~is_same.any().over("row_id")).unique("row_id", keep="first", maintain_order=True)
    return findings_of("known_number", others.with_columns(column=pl.lit("employee number")))
