"""Edits whose witness says it in other words, lets one work it out, or only knows the old value."""

from __future__ import annotations

import pytest

from checker.model import Level
from tests.unit.gate.conftest import Edited

ANZEIGER = """Brand im Sägewerk Lohmar
Von Kai Brand
9. Juni 2026

Das Feuer brach am Montag um 14 Uhr in der Trockenkammer aus und war um 21 Uhr gelöscht.
Insgesamt 41 Arbeiter mussten die Hallen verlassen.
Werkleiter Udo Kelm, Jahrgang 1978, alarmierte die Feuerwehr.
Kelm führt den Betrieb seit 2018.
Die Versicherung zahlt 100 statt 150 Euro je Festmeter.
Auslöser war vermutlich ein defekter Lüfter.
Die Landstraße blieb am Montag geöffnet.
Bürgermeisterin Petra Kuhn lobte Kreisbrandmeister Ole Voss für den Einsatz.
Eine Mitarbeiterin wurde bei dem Brand leicht verletzt.
"""
KURIER = """Feuer in Lohmarer Sägewerk
10. Juni 2026

Rund sieben Stunden lang brannte die Trockenkammer des Sägewerks.
Vierzehn Arbeiter flohen durch das Tor, weitere 27 Arbeiter über den Hof.
Die Feuerwehr alarmierte der 47-jährige Werkleiter Udo Kelm.
Acht Jahre schon führt Kelm den Betrieb.
Um ein Drittel kürzt die Versicherung den Preis je Festmeter.
Ob ein defekter Lüfter der Auslöser war, ist noch offen.
Die Landstraße war nach dem Ausbruch am Montag nicht gesperrt.
Kreisbrandmeister Ole Voss wurde von Bürgermeisterin Petra Kuhn für den Einsatz gelobt.
Verletzt wurde eine Mitarbeiterin des Werks, sie kam mit leichten Blessuren davon.
"""
STORY = {"anzeiger.txt": ANZEIGER, "kurier.txt": KURIER}


@pytest.mark.parametrize(
    ("old", "new", "witness"),
    [
        pytest.param("um 21 Uhr gelöscht", "um 18 Uhr gelöscht", "sieben Stunden", id="clocks"),
        pytest.param("Insgesamt 41", "Insgesamt 31", "weitere 27", id="sum"),
        pytest.param("Jahrgang 1978", "Jahrgang 1968", "47-jährige", id="year-of-birth"),
        pytest.param("seit 2018", "seit 2008", "Acht Jahre", id="since"),
        pytest.param("100 statt 150", "120 statt 150", "Um ein Drittel", id="share"),
        pytest.param("war vermutlich ein", "war ein", "noch offen", id="suspicion"),
        pytest.param("Montag geöffnet", "Montag geschlossen", "Landstraße", id="opposite"),
        pytest.param("Montag um 14", "Sonntag um 14", "Montag", id="weekday"),
        pytest.param("Kelm führt", "Kersting führt", "Kelm", id="name-in-its-place"),
        pytest.param(
            "Bürgermeisterin Petra Kuhn lobte Kreisbrandmeister Ole Voss",
            "Kreisbrandmeister Ole Voss lobte Bürgermeisterin Petra Kuhn", "Voss", id="swapped",
        ),
        pytest.param("Eine Mitarbeiterin", "Eine Kundin", "eine Mitarbeiterin", id="party"),
    ],
)  # fmt: skip
def test_an_edit_departs(edited: Edited, old: str, new: str, witness: str) -> None:
    delta = edited(STORY, "anzeiger.txt", old, new)
    loud = [f for f in delta.new if f.level.rank <= Level.WARNING.rank]
    assert any(f.sides[0].source.endswith("anzeiger.txt") for f in loud)
    assert any(witness in side.quote for f in loud for side in f.sides[1:])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Insgesamt 41 Arbeiter", "Insgesamt 41 Arbeitr", id="misspelt-noun"),
        pytest.param("vermutlich", "vermutlch", id="misspelt-hedge"),
        pytest.param("blieb am Montag geöffnet", "war am Montag nicht zu", id="two-turns"),
        pytest.param(
            "Bürgermeisterin Petra Kuhn lobte Kreisbrandmeister Ole Voss für den Einsatz",
            "Für den Einsatz lobte Bürgermeisterin Petra Kuhn Kreisbrandmeister Ole Voss",
            id="another-part-first",
        ),
        pytest.param(
            "Bürgermeisterin Petra Kuhn lobte Kreisbrandmeister Ole Voss",
            "Kreisbrandmeister Ole Voss wurde von Bürgermeisterin Petra Kuhn gelobt",
            id="passive",
        ),
        pytest.param(
            "Bürgermeisterin Petra Kuhn lobte", "Die Bürgermeisterin lobte", id="office-for-name"
        ),
        pytest.param("Jahrgang 1978", "Jahrgang 1979", id="year-that-fits-as-well"),
        pytest.param("um 21 Uhr gelöscht", "um kurz nach 21 Uhr gelöscht", id="nearly-the-hour"),
        pytest.param("wurde bei dem Brand leicht", "wurde dabei leicht", id="left-out"),
    ],
)
def test_what_changes_nothing_departs_from_nobody(edited: Edited, old: str, new: str) -> None:
    delta = edited(STORY, "anzeiger.txt", old, new)
    assert [f.message.en for f in delta.new if f.level.rank <= Level.WARNING.rank] == []
