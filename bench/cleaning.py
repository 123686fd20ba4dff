"""How right cleaned cells are, on made exports with their truth and on public cases. Writes bench/cleaning.md.

    python bench/cleaning.py [SEED ...]

The exports are made by ../shared/tools/make_hr_export.py, 20,000 records for each seed and layout. Names are judged
where the truth can be seen in the cell at all: not where the record has a typo, an initial, a nickname, a new or a
swapped name or lost its accents. A cell that is asked about is not counted as right.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.exports import messy_export  # noqa: E402 -- run from anywhere
from keycafe_clean.article.addresses import is_email_address  # noqa: E402 -- run from anywhere
from keycafe_clean.article.contract import IMPORT_COLUMNS  # noqa: E402
from keycafe_clean.article.rules import break_rules  # noqa: E402
from keycafe_clean.columns import complete_setup, map_columns  # noqa: E402
from keycafe_clean.decide.setup import Setup  # noqa: E402
from keycafe_clean.events import apply_steps  # noqa: E402
from keycafe_clean.pipeline import clean  # noqa: E402
from keycafe_clean.read import read_export  # noqa: E402
from keycafe_clean.steps import RULES, STEPS  # noqa: E402

SHARED = ROOT.parent / "shared"
TODAY = date(2026, 11, 22)
ROWS, SEEDS = 20_000, (101, 102, 103)
LAYOUTS = {"split": "Badge No.", "fullname": "Badge", "german": "Ausweis-Nr."}
HIDDEN = ("typo", "initial", "married", "nickname", "accents", "swapped")
DAMAGED = ("badge_zeros", "badge_float", "badge_sci", "badge_lost", "reissued_badge")
TRUTH = {"First Name": "first", "Last Name": "last", "Email Address": "email", "Badge Code": "badge"}


@dataclass(frozen=True)
class Made:
    """A made export: where it lies, its layout and its seed."""

    path: Path
    layout: str
    seed: int

    @property
    def truth(self) -> pl.DataFrame:
        """Get the truth, one row a record, blanks as null; records that are no people are left out."""
        read = pl.read_csv(self.path.with_suffix(".truth.csv"), infer_schema=False)
        kinds = pl.col("kinds").str.split("+")
        numbered = read.with_columns(row_id=pl.col("record").cast(pl.UInt32) - 1, kinds=kinds)
        return numbered.filter(pl.col("role") != "junk")


def make(folder: Path, layout: str, seed: int) -> Made:
    """Get a made export of `ROWS` records."""
    path = messy_export(folder / f"{layout}_{seed}.csv", ROWS, seed, "--layout", layout)
    return Made(path, layout, seed)


def tidied(made: Made) -> pl.DataFrame:
    """Get the cells of a made export after every step of tidying, badge codes included, beside their truth."""
    export = read_export(made.path)
    setup, _, _ = complete_setup(Setup(), export)
    source = setup.source[0]
    columns = {**source.columns, "Badge Code": (LAYOUTS[made.layout],)}
    badged = setup.model_copy(update={"source": (source.model_copy(update={"columns": columns}),)})
    rows, _ = apply_steps(map_columns(export, badged), STEPS, ())
    return rows.join(made.truth, on="row_id", how="inner", maintain_order="left")


def has_none_of(kinds: tuple[str, ...]) -> pl.Expr:
    """Yield whether nothing of these kinds was done to a record."""
    return pl.col("kinds").list.set_intersection(list(kinds)).list.len() == 0


def is_right(*columns: str) -> pl.Expr:
    """Yield whether all these cells are as the truth has them."""
    return pl.all_horizontal(pl.col(column).eq_missing(pl.col(TRUTH[column])) for column in columns)


def is_spoiled(column: str) -> pl.Expr:
    """Yield whether a cell was right as it was read and is wrong now."""
    read = pl.col(f"raw.{column}") == pl.col(TRUTH[column])
    return (read & ~is_right(column)).fill_null(value=False)


def cell_figures(rows: pl.DataFrame) -> dict[str, str]:
    """Get the figures about cells."""
    asked = break_rules(rows, RULES).filter(pl.col("severity") != "note")
    suggested = asked.filter(pl.col("code") == "two_addresses").select("row_id", "suggestion")
    seen = rows.filter(has_none_of(HIDDEN))
    sendable = rows.filter(pl.col("email_state").is_in(["ok", "wrapped"])).join(suggested, on="row_id", how="left")
    right_suggestion = (pl.col("suggestion") == pl.col("email")).fill_null(value=False)
    whole = rows.filter(has_none_of(DAMAGED))
    kept = [column for column in TRUTH if column != "Badge Code" or rows["Badge Code"].is_not_null().any()]
    placeholders = rows.filter(pl.col("email_state") == "placeholder")
    return {
        "names right": share(seen, is_right("First Name", "Last Name")),
        "addresses right": share(sendable, is_right("Email Address")),
        "right or rightly suggested": share(sendable, is_right("Email Address") | right_suggestion),
        "undamaged badges right": share(whole, is_right("Badge Code")),
        "placeholders blank": share(placeholders, pl.col("Email Address").is_null()),
        "right made wrong": f"{sum(rows.select(is_spoiled(column).sum()).item() for column in kept)}",
    }


def row_figures(made: Made) -> dict[str, str]:
    """Get the figures about rows that wait, and broken addresses that are sent all the same."""
    cleaned = clean(read_export(made.path), today=TODAY)
    rows = cleaned.rows.join(made.truth, on="row_id", how="inner")
    waits = pl.col("outcome") == "waiting"
    forced = pl.col("email_state").is_in(["broken", "shared"]) | ~has_none_of(("formula", "email_two_addresses"))
    broken = rows.filter(pl.col("email_state") == "broken", pl.col("outcome") == "ready")
    return {
        "plain waiting": share(rows.filter(pl.col("kinds").list.join("") == "plain"), waits),
        "all waiting": share(rows, waits),
        "of these, forced": share(rows, waits & forced),
        "broken sent": f"{broken.get_column('Email Address').is_not_null().sum()}",
    }


def share(rows: pl.DataFrame, of: pl.Expr) -> str:
    """Get the share of rows for which an expression holds, in percent."""
    return f"{100 * rows.select(of.mean()).item():.3f} %"


def isemail_cases() -> str:
    """Say how many of the public cases of addresses are accepted, verdict by verdict."""
    with (SHARED / "data/email/isemail_cases.csv").open(encoding="utf-8", newline="") as file:
        cases = [(json.loads(line["address_json"]), line["verdict"]) for line in csv.DictReader(file)]
    frame = pl.DataFrame(cases, schema=["address", "verdict"], orient="row")
    judged = frame.with_columns(accepted=is_email_address("address"))
    counts = judged.group_by("verdict").agg(pl.len(), pl.col("accepted").sum()).sort("verdict").rows()
    return table(["verdict", "cases", "accepted"], [[str(cell) for cell in row] for row in counts])


def namae_cases() -> str:
    """Say how many of the public cases of whole names are split as expected, and list the others."""
    text = (SHARED / "data/names/namae_cases.jsonl").read_text(encoding="utf-8")
    cases = [json.loads(line) for line in text.splitlines()]
    split = whole_names([case["name"] for case in cases])
    misses = [
        [cell(case["name"]), cell(wanted[0]), cell(wanted[1]), cell(got[0]), cell(got[1])]
        for case, got in zip(cases, split, strict=True)
        if (wanted := expected(case)) != got
    ]
    right = len(cases) - len(misses)
    heading = f"{right} of {len(cases)} names are split as expected. The others, of which those with braces are BibTeX,"
    reason = " which no HR system writes, and `AA bb` stands for the case of letters, which is repaired here:"
    return heading + reason + "\n\n" + table(["name", "first expected", "last expected", "first", "last"], misses)


def whole_names(names: list[str]) -> list[tuple[str, str]]:
    """Get first and last name of every whole name, blanks as empty text."""
    blank = [pl.lit(None, pl.String).alias(f"{mark}{column}") for mark in ("", "raw.") for column in IMPORT_COLUMNS]
    own = [pl.lit(None, pl.String).alias(column) for column in ("name_prefix", "name_order", "employee_id")]
    frame = pl.DataFrame({"full_name": names}).with_row_index("row_id").with_columns(*blank, *own, file=pl.lit("names"))
    rows, _ = apply_steps(frame, STEPS, ())
    return rows.select(pl.col("First Name", "Last Name").fill_null("")).rows()


def expected(case: dict[str, str]) -> tuple[str, str]:
    """Get first and last name of a case; a particle belongs to the last name."""
    first = case.get("given") or case.get("first") or ""
    particle = case.get("particle") or case.get("von") or ""
    family = case.get("family") or case.get("last") or ""
    return first, f"{particle} {family}".strip()


def cell(text: str) -> str:
    """Get text that stays in its cell of a table."""
    return text.replace("|", "\\|")


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Get a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def export_figures(seeds: tuple[int, ...]) -> Iterator[dict[str, str]]:
    """Yield the figures of every made export."""
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            for seed in seeds:
                made = make(Path(folder), layout, seed)
                yield {"layout": layout, "seed": str(seed), **cell_figures(tidied(made)), **row_figures(made)}
                print(layout, seed)


def main() -> None:
    """Measure everything and write bench/cleaning.md."""
    figures = list(export_figures(tuple(int(seed) for seed in sys.argv[1:]) or SEEDS))
    what = (
        f"Written by `cleaning.py`. Made exports of {ROWS:,} records each; today is {TODAY}. *Forced*: the truth says "
        "that the address is broken or shared, that a cell holds two, or that a name begins like a formula. *Right "
        "made wrong*: cells that were right and are not; the truth has a name with two blanks in it, `Alta  Gracia`."
    )
    pieces = [
        "# Cleaning: how right the cells are",
        what,
        table(list(figures[0]), [list(line.values()) for line in figures]),
        "## Addresses: the isemail cases",
        isemail_cases(),
        "## Whole names: the namae cases",
        namae_cases(),
    ]
    (ROOT / "bench" / "cleaning.md").write_text("\n\n".join(pieces) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
