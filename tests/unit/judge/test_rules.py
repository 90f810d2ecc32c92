"""A rule file says everything it must, and every mistake in it is named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.judge.rules import load_rules
from checker.model import Level, Phrase
from checker.resources import rules_dir
from checker.settings import Settings

GOOD = """\
id       = "ZZZ01"
name     = "house-rule"
comparer = "figure"
type     = "figure-conflict"
level    = "warning"
since    = "0.1.0"

[settings]
tolerance = "0.02"

[message]
de = "{left} gegen {right}"
en = "{left} against {right}"

[remedy]
de = "Fragen."
en = "Ask."

[why]
de = "Darum."
en = "Because."

[limits]
de = "Weiß wenig."
en = "Knows little."
"""
EXAMPLES = "".join(
    f'\n[[{key}]]\nid = "{key}-{n}"\nlang = "de"\nleft = "Es waren {n}."\nright = "Es waren 9."\n'
    for key in ("fires", "silent")
    for n in ("zwei", "drei", "vier")
)


def folder(tmp_path: Path, text: str, name: str = "ZZZ01.toml") -> Settings:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return Settings(rules=(tmp_path,))


def fault(tmp_path: Path, text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        load_rules(folder(tmp_path, text))
    return caught.value


def test_a_folder_adds_its_rules(tmp_path: Path) -> None:
    """Rules of a newsroom stand beside the built-in ones, in order of id."""
    rules = load_rules(folder(tmp_path, GOOD + EXAMPLES))

    assert [r.id for r in rules] == sorted(r.id for r in rules)
    assert rules[-1].id == "ZZZ01"
    assert str(rules[-1].settings.tolerance) == "0.02"


def test_levels_are_changed_and_switched_off() -> None:
    """A newsroom may raise, lower and silence a rule without touching its file."""
    rules = {r.id: r for r in load_rules(Settings(levels={"FIG02": "warning", "SUP01": "off"}))}

    assert rules["FIG02"].level is Level.WARNING
    assert rules["SUP01"].level is None


@pytest.mark.parametrize(
    ("change", "says", "line"),
    [
        pytest.param(
            ('"figure"\n', '"figures"\n'), "no comparer named 'figures'", 3, id="comparer"
        ),
        pytest.param(("tolerance = ", "tolerence = "), "no setting 'tolerence'", 9, id="setting"),
        pytest.param(('"0.02"', '"2"'), "0 <= tolerance < 1, got 2", 9, id="range"),
        pytest.param(("{right}", "{rigth}"), "no slot 'rigth'", 12, id="slot"),
        pytest.param(('en = "Ask."\n', ""), "[remedy] has no wording in 'en'", 15, id="language"),
        pytest.param(('"ZZZ01"', '"Z1"'), "id is three capitals", 1, id="id"),
        pytest.param(('"warning"', '"loud"'), "level is one of", 5, id="level"),
        pytest.param(("since ", "sinse "), "no key 'sinse'", 6, id="key"),
    ],
)
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, change: tuple[str, str], says: str, line: int
) -> None:
    """Whoever wrote the file sees what is wrong, where, and what was probably meant."""
    error = fault(tmp_path, GOOD.replace(*change, 1) + EXAMPLES)

    assert says in str(error)
    assert f"ZZZ01.toml:{line}:" in str(error)


def test_the_nearest_name_is_suggested(tmp_path: Path) -> None:
    """A slip of the pen costs one look."""
    error = fault(tmp_path, GOOD.replace('"figure"\n', '"figures"\n') + EXAMPLES)

    assert "did you mean 'figure'?" in str(error)


def test_all_faults_are_gathered(tmp_path: Path) -> None:
    """One run names them all, in every file."""
    (tmp_path / "AAA01.toml").write_text("id = ", encoding="utf-8")
    error = fault(tmp_path, GOOD.replace('"warning"', '"loud"') + EXAMPLES)

    assert "AAA01.toml" in str(error)
    assert "level is one of" in str(error)


def test_a_rule_brings_three_examples_each_way(tmp_path: Path) -> None:
    """A rule nobody tried is refused."""
    fewer = EXAMPLES[: EXAMPLES.rindex("[[silent]]")]

    assert "[[silent]] has at least 3 examples" in str(fault(tmp_path, GOOD + fewer))


def test_an_id_is_used_once(tmp_path: Path) -> None:
    """A newsroom cannot take the name of a built-in rule by accident."""
    text = GOOD.replace("ZZZ01", "FIG01") + EXAMPLES

    assert "FIG01 was already read" in str(fault(tmp_path, text))


def test_an_unknown_rule_has_no_level() -> None:
    """A level for a rule that does not exist is a mistake, not a wish."""
    with pytest.raises(SettingsError, match="no rule FIG99"):
        load_rules(Settings(levels={"FIG99": "off"}))


def test_every_built_in_rule_speaks_both_languages() -> None:
    """Words of a finding are there in German and in English."""
    for rule in load_rules(Settings()):
        for phrase in (rule.message, rule.remedy, rule.why, rule.limits):
            assert phrase.de
            assert phrase.en


def test_file_names_are_ids() -> None:
    """A rule is found by its id."""
    assert all(r.path.stem == r.id and r.path.parent == rules_dir() for r in load_rules(Settings()))


def test_slots_are_filled_in_both_languages() -> None:
    """The message carries what the comparer found."""
    rule = next(r for r in load_rules(Settings()) if r.id == "NAM01")
    said = rule.says([("left", Phrase("a", "b")), ("right", Phrase("c", "d"))])

    assert said.de.startswith("„a“ und „c“")
    assert said.en.startswith("“b” and “d”")
