"""Which encoding makes words of bytes; weak evidence leaves Windows-1252."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.text.likely_encoding import likely_encoding

GERMAN = ["Jürgen", "Müller", "Björn", "Köhler", "Weiß", "Jäger", "Schröder", "Günther"]


@pytest.mark.parametrize(
    "text",
    [
        "1,2,©\n",
        "Pay (£k),£500,£\n",
        "20 °C,3 m²,½\n",
        "Acme® GmbH,€ 500,§ 3\n",
        "Guðbjartsson\n",
        "Dušan,Žižek\n",
        "Šimon\n",
        "Noël,Zoë,Loïc,François,Hélène\n",
        "Núñez,Peña,García,Agüero\n",
        "Conceição,João,Simões\n",
        "Bjørn,Søren,Åse,Øystein\n",
        "Niccolò,Città,Nicolò\n",
        "Þór,Guðrún,Jónsdóttir,Sigríður\n",
        "Jean-Étienne,O’Écrin\n",
    ],
)
def test_western_names_and_odd_signs_are_windows_1252(text: str) -> None:
    """A sign alone proves nothing, and the names of Western Europe are right as they are."""
    assert likely_encoding(text.encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Łukasz,Michał,Wójcik,Dąbrowska,Żółć\n", "cp1250"),
        ("Łukasz,Świątek,Zieliński,Jakość\n", "iso8859-2"),
        ("Žukauskas,Rugilė,Gaičiūnas,Poška,Eglė,Šarūnas\n", "cp1257"),
        ("Doğan,Yıldız,Şahin,Çağla\n", "cp1254"),
        ("Παπαδόπουλος,Γεώργιος,Άννα\n", "cp1253"),
        ("Παπαδόπουλος,Γεώργιος,Άννα\n", "iso8859-7"),
        ("Петров,Иван,Смирнова\n", "koi8-r"),
        ("Петров,Иван,Смирнова\n", "cp866"),
        ("田中,太郎,鈴木,一郎\n", "cp932"),
        ("田中,太郎,佐藤,花子,社員番号\n", "euc_jp"),
        ("李娜,王芳,张伟,刘洋\n", "gb18030"),
        ("陳怡君,林志明,黃淑芬\n", "cp950"),
        ("김민수,이영희,박지현\n", "cp949"),
        ("Jean-Étienne,Hélène,Loïc\n", "mac_roman"),
    ],
)
def test_words_of_other_languages_tell_their_encoding(text: str, encoding: str) -> None:
    """Letters that go together in one language, or characters that are frequent, are evidence."""
    assert likely_encoding(text.encode(encoding)) == encoding


def test_a_column_name_outweighs_a_word_that_could_be_either() -> None:
    """A column name that is known in one encoding only decides for it."""
    assert likely_encoding("Förnamn;Kön\nAnn;x\n".encode("mac_roman")) == "mac_roman"


def test_bytes_of_no_encoding_have_none() -> None:
    """What Windows-1252 does not have, and what makes no words, is in no encoding."""
    assert likely_encoding(b"\x81\x8d\x8f\x90\x9d,\xff\xfe\xa0\x81\xb1\xff,\x80\x8f\n") is None


@given(st.lists(st.sampled_from(GERMAN), min_size=1, max_size=40), st.sampled_from(["cp1252", "mac_roman", "cp850"]))
def test_german_names_are_told_in_every_western_encoding(names: list[str], encoding: str) -> None:
    """Whichever of the names a file has, at least two different ones tell where they were written."""
    data = "\n".join([*names, "Müller", "Weiß", "Jäger"]).encode(encoding)

    assert data.decode(likely_encoding(data) or "ascii") == data.decode(encoding)


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_text_without_accents_is_windows_1252(text: str) -> None:
    """Where no letter says anything, nothing else is suggested."""
    assert likely_encoding(text.encode("ascii")) == "cp1252"
