"""Headline, teaser, caption, sub-heading, body; two articles in one file."""

from __future__ import annotations

from checker.read import source_from_text

LEAD = (
    "Der Stadtrat von Altenau hat am Donnerstag nach langer Debatte beschlossen, die Brücke über "
    "die Aue zu sperren. Die Arbeiten sollen im Frühjahr beginnen, wie das Bauamt mitteilte."
)
MORE = (
    "Die Opposition kritisierte den Beschluss. Ihr Sprecher sagte, man habe Jahre verloren, in "
    "denen nichts geschehen sei. Das Bauamt wies die Vorwürfe am Abend zurück."
)


def shape(text: str) -> list[tuple[str, int, str]]:
    source = source_from_text(text, id="a.txt", lang="de", furniture=True)
    return [(p.kind, p.article, source.text[p.start : p.end][:20]) for p in source.parts]


def test_article_as_agencies_send_it() -> None:
    """Headline, dateline, body; the place in front of the lead is no part of its first claim."""
    found = shape(f"Brücke gesperrt\n12.03.2026, 18:40 Uhr\n\nAltenau (dpa) - {LEAD}\n\n{MORE}")

    assert found == [
        ("headline", 0, "Brücke gesperrt"),
        ("body", 0, LEAD[:20]),
        ("body", 0, MORE[:20]),
    ]


def test_kicker_teaser_and_subheading() -> None:
    """A standfirst ends where a dateline begins the text; a kicker is shorter than its headline."""
    found = shape(
        "Streit im Rat\nWarum die Brücke von Altenau bis zum Sommer gesperrt bleibt\n"
        "Die Stadt sperrt ihre Brücke. Was bedeutet das für die Anwohner?\n"
        f"Altenau – {LEAD}\nScharfe Kritik der Opposition\n{MORE}"
    )

    assert [(kind, text) for kind, _, text in found] == [
        ("subhead", "Streit im Rat"),
        ("headline", "Warum die Brücke von"),
        ("teaser", "Die Stadt sperrt ihr"),
        ("body", LEAD[:20]),
        ("subhead", "Scharfe Kritik der O"),
        ("body", MORE[:20]),
    ]


def test_caption_stands_above_its_credit() -> None:
    """A caption may be older than its article, so it is told apart."""
    found = shape(f"Titel der Meldung\n\nDie Brücke im Winter\nFoto: Anna Lenz\n\n{LEAD}\n\n{MORE}")

    assert ("caption", 0, "Die Brücke im Winter") in found


def test_second_article_with_a_byline_of_its_own() -> None:
    """A heading with a by-line below it begins another article."""
    found = shape(
        f"Brücke gesperrt\nVon Anna Lenz\n\n{LEAD}\n\n{MORE}\n\n{LEAD}\n\n"
        f"Fluss tritt über die Ufer\nVon Bernd Moor\n13. März 2026\n\n{MORE}\n\n{LEAD}"
    )

    assert [article for kind, article, _ in found if kind == "headline"] == [0, 1]


def test_second_article_that_introduces_its_persons_again() -> None:
    """Full names given twice, under a heading on the same matter, begin another article."""
    first = (
        "Bürgermeisterin Anna Lenz hat am Montag mit dem Landrat Bernd Moor telefoniert. Es ging "
        "um die Brücke, deren Sperrung seit Wochen für Streit zwischen Stadt und Kreis sorgt."
    )
    then = "Lenz und Moor hatten zuletzt im Januar gesprochen. Damals blieb das ohne Ergebnis."
    again = (
        "Die Bürgermeisterin von Altenau, Anna Lenz, und Landrat Bernd Moor haben erneut "
        "telefoniert. Moor berichtete danach, man habe sich geeinigt."
    )
    found = shape(
        f"Lenz und Moor telefonieren\n\n{first}\n\n{then}\n\n{MORE}\n\n{then}\n\n"
        f"Moor nach Gespräch mit Lenz: Einigung erzielt\n\n{again}\n\n{MORE}"
    )

    assert [article for kind, article, _ in found if kind == "headline"] == [0, 1]


def test_subheadings_begin_no_article() -> None:
    """A person named in full once more under a sub-heading is no second article."""
    found = shape(
        f"Lenz sperrt die Brücke\n\nBürgermeisterin Anna Lenz sperrt die Brücke. {LEAD}\n\n{MORE}"
        f"\n\nLenz unter Druck\n\nAnna Lenz steht unter Druck. {MORE}\n\n{LEAD}"
    )

    assert {article for _, article, _ in found} == {0}


def test_furniture_lies_in_no_part() -> None:
    """What is marked is not claimed."""
    text = f"Brücke gesperrt\nVon Anna Lenz\n\n{LEAD}\n\nLesen Sie auch\n\n{MORE}\n\n© 2026 Bote"
    source = source_from_text(text, id="a.txt", lang="de", furniture=True)
    marked = [range(f.start, f.end) for f in source.furniture]

    assert len(marked) == 3
    assert not any(set(range(p.start, p.end)) & set(m) for p in source.parts for m in marked)


def test_text_of_a_caller_is_all_body() -> None:
    """The two sentences of a pair are nobody's headline."""
    source = source_from_text("Lesen Sie auch: Es gab drei Tote.", id="left", lang="de")

    assert [p.kind for p in source.parts] == ["body"]
    assert source.furniture == ()
