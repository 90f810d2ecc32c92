"""The news thesaurus: its files, and what words mean across wordings and languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.language.meanings import broader, exclude, meanings, rows, senses, thesaurus
from checker.language.telling import setting, told, weight
from checker.language.tokens import tokens
from checker.model import ANYWHERE
from checker.read import source_from_text
from checker.read.claims import read_claims

FILES = sorted((Path(__file__).resolve().parents[3] / "rules" / "meanings").glob("*.toml"))
#: Broader meanings that need no words of their own.
ROOTS = {
    "person", "people", "place", "building", "vehicle", "ship", "aircraft", "money",
    "organisation", "authority", "official", "helper", "animal", "event", "document", "food",
    "device", "time",
}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_every_row_can_be_used(path: Path) -> None:
    """Words are in lower case; what a row points at exists; nothing else stands there."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {key for file in FILES for key in tomllib.loads(file.read_text(encoding="utf-8"))}

    for key, row in rows.items():
        assert set(row) <= {"de", "en", "is", "not"}, key
        assert row.get("de") or row.get("en"), key
        assert all(w == w.lower().strip() and w for lang in ("de", "en") for w in row.get(lang, ()))
        assert {*row.get("is", ()), *row.get("not", ())} <= known | ROOTS, key
        assert key not in row.get("not", ()), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_the_quick_reader_reads_toml(path: Path) -> None:
    """One row a line is read faster than TOML, and as TOML."""
    assert rows(path) == tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = {de = ['x']}", id="other-quotes"),
        pytest.param('a = {de = ["x",]}', id="comma-at-the-end"),
        pytest.param('[a]\nde = ["x"]', id="table"),
    ],
)
def test_toml_written_otherwise_is_read_too(tmp_path: Path, text: str) -> None:
    """What the quick reader cannot read is read as TOML."""
    path = tmp_path / "odd.toml"
    path.write_text(text, encoding="utf-8")

    assert rows(path)["a"]["de"] == ["x"]


@pytest.mark.parametrize("text", ['a = {de = ["x"]}\na = {de = ["y"]}', "a = {de = [}"])
def test_no_toml_is_said(tmp_path: Path, text: str) -> None:
    """A key given twice is as wrong as what no reader reads."""
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match="not TOML"):
        rows(path)


@pytest.mark.parametrize(
    ("word", "lang", "meaning"),
    [
        pytest.param("Schlepper", "de", "tug", id="de-word"),
        pytest.param("tugs", "en", "tug", id="en-ending"),
        pytest.param("Hochseeschlepper", "de", "tug", id="de-compound-by-its-end"),
        pytest.param("evakuieren", "de", "evacuate", id="de-verb"),
        pytest.param("Räumung", "de", "evacuate", id="de-noun-of-a-deed"),
    ],
)
def test_a_word_means(word: str, lang: str, meaning: str) -> None:
    """Whatever the wording, one meaning."""
    assert meaning in meanings(word, lang)


@pytest.mark.parametrize(
    ("text", "lang", "meaning"),
    [
        pytest.param("Ein russischer Minister sprach.", "de", "russia", id="adjective"),
        pytest.param("Er traf zwei Russinnen.", "de", "russia", id="inhabitants"),
        pytest.param("Der Kreml schwieg.", "de", "russia", id="seat"),
        pytest.param("Das ist ein Schweizer Fluss.", "de", "switzerland", id="in-er"),
        pytest.param("Die kenianischen Läufer siegten.", "de", "kenya", id="plural"),
        pytest.param("Wegen des Vereinigten Königreichs.", "de", "britain", id="name-of-two"),
        pytest.param("Two Russians left.", "en", "russia", id="english"),
        pytest.param("She is from South Korea.", "en", "south-korea", id="english-name-of-two"),
    ],
)
def test_a_state_has_many_names(text: str, lang: str, meaning: str) -> None:
    """Its name, its adjective in any form, its people."""
    assert meaning in {key for s in senses(tokens(text, lang), lang) for key in s.keys}


@pytest.mark.parametrize("word", ["Toilette", "Erfinder", "Metropole", "Weltklima", "Manifeste"])
def test_a_name_is_no_last_part_of_a_word(word: str) -> None:
    """A "Toilette" is no "Lette"."""
    names = set(rows(next(f for f in FILES if f.stem == "nations")))

    assert not meanings(word, "de") & names
    assert "people-of-russia" in meanings("Exil-Russe", "de")


def test_unknown_words_mean_nothing() -> None:
    """No guess."""
    assert meanings("Xyzzyplonk", "de") == frozenset()
    assert meanings("tug", "xx") == frozenset()


def test_opposites_exclude_each_other_both_ways() -> None:
    """What excludes is excluded."""
    table = thesaurus().excludes

    assert all(key in table[other] for key, others in table.items() for other in others)
    assert exclude(meanings("ablehnen", "de"), meanings("zustimmen", "de"))
    assert not exclude(meanings("ablehnen", "de"), meanings("ablehnen", "de"))


def test_words_of_one_meaning_do_not_exclude_each_other() -> None:
    """Who says one for the other says no opposite; nor does a word exclude itself."""
    known = thesaurus().words
    said: dict[str, set[tuple[str, str]]] = {}
    for path in FILES:
        for key, row in rows(path).items():
            own = {(lang, w.casefold()) for lang in ("de", "en") for w in row.get(lang, ())}
            said.setdefault(key, set()).update(own)
    found = {
        key: frozenset(k for lang, w in own for k in known[lang].get(w, ()))
        for key, own in said.items()
    }

    assert not {key for key, keys in found.items() if exclude(keys, keys)}


def test_nothing_is_broader_than_itself() -> None:
    """The tree has no circles that lead back."""
    assert all(key not in broader(key) for key in thesaurus().broader)


@pytest.mark.parametrize(
    "text",
    ["Die Helfer brachten alle in Sicherheit.", "Alle sollten in Sicherheit gebracht werden."],
)
def test_a_phrase_is_found_in_either_order(text: str) -> None:
    """German puts the verb first or last."""
    found = {key for s in senses(tokens(text, "de"), "de") for key in s.keys}

    assert found & meanings("evakuieren", "de") | found & {"rescue", "bring-to-safety"}


def test_a_separated_verb_is_one_word() -> None:
    """ "Schleppte ... ab" is "abschleppen"."""
    bases = {s.base for s in senses(tokens("Die Firma schleppte den Wagen ab.", "de"), "de")}

    assert "abschleppen" in bases


def test_what_every_claim_says_tells_nothing() -> None:
    """A word of all claims weighs least, one of a single claim most."""
    texts = [
        "Der Brand zerstörte die Halle.",
        "Der Brand brach nachts aus.",
        "Der Brand ist gelöscht.",
    ]
    claims = [
        c
        for n, text in enumerate(texts)
        for c in read_claims(source_from_text(text, id=f"{n}", lang="de"))
    ]
    known = setting(claims)
    fire = next(s for s in told(claims[0]) if s.base == "brand")
    hall = next(s for s in told(claims[0]) if s.base == "halle")

    assert weight(known, fire, "de") < weight(known, hall, "de") <= 1
    assert weight(ANYWHERE, fire, "de") == 1
