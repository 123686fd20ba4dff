import polars as pl
import pytest

from keycafe_clean.steps.brackets import has_unknown_bracket


def unknown(name: str | None) -> bool | None:
    """Get whether a name has words in brackets that are not known to be harmless."""
    return pl.select(has_unknown_bracket(pl.lit(name, pl.String))).item()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "name",
    [
        "Ruiz (zqx)", "Ruiz [zqx]", "Ruiz {zqx}", "Ruiz <zqx>", "Ruiz «zqx»", "Ruiz ‹zqx›", "Ruiz （zqx）",
        "Ruiz 【zqx】", "Ruiz ［zqx］", "Ruiz 〔zqx〕", "Ruiz 「zqx」",
        "(zqx) Ruiz", "Ruiz (Bob) (zqx)", "Nash (test)", "Ruiz (on hold)", "Ruiz (Zq since May)",
        "山田（契約終了予定）",
        "ana (zqx yxz)",
    ],
)  # fmt: skip
def test_words_in_brackets_that_nobody_knows_are_found(name: str) -> None:
    """Words in small letters are no nickname, whatever the bracket is and where it stands."""
    assert unknown(name) is True


@pytest.mark.parametrize(
    "name",
    [
        "Robert (Bob)", "Ana (Maria de la Cruz)", "José (Pepe)", "ana (annie)", "Ana (she/her)", "Ana (They, Them)",
        "Smith (née Jones)", "Müller (geb. Schmidt)", "Ruiz (formerly Jones)", "Ruiz (1044)", "Metz <d.metz@acme.com>",
        "Ruiz (#12)", "Ruiz (E-17)",
        "Ruiz (ID 1044)", "Noor (Contractor)", "Moon (extern)", "Ford (külső)", "Ford [on leave]",
        "Ana (Ops)", "Ana (R&D)",
        "O'Neil (jr.)", "山田（ヤマダ）", "Kim (김)", "(zqx)", "Ana", "", None,
        "ana (1044)", "ana (she/her)", "Robert ( Bob )", "Ruiz (-extern-)", "Ruiz (part time)", "Ruiz (dr.)",
    ],
)  # fmt: skip
def test_brackets_that_are_known_to_be_harmless_are_none(name: str | None) -> None:
    """Nicknames, names at birth, numbers, pronouns, departments and kinds of work say nothing of leaving."""
    assert not unknown(name)
