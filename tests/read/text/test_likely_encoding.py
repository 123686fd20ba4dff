"""Which encoding makes words of bytes; weak evidence leaves Windows-1252."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.text import likely_encoding

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
    assert likely_encoding.likely_encoding(text.encode("cp1252")) == "cp1252"


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
    assert likely_encoding.likely_encoding(text.encode(encoding)) == encoding


def test_a_column_name_outweighs_a_word_that_could_be_either() -> None:
    """A column name that is known in one encoding only decides for it."""
    assert likely_encoding.likely_encoding("Förnamn;Kön\nAnn;x\n".encode("mac_roman")) == "mac_roman"


def test_bytes_of_no_encoding_have_none() -> None:
    """What Windows-1252 does not have, and what makes no words, is in no encoding."""
    assert likely_encoding.likely_encoding(b"\x81\x8d\x8f\x90\x9d,\xff\xfe\xa0\x81\xb1\xff,\x80\x8f\n") is None


@given(st.lists(st.sampled_from(GERMAN), min_size=1, max_size=40), st.sampled_from(["cp1252", "mac_roman", "cp850"]))
def test_german_names_are_told_in_every_western_encoding(names: list[str], encoding: str) -> None:
    """Whichever of the names a file has, at least two different ones tell where they were written."""
    data = "\n".join([*names, "Müller", "Weiß", "Jäger"]).encode(encoding)

    assert data.decode(likely_encoding.likely_encoding(data) or "ascii") == data.decode(encoding)


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_text_without_accents_is_windows_1252(text: str) -> None:
    """Where no letter says anything, nothing else is suggested."""
    assert likely_encoding.likely_encoding(text.encode("ascii")) == "cp1252"


@pytest.mark.parametrize(("above", "encoding"), [(9, "mac_roman"), (10, "cp1252")])
def test_column_names_stand_in_the_first_ten_lines(above: int, encoding: str) -> None:
    """Of those that have letters beside ASCII; further down a word that we know is one of many."""
    text = "°;y\n" * above + "Förnamn;Kön\nAnn;x\n"

    assert likely_encoding.likely_encoding(text.encode("mac_roman")) == encoding


@pytest.mark.parametrize(
    ("look", "western", "expected"),
    [
        ((0, 0.85, 10), (0, 0.69, 10), True),
        ((0, 0.84, 10), (0, 0.69, 10), False),
        ((0, 1.0, 4), (0, 0.84, 4), True),
        ((0, 1.0, 3), (0, 0.84, 3), False),
        ((0, 1.0, 9), (0, 0.86, 9), True),
        ((0, 1.0, 8), (0, 0.86, 8), False),
        ((0, 0.99, 1_000), (0, 0.97, 1_000), True),
        ((0, 0.99, 1_000), (0, 0.985, 1_000), False),
        ((1, 0.5, 10), (0, 0.5, 10), True),
        ((1, 0.49, 10), (0, 0.4, 10), False),
        ((1, 0.5, 10), (0, 0.51, 10), False),
        ((0, 0.5, 10), (0, 0.1, 10), True),
        ((0, 0.5, 10), (0, 0.11, 10), False),
    ],
)
def test_another_encoding_must_be_right_and_clearly_better(
    look: tuple[int, float, int], western: tuple[int, float, int], *, expected: bool
) -> None:
    """By a share of the words or by more than one word; with a known name, or hardly a Western word, by nothing."""
    assert likely_encoding._is_convincing(likely_encoding._Look(*look), likely_encoding._Look(*western)) is expected


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Imię;Nazwisko;E-mail\nAnna;Gęsior;anna.gesior@a.pl\nPiotr;Wójcik;p.wojcik@a.pl\nEwa;Śliwa;ewa.sliwa@a.pl",
            "cp1250",
        ),
        ("First Name;Last Name;E-mail\nAnna;Gęsior;anna.gesior@a.pl\nEwa;Śliwa;ewa.sliwa@a.pl", "cp1250"),
        ("Imię;Nazwisko\nAnna;Gęsior\n", "cp1250"),
        ("Ad;Soyad;E-posta\nIşık;Güneş;isik.gunes@a.tr\n", "cp1254"),
        ("Prénom;Nom;Courriel\nNoël;Lefèvre;noel.lefevre@a.fr\n", "cp1252"),
        ("Vorname;Nachname;E-Mail\nJörg;Müller;joerg.mueller@a.de\n", "cp1252"),
        ("Nombre;Apellidos;Correo electrónico\nIñaki;Núñez;inaki.nunez@a.es\n", "cp1252"),
    ],
)
def test_what_a_file_says_twice_tells_its_encoding(text: str, encoding: str) -> None:
    """Column names with their accents, and addresses that are made of the names, where the letters alone do not."""
    assert likely_encoding.likely_encoding(text.encode(encoding)) == encoding
