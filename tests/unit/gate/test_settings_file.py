"""Settings come from one file, and nobody has to guess which value counts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.settings import Settings
from checker.settings_file import effective, find_file, template
from checker.settings_keys import KEYS


def write(folder: Path, text: str, name: str = "checker.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_said_is_the_defaults(tmp_path: Path) -> None:
    """Without a file every value is the one of `Settings`, only our own reports are no sources."""
    write(tmp_path, "", ".git")

    found = effective({}, start=tmp_path)

    assert found.settings == Settings(exclude=("reports/*",))
    assert (found.fail_on, found.show) == ("error", "warning")
    assert found.baseline == Path("checker-baseline.json")
    assert set(found.origins.values()) == {"default"}


def test_command_line_over_file_over_default(tmp_path: Path) -> None:
    """Each value names where it comes from, with the line."""
    write(
        tmp_path,
        'fail-on = "warning"\nshow = "info"\ndrafts = ["a/*"]\n\n[limits]\nmax-files = 7\n'
        '[levels]\n\n[publishers]\n"afp-*" = { name = "AFP", weight = 0.5 }\nx = "X"\n',
    )

    found = effective(
        {"show": "error", "fail-on": None, "drafts": ("b/*",)}, start=tmp_path, cache=Path("c")
    )

    assert (found.fail_on, found.show) == ("warning", "error")
    assert found.settings.drafts == ("a/*", "b/*")
    assert found.settings.max_files == 7
    assert found.settings.cache == Path("c")
    assert found.settings.publishers == {"afp-*": "AFP", "x": "X"}
    assert found.weights == {"afp-*": 0.5}
    assert found.origins["fail-on"] == "checker.toml:1"
    assert found.origins["show"] == "command line"
    assert found.origins["drafts"] == "checker.toml:3, command line"
    assert found.origins["limits.max-files"] == "checker.toml:6"
    assert found.origins["jobs"] == "default"


def test_a_file_above_counts_and_its_paths_are_its_own(tmp_path: Path) -> None:
    """Called from a sub-folder, `output` and `baseline` still mean the same place."""
    write(tmp_path, "", ".git")
    write(
        tmp_path, '[tool.checker]\noutput = "out"\nrules = ["r"]\nmodel = "./m"\n', "pyproject.toml"
    )
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)

    found = effective({}, start=deep)

    assert found.output == Path("../../out")
    assert found.settings.rules == (Path("../../r"),)
    assert found.settings.model == "../../m"
    assert found.baseline == Path("../../checker-baseline.json")
    assert found.origins["output"] == "../../pyproject.toml:2"


def test_own_file_wins_and_the_repository_is_the_limit(tmp_path: Path) -> None:
    """A file outside of the repository, or a project without our table, says nothing."""
    write(tmp_path, 'fail-on = "info"\n')
    inside = tmp_path / "repo" / "sub"
    write(tmp_path / "repo", "", ".git")
    write(inside, "[project]\nname = 'x'\n", "pyproject.toml")

    assert find_file(inside) is None
    write(inside, "[tool.checker]\n", "pyproject.toml")
    assert find_file(inside) == inside / "pyproject.toml"
    write(inside, "")
    assert find_file(inside) == inside / "checker.toml"


@pytest.mark.parametrize(
    ("text", "says", "line", "remedy"),
    [
        pytest.param(
            '\nfail_on = "error"', "no setting named 'fail_on'", 2, "fail-on", id="unknown"
        ),
        pytest.param("xyz = 1", "no setting named 'xyz'", 1, "known are", id="nothing-near"),
        pytest.param('fail-on = "all"', "want one of", 1, "for example", id="choice"),
        pytest.param("fail-stale = 1", "want true or false", 1, "for example", id="flag"),
        pytest.param("[limits]\nmax-files = 0", "1 or more, got 0", 2, "", id="too-small"),
        pytest.param("[limits]\nmax-files = true", "whole number", 2, "", id="bool-is-no-number"),
        pytest.param(
            "[limits]\nmaxfiles = 3", "no setting named", 2, "limits.max-files", id="in-table"
        ),
        pytest.param("limits.max-files = 'x'", "whole number", 1, "", id="dotted"),
        pytest.param("limits = 3", "no setting named 'limits'", 1, "", id="table-as-value"),
        pytest.param('drafts = ["ok", 3]', "list of texts", 1, "", id="list"),
        pytest.param('drafts = ["/abs/*"]', "relative path", 1, "", id="absolute-pattern"),
        pytest.param('exclude = ["a[b"]', "want a ] after", 1, "", id="open-bracket"),
        pytest.param("[publishers]\n'a\\b' = 'X'", "relative path", 2, "", id="pattern-as-key"),
        pytest.param("[publishers]\na = {weight = 2}", "from 0 to 1", 2, "", id="weight"),
        pytest.param(
            "[publishers]\na = {wieght = 1}", "name and weight", 2, "", id="in-inline-table"
        ),
        pytest.param("[levels]\nFIG01 = 'loud'", "want one of", 2, "", id="level"),
        pytest.param("fail-on = ", "not TOML", 1, "mend", id="broken"),
        pytest.param("a = 1\na = 2", "not TOML", 2, "mend", id="twice"),
    ],
)
def test_faults_name_line_and_cure(
    tmp_path: Path, text: str, says: str, line: int, remedy: str
) -> None:
    """A key that is misspelt is an open gate, so nothing is ignored."""
    write(tmp_path, text)

    with pytest.raises(SettingsError) as caught:
        effective({}, start=tmp_path)

    assert says in caught.value.message
    assert f"checker.toml:{line}" in str(caught.value)
    assert remedy in caught.value.remedy
    assert caught.value.code.startswith("E2")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Nobody has to run the tool once per fault."""
    write(tmp_path, 'fail_on = "error"\nshow = "loud"\n[levels]\nFIG01 = 3\n')

    with pytest.raises(SettingsError) as caught:
        effective({}, start=tmp_path)

    assert str(caught.value).count("checker.toml:") == 3


