"""Times of one and the same deed, and of two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

#: See the fixture of that name.
Told = Callable[[str, str, str, str], Sequence[object]]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        (
            "de",
            "Fortgesetzt wird die Verhandlung am 18. Juni.",
            "Schon am 15. Juni wird der Prozess fortgesetzt.",
        ),
        ("de", "Das Freibad öffnet am 3. Mai.", "Am 10. Mai macht das Freibad auf."),
        (
            "de",
            "Die Wahl des Bürgermeisters findet am 12. März statt.",
            "Am 19. März wird der Bürgermeister gewählt.",
        ),
        (
            "de",
            "Die Fähre war am Dienstag gegen 17.20 Uhr vor Norderhaven auf Grund gelaufen.",
            "Das Unglück ereignete sich gegen 19.20 Uhr.",
        ),
        (
            "de",
            "Der Stadtrat beschloss den Haushalt am Donnerstag.",
            "Am Mittwoch verabschiedete der Stadtrat den Haushalt.",
        ),
        (
            "de",
            "Die Sparkasse schließt ihre Filiale in Almdorf zum 30. September.",
            "Die Filiale der Sparkasse wird zum 31. Dezember geschlossen.",
        ),
        ("de", "Der Sänger starb am Montag in Köln.", "Der Sänger ist am Sonntag gestorben."),
        (
            "de",
            "Einbrecher stahlen das Gemälde in der Nacht zum Donnerstag.",
            "Das Gemälde wurde in der Nacht zum Mittwoch gestohlen.",
        ),
        (
            "de",
            "Der Tierpark bleibt bis Sonntag geschlossen.",
            "Bis Dienstag ist der Tierpark geschlossen.",
        ),
        (
            "de",
            "Der Minister trat am Freitag zurück.",
            "Seinen Rücktritt erklärte der Minister am Samstag.",
        ),
        ("de", "Die Bibliothek wurde 1968 eröffnet.", "Die 1986 eröffnete Bibliothek ist beliebt."),
        ("de", "Die Firma wurde 1921 gegründet.", "Gegründet wurde die Firma 1912."),
        ("en", "The library opened in 1968.", "The library was opened in 1986."),
        (
            "en",
            "The council approved the plan on Wednesday.",
            "On Monday, the council voted for the plan.",
        ),
        ("en", "St Hild's primary will reopen on Monday.", "St Hild's primary reopens on Tuesday."),
        ("en", "The bridge was closed at 7am.", "Police shut the bridge at 9am."),
        ("en", "The singer died on 3 March.", "The singer's death on 5 March shocked fans."),
        ("en", "The factory exploded shortly after 3pm.", "The blast happened at 5.10pm."),
        ("en", "The deal was signed on 12 May.", "The two firms signed the deal on 14 May."),
        (
            "en",
            "The museum has been closed since Tuesday.",
            "The museum has been closed since Sunday.",
        ),
        (
            "de",
            "Die Klinik nimmt am 1. Juli den Betrieb auf.",
            "Am 1. Januar soll die Klinik den Betrieb aufnehmen.",
        ),
        ("de", "Der Festakt findet am 5. Mai statt.", "Am 6. Mai findet der Festakt statt."),
        ("en", "The ferry ran aground at 5.20pm on Tuesday.", "The accident happened at 7.20pm."),
        ("de", "Um 2.40 Uhr löste der Rauchmelder Alarm aus.", "Der Alarm ging um 4.20 Uhr ein."),
        (
            "de",
            "Das Unglück ereignete sich gegen 19.20 Uhr kurz nach dem Ablegen.",
            "Die Fähre war am Dienstag gegen 17.20 Uhr vor Norderhaven auf Grund gelaufen.",
        ),
    ],
)
def test_one_act_at_two_times(told: Told, lang: str, left: str, right: str) -> None:
    """The deed and what it is done to are the same, the time is not."""
    assert told("moment", lang, left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        (
            "de",
            "Das Museum ist seit Dienstag geschlossen.",
            "Das Museum will am 26. Mai wieder öffnen.",
        ),
        (
            "de",
            "Die Linie wird bis Freitag eingestellt.",
            "Der Verkehr soll am Samstag wieder beginnen.",
        ),
        ("de", "Die Kundgebung begann um 13 Uhr.", "Um 14 Uhr setzte sich der Zug in Bewegung."),
        ("de", "Der Prozess begann am 3. Februar.", "Das Urteil soll am 12. März fallen."),
        (
            "de",
            "Die Polizei teilte am Mittwoch mit, der Täter sei gefasst.",
            "Der Täter wurde am Dienstag gefasst.",
        ),
        (
            "de",
            "Die Polizei nahm den Fahrer am Montag fest.",
            "Am Dienstag nahm die Polizei einen zweiten Mann fest.",
        ),
        (
            "de",
            "Das Rathaus öffnet am Montag um 8 Uhr.",
            "Das Schwimmbad öffnet am Dienstag um 10 Uhr.",
        ),
        (
            "de",
            "Der Minister besuchte am Montag Berlin.",
            "Am Dienstag besuchte der Minister Paris.",
        ),
        (
            "de",
            "Das Unglück ereignete sich am Dienstagabend.",
            "Die Fähre lief am Dienstag gegen 19 Uhr auf Grund.",
        ),
        (
            "de",
            "Die Stadt sperrte am Montag die Straße.",
            "Am Mittwoch sperrte die Stadt auch die Brücke.",
        ),
        ("de", "Das Konzert am Freitag war ausverkauft.", "Am Samstag gab die Band ein Konzert."),
        (
            "de",
            "Der Verein gewann am Samstag gegen Kiel.",
            "Der Verein gewann am Mittwoch gegen Jena.",
        ),
        (
            "de",
            "Die Aktie stieg am Montag um zwei Prozent.",
            "Am Dienstag stieg die Aktie um drei Prozent.",
        ),
        ("en", "The museum closed on Monday.", "The museum will reopen on 3 May."),
        ("en", "Police said on Friday that a man was arrested.", "A man was arrested on Thursday."),
        (
            "en",
            "Officials said on Friday the library will reopen on Monday.",
            "The library will reopen on Monday.",
        ),
        ("en", "The team won on Saturday.", "The team won again on Wednesday."),
        ("en", "The shop opens at 9am on weekdays.", "The shop opens at 10am on Sunday."),
        ("en", "The first hearing was held on Monday.", "The second hearing was held on Tuesday."),
        (
            "en",
            "The minister met union leaders on Monday.",
            "The minister met employers on Tuesday.",
        ),
        (
            "de",
            "Die Feuerwehr wurde um 2.40 Uhr alarmiert.",
            "Die Feuerwehr rückte um 2.50 Uhr aus.",
        ),
        (
            "de",
            "In der Nacht zum Donnerstag brach das Feuer aus.",
            "Das Feuer brach am Mittwochabend aus.",
        ),
        (
            "de",
            "Der Rat entscheidet am 5. Mai über den Haushalt.",
            "Der Rat entscheidet am 12. Mai über die Steuer.",
        ),
        (
            "de",
            "Der Außenminister reiste am Montag nach Paris.",
            "Am Dienstag reiste der Außenminister nach Rom weiter.",
        ),
        ("de", "Die Stimmung war am Montag gut.", "Die Stimmung war am Dienstag gut."),
        (
            "de",
            "Die Polizei schätzte die Zahl am Montag auf 200.",
            "Die Zahl stieg am Dienstag auf 300.",
        ),
        ("en", "The court opened the trial in May.", "The trial continues in June."),
        (
            "de",
            "Der Verdächtige wurde am Dienstag vernommen.",
            "Am Mittwoch wurde der Verdächtige erneut vernommen.",
        ),
        ("en", "Shares closed lower on Monday.", "Shares closed higher on Tuesday."),
        ("de", "Am Montag regnete es in Köln.", "Am Dienstag regnete es in Köln."),
        (
            "de",
            "Die Feuerwehr löschte den Brand gegen 5 Uhr.",
            "Der Brand war gegen 3 Uhr ausgebrochen.",
        ),
        (
            "de",
            "Ein Unfall ereignete sich um 8 Uhr auf der A7.",
            "Gegen 10 Uhr kollidierte ein Laster mit einem Zug.",
        ),
    ],
)
def test_two_acts_have_two_times(told: Told, lang: str, left: str, right: str) -> None:
    """Another deed, another thing, one more time, a habit, the time of saying."""
    assert not told("moment", lang, left, right)
