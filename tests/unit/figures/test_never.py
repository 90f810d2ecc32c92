"""Numerals that are no figures."""

from __future__ import annotations

import pytest

from checker.language.quantities import read_quantities

GERMAN = [
    "Ein Mann und eine Frau kamen.",
    "eine großartige Nachricht",
    "Rufen Sie 01716440507 an.",
    "Tel. 030 1234 5678",
    "+49 30 123456",
    "nach § 5 Abs. 2 verurteilt",
    "laut Artikel 5 verboten",
    "in Raum 12 getagt",
    "Clayallee 170, 14191 Berlin",
    "auf der B 31 gesperrt",
    "ein Airbus A380",
    "eine Boeing 737",
    "die G7-Staaten",
    "das Covid-19-Virus",
    "die U 21 gewann",
    "am 14. Juni",
    "um 14 Uhr",
    "von 8 bis 16 Uhr",
    "um 14.05 Uhr",
    "die 20-Uhr-Nachrichten",
    "die 7-Tage-Inzidenz",
    "im Jahr 2024",
    "Im März 2024 hatte er",
    "die 1968 eröffnete Brücke",
    "Schon 2017 hatte er davor gewarnt.",
    "Wer etwas auf sich hält, achtet auf Details: Sie achten darauf.",
    "rund um die Uhr",
    "das traf (80.) das Tor",
    "am 12.05.2024",
    "Version 1.2.3",
    "https://example.org/a/12/b?c=30",
    "Kapitel 3.1.2",
    "Claudia Tausend sprach",
    "einmal im Leben auf einmal",
    "die dreiste Tat",
    "4a",
    "am Samstag: 1. Arno Denner, 2. Ben Wulf",
    "mit iOS 9 erschwert",
    "ein einmaliger Vorgang",
    "Achte auf den Weg",
    "eines Tages",
]
ENGLISH = [
    "I'm a man.",
    "the G7 summit",
    "This one is not correct",
    "on June 14 2024",
    "at 11pm",
    "SCP-173C",
    "chapter 3 of section 230",
    "Flight 370",
    "Tel: +86 138-2010-2015",
    "scp173m",
    "in 1968",
    "second to last",
]


@pytest.mark.parametrize("text", GERMAN)
def test_no_figure_in_german(text: str) -> None:
    """Articles, labels, addresses, dates and times are left alone."""
    assert [f.text for f in read_quantities(text, "de")] == []


@pytest.mark.parametrize("text", ENGLISH)
def test_no_figure_in_english(text: str) -> None:
    """Likewise."""
    assert [f.text for f in read_quantities(text, "en")] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2000 Menschen kamen", "2000"),
        ("In Berlin 12 Menschen", "12"),
        ("Rund 6500 Haushalte", "Rund 6500"),
        ("wuchs um 3 Prozent", "3 Prozent"),
    ],
)
def test_what_only_looks_like_a_name_is_read(text: str, span: str) -> None:
    """A counted noun makes a figure of a number that could be a year or a label."""
    assert [f.text for f in read_quantities(text, "de")] == [span]
