from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.corpus.event_words import kinds_named
from checker.corpus.events import told
from checker.corpus.main_event import main_events
from checker.model import Claim, Kind, Source
from checker.read import source_from_text
from checker.read.claims import read_claims

MakeClaim = Callable[..., Claim]
MakeSource = Callable[..., Source]


@pytest.mark.parametrize(
    ("words", "lang", "kind"),
    [
        pytest.param("Das Friedensgespräch endete.", "de", "talk", id="de-compound"),
        pytest.param("Sie telefonierten am Montag.", "de", "call", id="de-verb"),
        pytest.param("Der Zug entgleiste.", "de", "accident", id="de-accident"),
        pytest.param("Two strikes ended.", "en", "strike", id="en-plural"),
        pytest.param("The blaze was put out.", "en", "fire", id="en-fire"),
    ],
)
def test_names_kinds(claim: MakeClaim, words: str, lang: str, kind: str) -> None:
    """Lexicon and base forms tell which kind of event a claim names."""
    assert kind in kinds_named(claim(words, lang=lang))


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        pytest.param("Im Vorjahr waren 300 Gäste gekommen.", "de", id="de-vorjahr"),
        pytest.param("Damals wurden neun Menschen verletzt.", "de", id="de-damals"),
        pytest.param("Last year 300 guests came.", "en", id="en-last-year"),
        pytest.param("Nine people were hurt at the time.", "en", id="en-at-the-time"),
    ],
)
def test_background_is_earlier(claim: MakeClaim, words: str, lang: str) -> None:
    """Background paragraphs speak of other events."""
    assert told([claim(words, lang=lang)], {})[0].earlier


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        pytest.param("Anders als im Vorjahr kamen diesmal 300 Gäste.", "de", id="de-unlike"),
        pytest.param("Am Samstag kamen 300 Gäste.", "de", id="de-plain"),
        pytest.param("More guests than last year came this time.", "en", id="en-than"),
    ],
)
def test_comparison_is_not_background(claim: MakeClaim, words: str, lang: str) -> None:
    """A time that is only compared with moves nothing."""
    assert not told([claim(words, lang=lang)], {})[0].earlier


def test_background_goes_on(claim: MakeClaim) -> None:
    """A pronoun keeps speaking of what was just told; a new paragraph does not."""
    first = claim("Im Vorjahr stand er schon einmal vor Gericht.", sentence=1)
    second = claim("Er kam mit Bewährung davon.", start=100, sentence=2)
    third = claim("Er will Revision einlegen.", start=200, sentence=3, paragraph=1)

    assert [bool(t.earlier) for t in told([first, second, third], {})] == [True, True, False]


def test_date_before_the_main_event_is_earlier(claim: MakeClaim, source: MakeSource) -> None:
    """The lead sets the day; a month before it is another occasion."""
    lead = claim("Am Freitag brannte es.", sentence=0, moment=("Am Freitag", "2026-03-06", "day"))
    past = claim(
        "Im Januar hatte es schon einmal gebrannt.",
        start=100,
        sentence=1,
        moment=("Im Januar", "2026-01-01", "month"),
    )
    claims = [lead, past]
    mains = main_events([source("a.txt", day="2026-03-07")], claims)
    placed = told(claims, mains)

    assert mains["a.txt", 0].stated
    assert [t.earlier for t in placed] == ["", "Im Januar"]


def test_building_year_is_no_event(claim: MakeClaim, source: MakeSource) -> None:
    """ "Die 1968 eröffnete Brücke" speaks of the bridge of today."""
    one = claim("Die 1968 eröffnete Brücke ist gesperrt.", moment=("1968", "1968-01-01", "year"))
    mains = main_events([source("a.txt", day="2026-03-07")], [one])

    assert not told([one], mains)[0].earlier


def test_year_in_a_relative_clause_is_not_the_year_of_the_claim(
    claim: MakeClaim, source: MakeSource
) -> None:
    """What is worth three billions today did not happen when the firm was founded."""
    words = "Der Betrieb, der 2011 in einer Garage anfing, ist drei Milliarden wert."
    one = claim(words, moment=("2011", "2011-01-01", "year"))
    mains = main_events([source("a.txt", words, "2026-05-05")], [one])

    assert not told([one], mains)[0].earlier


def test_figure_in_the_relative_clause_is_of_its_year(claim: MakeClaim, source: MakeSource) -> None:
    """There the year places what is counted."""
    words = "Das Unglück, bei dem 2011 neun Menschen starben, ist unvergessen."
    one = claim(
        words, moment=("2011", "2011-01-01", "year"), figure=("neun Menschen", Kind.COUNT, "9")
    )
    mains = main_events([source("a.txt", words, "2026-05-05")], [one])

    assert told([one], mains)[0].earlier == "2011"


def test_years_counted_up_are_no_time_of_the_claim(claim: MakeClaim, source: MakeSource) -> None:
    """ "For the third time after 2004 and 2013" tells of the third."""
    words = "Zum dritten Mal nach 2004 und 2013 ist der Verein pleite."
    one = claim(words, moment=("2013", "2013-01-01", "year"))
    since = replace(one.moments[0], start=21, end=25, text="2004", role="since")
    one = replace(one, moments=(since, *one.moments))
    mains = main_events([source("a.txt", words, "2026-05-05")], [one])

    assert not told([one], mains)[0].earlier


def test_year_behind_a_noun_dates_what_had_been(claim: MakeClaim, source: MakeSource) -> None:
    """The recount of 2021 had moved eleven votes: another recount."""
    words = "Bei der Nachzählung von 2021 hatten sich elf Stimmen verschoben."
    one = claim(words, moment=("2021", "2021-01-01", "year"))
    mains = main_events([source("a.txt", words, "2026-05-05")], [one])

    assert told([one], mains)[0].earlier == "2021"


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        pytest.param("Die Allee wird ein Jahr auf Probe gesperrt.", "", id="on-trial"),
        pytest.param("Kontrolleure hatten eine Probe gezogen.", "", id="sample"),
        pytest.param("Bei der Probe am Dienstag waren 2300 Gäste.", "rehearsal", id="rehearsal"),
    ],
)
def test_not_every_probe_is_a_rehearsal(claim: MakeClaim, words: str, stage: str) -> None:
    """A trial period and a laboratory sample are no stage of the matter."""
    assert told([claim(words)], {})[0].stage == stage


@pytest.mark.parametrize(
    ("words", "lang", "earlier"),
    [
        ("Er entdeckte 1274 Münzen aus dem 14. Jahrhundert.", "de", ""),
        ("Im 14. Jahrhundert lebten dort 1274 Menschen.", "de", "14. Jahrhundert"),
        ("She found 1274 coins from the 14th century.", "en", ""),
        ("In the 14th century 1274 people lived there.", "en", "14th century"),
    ],
)
def test_age_of_a_thing_is_no_time(source: MakeSource, words: str, lang: str, earlier: str) -> None:
    """ "Aus dem 14. Jahrhundert" says how old the coins are, not when they were found."""
    text = "Ein Fund.\n\n" + words
    day = source("a", day="2026-04-21").published_low
    frozen = source_from_text(text, id="a", lang=lang)
    frozen = replace(frozen, published_low=day, published_high=day)
    read = read_claims(frozen)

    assert told(read, main_events([frozen], read))[-1].earlier.endswith(earlier)
    assert bool(told(read, main_events([frozen], read))[-1].earlier) is bool(earlier)
