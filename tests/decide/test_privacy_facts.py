from keycafe_clean.decide.privacy_facts import PrivacyFacts
from keycafe_clean.decide.setup import Setup


def test_what_people_know_is_a_table_of_the_set_up() -> None:
    """Written and read back, each of it is there; what is not said is not written."""
    setup = Setup(privacy=PrivacyFacts(controller="Acme Ltd, Leeds", officer="dpo@acme.com"))

    text = setup.to_toml()

    assert text.split("[privacy]\n")[1].split("\n[")[0] == 'controller = "Acme Ltd, Leeds"\nofficer = "dpo@acme.com"\n'
    assert Setup.parsed(text.encode(), "setup.toml") == setup


def test_a_set_up_without_it_is_as_before() -> None:
    """Nobody finds an empty table in a file of theirs."""
    assert "privacy" not in Setup().to_toml()
