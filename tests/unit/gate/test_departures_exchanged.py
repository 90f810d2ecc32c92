"""Edits that exchange a place, a party or a value, or turn what is said of two things."""

from __future__ import annotations

import pytest

from checker.model import Level
from tests.unit.gate.conftest import Edited

BOTE = """Streit um die Markthalle in Wendlach
Von Ina Roth
12. Mai 2026

Am Montag zogen die Händler durch die Gerberstraße vor die Markthalle.
Der Protest begann am späten Nachmittag.
Die Veranstalter sprachen von 900 Menschen, die Polizei von 400.
Kämmerer Jonas Tietz warb für den Verkauf der Halle.
Die Feuerwehr räumte die Halle wegen Brandgefahr.
Der Baukonzern Hellmer übernimmt die Betreibergesellschaft Markt Wendlach.
Zum ersten Mal steht die Halle leer.
Jeder vierte Händler hat schon gekündigt.
Die Kühlräume wurden auf minus acht Grad gehalten.
Die Halle muss nicht abgerissen werden, der Turm wird gesprengt.
Wachleute gab es in der Halle nicht.
Bürgermeisterin Ada Kern hatte angedeutet, dass die Stadt möglicherweise zuschießen könnte,
wenn der Konzern die Miete senkt.
Ein Bündnis aus Händlern, Mietern und Handwerkern hatte zu dem Protest aufgerufen.
Gerüchte, wonach der Turm einsturzgefährdet sei, wies das Bauamt zurück.
Vor Freitag öffnet die Halle nicht.
Der polnische Botschafter lobte die Geduld der Händler.
"""
KURIER = """Händler gehen für ihre Halle auf die Straße
13. Mai 2026

In der Gerberstraße stockte am Montag der Verkehr, als die Händler vorüberzogen.
Der Protest der Händler begann gegen 17 Uhr.
Nach Zählung der Polizei waren 400 Menschen gekommen.
Für den Verkauf der Halle hatte Kämmerer Jonas Tietz geworben.
Die Halle war von der Feuerwehr geräumt worden, weil sie brennen konnte.
Hellmer kauft die Betreibergesellschaft Markt Wendlach, teilte der Baukonzern mit.
Nie zuvor stand die Halle leer.
25 Prozent der Händler haben gekündigt.
Acht Grad unter null hatten die Kühlräume.
Ein Abriss der Halle ist nicht nötig, gesprengt wird nur der Turm.
Auf Wachleute in der Halle war verzichtet worden.
Vielleicht schießt die Stadt etwas zu, sagte Bürgermeisterin Ada Kern.
Lob für ihre Geduld kam vom polnischen Botschafter.
"""
STORY = {"bote.txt": BOTE, "kurier.txt": KURIER}


@pytest.mark.parametrize(
    ("old", "new", "witness"),
    [
        pytest.param("die Gerberstraße", "die Bäckerstraße", "Gerberstraße", id="street"),
        pytest.param("Jonas Tietz", "Jonas Dietz", "Jonas Tietz", id="name-spelt-nearly-so"),
        pytest.param("Am Montag zogen", "Am Sonntag zogen", "am Montag", id="weekday"),
        pytest.param("am späten Nachmittag", "kurz vor 13 Uhr", "17 Uhr", id="part-of-the-day"),
        pytest.param(
            "Die Veranstalter sprachen von 900 Menschen, die Polizei von 400.",
            "Von 900 Menschen sprach die Polizei, die Veranstalter kamen auf 400.",
            "400 Menschen", id="values-traded",
        ),
        pytest.param("Die Feuerwehr räumte", "Die Werksleitung räumte", "Feuerwehr", id="party"),
        pytest.param(
            "Der Baukonzern Hellmer übernimmt die Betreibergesellschaft Markt Wendlach",
            "Der Baukonzern Hellmer wird von der Betreibergesellschaft Markt Wendlach übernommen",
            "Hellmer kauft", id="passive-not-turned",
        ),
        pytest.param("Der polnische", "Der dänische", "polnischen", id="origin"),
        pytest.param("Zum ersten Mal steht", "Erneut steht", "Nie zuvor", id="first-time"),
        pytest.param("Jeder vierte", "Jeder dritte", "25 Prozent", id="fraction-and-per-cent"),
        pytest.param("minus acht Grad", "plus acht Grad", "unter null", id="sign"),
        pytest.param(
            "Die Halle muss nicht abgerissen werden, der Turm wird gesprengt.",
            "Die Halle muss abgerissen werden, der Turm wird nicht gesprengt.",
            "Abriss der Halle", id="negation-moved",
        ),
        pytest.param(
            "Wachleute gab es in der Halle nicht.", "Zwei Wachleute liefen in der Halle Streife.",
            "verzichtet", id="there-were-none",
        ),
        pytest.param(
            "hatte angedeutet, dass die Stadt möglicherweise zuschießen könnte,\nwenn der Konzern "
            "die Miete senkt",
            "hatte verbindlich zugesagt, dass die Stadt zuschießt", "Vielleicht", id="firmer",
        ),
    ],
)  # fmt: skip
def test_an_edit_departs(edited: Edited, old: str, new: str, witness: str) -> None:
    delta = edited(STORY, "bote.txt", old, new)
    loud = [f for f in delta.new if f.level.rank <= Level.WARNING.rank]
    assert any(f.sides[0].source.endswith("bote.txt") for f in loud)
    assert any(witness in side.quote for f in loud for side in f.sides[1:])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Jeder vierte Händler", "Ein Viertel der Händler", id="same-share"),
        pytest.param("Händlern, Mietern und Handwerkern", "Handwerkern, Händlern und Mietern",
                     id="list-in-another-order"),
        pytest.param(
            "Der Baukonzern Hellmer übernimmt die Betreibergesellschaft Markt Wendlach",
            "Die Betreibergesellschaft Markt Wendlach wird von dem Baukonzern Hellmer übernommen",
            id="passive",
        ),
        pytest.param(
            "Gerüchte, wonach der Turm einsturzgefährdet sei, wies das Bauamt zurück.",
            "Das Bauamt widersprach Gerüchten, der Turm sei einsturzgefährdet.", id="still-denied",
        ),
        pytest.param("am späten Nachmittag", "am Spätnachmittag", id="part-of-the-day"),
    ],
)  # fmt: skip
def test_rewording_departs_from_nobody(edited: Edited, old: str, new: str) -> None:
    delta = edited(STORY, "bote.txt", old, new)
    assert not [f for f in delta.new if f.level.rank <= Level.WARNING.rank]
