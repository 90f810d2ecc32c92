from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from checker.corpus.lineage import lineage
from checker.language.sentences import split_sentences
from checker.model import Claim, Known, Source

WIRE = (
    "In Altenau ist am Montag ein Lagerhaus abgebrannt. Elf Menschen wurden bei dem Brand "
    "verletzt, wie ein Sprecher der Feuerwehr sagte. Die Straße zum Hafen blieb bis zum Abend "
    "gesperrt. "
    "Warum das Feuer ausbrach, ist noch unklar und wird untersucht."
)
OWN = (
    "Dichter Rauch zog am Montag über die Dächer der Altenauer Hafenstadt. Anwohner filmten, wie "
    "das Lager in sich zusammenfiel. Elf von ihnen kamen in ein Krankenhaus."
)


def article(id_: str, text: str, *, day: int = 1, agency: str = "") -> tuple[Source, list[Claim]]:
    low = datetime(2026, 3, day)
    credited = (Known(agency, "text"),) if agency else ()
    source = Source(
        id=id_,
        text=text,
        lang="de",
        sha256="0" * 64,
        published_low=low,
        published_high=low,
        agencies=credited,
    )
    claims = [
        Claim(
            id=f"{id_}#{a}-{b}",
            source=id_,
            start=a,
            end=b,
            quote=text[a:b],
            lang="de",
            sentence=n,
            sentence_start=a,
            sentence_end=b,
        )
        for n, (a, b) in enumerate(split_sentences(text, "de"))
    ]
    return source, claims


def related(*articles: tuple[Source, list[Claim]]) -> tuple[list[Source], list[Claim]]:
    return [s for s, _ in articles], [c for _, cs in articles for c in cs]


def test_altered_copy_stays_a_copy() -> None:
    """Somebody turned eleven into 17; it is still the wire's text, and it is seen."""
    wire = article("wire.txt", WIRE)
    copy = article("copy.txt", WIRE.replace("Elf Menschen", "17 Menschen"), day=2)
    found = lineage(*related(copy, wire))

    assert [f.members for f in found.families] == [("copy.txt", "wire.txt")]
    assert found.families[0].kind == "copy"
    assert found.origins == {"copy.txt": "wire.txt", "wire.txt": "wire.txt"}
    assert [p.altered for p in found.passages] == [False, True, False, False]


def test_shortened_copy_with_an_addition_is_a_copy() -> None:
    """Share is of the smaller text, so cutting hides nothing."""
    cut = WIRE[: WIRE.index("Die Straße")] + "Die Stadt bietet am Dienstag eine Sprechstunde an."
    found = lineage(*related(article("wire.txt", WIRE), article("cut.txt", cut, day=2)))

    assert [f.kind for f in found.families] == ["copy"]


def test_own_report_is_its_own_origin() -> None:
    """The same event in other words is a second witness."""
    found = lineage(*related(article("wire.txt", WIRE), article("own.txt", OWN)))

    assert not found.families
    assert found.origins == {"wire.txt": "wire.txt", "own.txt": "own.txt"}


def test_agency_all_copies_credit_is_the_origin() -> None:
    """Two papers that print the agency are the agency."""
    one = article("a.txt", WIRE, agency="dpa")
    other = article("b.txt", WIRE.replace("am Montag ", ""), agency="dpa")
    found = lineage(*related(one, other))

    assert found.origins == {"a.txt": "DPA", "b.txt": "DPA"}


def test_own_report_with_agency_passage_is_agency_kin() -> None:
    """A credited agency and a shared passage: one witness for it, though no copy."""
    mixed = OWN + " " + WIRE[WIRE.index("Die Straße") : WIRE.index("Warum")]
    one, other = article("a.txt", mixed, agency="dpa"), article("b.txt", WIRE, agency="dpa")
    kinds = [f.kind for f in lineage(*related(one, other)).families]
    uncredited = (replace(one[0], agencies=()), one[1])

    assert kinds == ["agency"]
    assert not lineage(*related(uncredited, other)).families


def test_order_does_not_matter() -> None:
    """Sources named backwards have the same origins."""
    articles = [article("b.txt", WIRE), article("a.txt", WIRE, day=2), article("c.txt", OWN)]

    assert lineage(*related(*articles)) == lineage(*related(*articles[::-1]))