def test_a_level_for_a_rule_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The rules of one's own count as known."""
    write(tmp_path, "[levels]\nOUR1 = 'info'\n")
    write(tmp_path / "ours", "", "OUR01.toml")
    with pytest.raises(SettingsError, match="no rule named 'OUR1'"):
        effective({}, start=tmp_path)
    write(tmp_path, "rules = ['ours']\n[levels]\nOUR01 = 'info'\n")

    assert effective({}, start=tmp_path).settings.levels == {"OUR01": "info"}


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    """A gate without its settings is another gate."""
    with pytest.raises(SettingsError, match="no such settings file"):
        effective({}, start=tmp_path, config=tmp_path / "none.toml")


def test_not_utf8_is_an_error(tmp_path: Path) -> None:
    """Nothing is guessed about a settings file."""
    (tmp_path / "checker.toml").write_bytes(b'lang = "\xfc"')

    with pytest.raises(SettingsError, match="UTF-8"):
        effective({}, start=tmp_path)


def test_the_template_is_all_comments_and_every_example_is_right(tmp_path: Path) -> None:
    """Uncommenting any line gives a file that can be read."""
    text = template()
    assert tomllib.loads(text) == {"limits": {}, "levels": {}, "publishers": {}}
    entries = [line[2:] for line in text.splitlines() if line.startswith("# ") and " = " in line]
    live = "\n".join(
        line[2:] if line[2:] in entries and "<!--" not in line else line
        for line in text.splitlines()
    ).replace("FIG01 =", "# FIG01 =")
    write(tmp_path, live)

    found = effective({}, start=tmp_path)

    assert len([o for o in found.origins.values() if o != "default"]) == len(KEYS) - 1
