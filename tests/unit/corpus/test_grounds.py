from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from checker.corpus.grounds import grounds
from checker.corpus.main_event import main_events
from checker.corpus.relate import relate_two, views
from checker.corpus.view import View
from checker.model import Claim, Kind, Source, Standing
from checker.read import source_from_text
from checker.read.claims import read_claims

MakeClaim = Callable[..., Claim]


def test_two_wordings_of_one_call_are_one_event(claim: MakeClaim) -> None:
    """Nothing in either text says otherwise, so the caller's word holds."""
    left = claim("Das Telefonat dauerte 75 Minuten.", figure=("75 Minuten", Kind.DURATION, "4500"))
    right = claim(
        "Sie telefonierten mehr als eine Stunde.",
        source="b.txt",
        figure=("mehr als eine Stunde", Kind.DURATION, "3600"),
    )
    (pair,) = relate_two([left], [right])

    assert pair.event.standing is Standing.ESTABLISHED
    assert pair.time.standing is Standing.ESTABLISHED


def test_last_year_is_another_event(claim: MakeClaim) -> None:
    """The commonest look-alike of all."""
    left = claim("Im vergangenen Jahr waren 2800 Teilnehmer gekommen.")
    right = claim("4500 Teilnehmer sind am Samstag gekommen.", source="b.txt")
    (pair,) = relate_two([left], [right])

    assert pair.event.standing is Standing.EXCLUDED
    assert "im vergangenen jahr" in pair.event.why.de


def test_a_call_is_no_meeting(claim: MakeClaim) -> None:
    """Both last for hours, but they are not one occasion."""
    left = claim("Das Telefonat dauerte zwei Stunden.")
    right = claim("Das Treffen dauerte drei Stunden.", source="b.txt")
    (pair,) = relate_two([left], [right])

    assert pair.event.standing is Standing.EXCLUDED


def test_calls_on_days_far_apart_are_two(claim: MakeClaim) -> None:
    """The same people call each other again and again."""
    left = claim(
        "Berg und Oduya telefonierten am 2. Juni.",
        names="Berg,Oduya",
        moment=("am 2. Juni", "2025-06-02", "day"),
    )
    right = claim(
        "Berg und Oduya telefonierten am 12. Juni.",
        source="b.txt",
        names="Berg,Oduya",
        moment=("am 12. Juni", "2025-06-12", "day"),
    )
    (pair,) = relate_two([left], [right])

    assert pair.participants.standing is Standing.ESTABLISHED
    assert pair.event.standing is Standing.EXCLUDED
    assert pair.time.standing is Standing.EXCLUDED


def within(claim: MakeClaim, first: str, second: str, figures: tuple[str, str]) -> Standing:
    """Return whether two sentences of one article are held to tell of one occurrence."""
    kind = Kind.DURATION
    left = claim(first, figure=(figures[0], kind, "60"), concept="duration")
    right = claim(
        second, start=200, sentence=5, figure=(figures[1], kind, "90"), concept="duration"
    )
    seen = views([left, right], {})
    return grounds(seen[0], seen[1]).event.standing


def test_two_sentences_on_one_call_meet(claim: MakeClaim) -> None:
    """The kind of event and the measure show that they mean the same."""
    standing = within(
        claim,
        "Der Anruf dauerte 75 Minuten.",
        "Das Telefongespräch dauerte mehr als eine Stunde.",
        ("75 Minuten", "mehr als eine Stunde"),
    )

    assert standing is Standing.ESTABLISHED


def test_article_keeps_its_figures_apart(claim: MakeClaim) -> None:
    """Whoever wrote the article knew both counts; other things are counted."""
    left = claim("Die Partei stellte 114 Anfragen.", figure=("114", Kind.COUNT, "114"))
    right = claim(
        "Dazu kommen 13 Wortmeldungen der Fraktionslosen.",
        start=200,
        sentence=5,
        figure=("13", Kind.COUNT, "13"),
    )
    seen = views([left, right], {})

    assert grounds(seen[0], seen[1]).event.standing is Standing.EXCLUDED


def test_headline_means_what_the_text_says(claim: MakeClaim) -> None:
    """A headline sums up; it is not about another thing."""
    left = claim(
        "Werk: 30 Millionen Euro Schaden",
        part="headline",
        figure=("30 Millionen Euro", Kind.MONEY, "30000000"),
    )
    right = claim(
        "Auf 13 Millionen Euro schätzt die Feuerwehr, was zerstört ist.",
        start=200,
        sentence=5,
        figure=("13 Millionen Euro", Kind.MONEY, "13000000"),
    )
    seen = views([left, right], {})

    assert grounds(seen[0], seen[1]).event.standing is Standing.ESTABLISHED


def test_two_durations_of_nothing_in_common_are_not_one_measure(claim: MakeClaim) -> None:
    """Everything takes time: that both give a duration does not show that both time one thing."""
    left = claim(
        "Kontaktpersonen müssen drei Wochen in Quarantäne.",
        figure=("drei Wochen", Kind.DURATION, "1814400"),
        concept="duration",
    )
    right = claim(
        "Bis zum Ausschlag vergehen zwei Wochen.",
        source="b.txt",
        figure=("zwei Wochen", Kind.DURATION, "1209600"),
        concept="duration",
    )
    (pair,) = relate_two([left], [right])

    assert pair.measure.standing is Standing.POSSIBLE
    assert "dauer" in pair.measure.why.de.lower() or "dasselbe" in pair.measure.why.de


def test_two_durations_of_one_quarantine_are_one_measure(claim: MakeClaim) -> None:
    """A word in common around the figures shows what is timed."""
    left = claim(
        "Kontaktpersonen müssen drei Wochen in Quarantäne.",
        figure=("drei Wochen", Kind.DURATION, "1814400"),
        concept="duration",
    )
    right = claim(
        "Die Quarantäne dauert zwei Wochen.",
        source="b.txt",
        figure=("zwei Wochen", Kind.DURATION, "1209600"),
        concept="duration",
    )
    (pair,) = relate_two([left], [right])

    assert pair.measure.standing is Standing.ESTABLISHED


def _at_clock(claim: Claim, hour: int) -> Claim:
    (moment,) = claim.moments
    return replace(claim, moments=(replace(moment, clock=(60 * hour, 60 * hour)),))


def test_two_times_of_day_may_be_of_two_acts(claim: MakeClaim) -> None:
    """The rally began at one hour, the march set off at another."""
    left = claim("Die Kundgebung begann um 13 Uhr.", moment=("um 13 Uhr", "2026-05-02", "day"))
    right = claim(
        "Um 14 Uhr setzte sich der Zug in Bewegung.",
        source="b.txt",
        moment=("Um 14 Uhr", "2026-05-02", "day"),
    )
    (pair,) = relate_two([_at_clock(left, 13)], [_at_clock(right, 14)])

    assert pair.measure.standing is Standing.POSSIBLE


def test_a_plan_and_its_outcome_are_of_two_times(claim: MakeClaim) -> None:
    """Four tugs were to pull; five pulled: what was planned is not what was done."""
    left = replace(claim("Vier Schlepper sollen das Schiff ziehen."), modality="plan")
    right = claim("Fünf Schlepper zogen das Schiff.", source="b.txt")
    (pair,) = relate_two([left], [right])

    assert pair.time.standing is Standing.POSSIBLE
    assert "Plan" in pair.time.why.de


def test_two_days_ahead_may_be_two_plans_for_one_thing(
    claim: MakeClaim, source: Callable[..., Source]
) -> None:
    """What is still to come has no day yet but the one that is announced."""
    words = ("Am 1. Januar geht der Verbund an den Start.", "Am 1. Juli nimmt er die Arbeit auf.")
    left = claim(words[0], moment=("1. Januar", "2027-01-01", "day"))
    right = claim(words[1], source="b.txt", moment=("1. Juli", "2027-07-01", "day"))
    sources = [source("a.txt", words[0], "2026-06-05"), source("b.txt", words[1], "2026-06-05")]
    one, other = views([left, right], main_events(sources, [left, right]))

    event = grounds(one, other).event

    assert event.standing is Standing.POSSIBLE
    assert event.days


def test_trial_retells_the_deed(claim: MakeClaim, source: Callable[..., Source]) -> None:
    """Where the news is a trial, "damals" and a plain past tell of one deed."""
    head = "Das Urteil im Prozess um den Überfall ist gefallen."
    left = claim(
        "25 Minuten hielt er damals drei Angestellte fest.",
        start=60,
        sentence=1,
        figure=("25 Minuten", Kind.DURATION, "1500"),
    )
    right = claim(
        "Anderthalb Stunden bangten Angestellte um ihr Leben.",
        source="b.txt",
        start=60,
        sentence=1,
        figure=("Anderthalb Stunden", Kind.DURATION, "5400"),
    )
    claims = [claim(head), left, claim(head, source="b.txt"), right]
    sources = [source("a.txt", head, "2026-06-05"), source("b.txt", head, "2026-06-05")]
    seen = views(claims, main_events(sources, claims))

    assert grounds(seen[1], seen[3]).event.standing is Standing.POSSIBLE


def _earlier_and_now(
    claim: MakeClaim, source: Callable[..., Source], concept: str
) -> tuple[View, View]:
    """Return a claim of two months ago and an undated one, each with a sum of money."""
    words = ("Im April waren es 51 Euro.", "Nun geht es um 38 Euro.")
    left = claim(
        words[0],
        moment=("Im April", "2026-04-01", "month"),
        figure=("51 Euro", Kind.MONEY, "51"),
        concept=concept,
    )
    right = claim(words[1], source="b.txt", figure=("38 Euro", Kind.MONEY, "38"), concept=concept)
    sources = [source("a.txt", words[0], "2026-06-05"), source("b.txt", words[1], "2026-06-05")]
    one, other = views([left, right], main_events(sources, [left, right]))
    return one, other


def test_earlier_count_of_the_same_is_another_count(
    claim: MakeClaim, source: Callable[..., Source]
) -> None:
    """The deficit of April is not the deficit of today."""
    event = grounds(*_earlier_and_now(claim, source, "deficit")).event

    assert event.standing is Standing.EXCLUDED


def test_earlier_time_alone_leaves_it_open(claim: MakeClaim, source: Callable[..., Source]) -> None:
    """One article dates the deed, the other does not: that they count one thing is open."""
    event = grounds(*_earlier_and_now(claim, source, "")).event

    assert event.standing is Standing.POSSIBLE
    assert "April" in event.why.de


def _congratulations(claim: MakeClaim, *days: tuple[str, int, int] | None) -> list[Claim]:
    """Return claims of one undated article on congratulations, on days whose year is unknown."""
    found = []
    for at, day in enumerate(days):
        words = f"Am {day[0]} gratulierte Berg Oduya." if day else "Berg gratuliert Oduya."
        one = claim(
            words,
            start=100 * at,
            sentence=at,
            part="body" if day else "headline",
            names="Berg,Oduya",
            moment=(day[0], "", "day") if day else None,
        )
        if day:
            moment = replace(one.moments[0], month=day[1], day=day[2])
            one = replace(one, moments=(moment,), moment=moment)
        found.append(one)
    return found


def test_days_of_an_unknown_year_still_differ(claim: MakeClaim) -> None:
    """The 14th of June is never the 7th of October."""
    pair = _congratulations(claim, ("14. Juni", 6, 14), ("7. Oktober", 10, 7))
    one, other = views(pair, main_events([], pair))

    event = grounds(one, other).event

    assert event.standing is Standing.POSSIBLE
    assert "14. Juni" in event.why.de


def test_undated_headline_need_not_sum_up_a_dated_congratulation(claim: MakeClaim) -> None:
    """People congratulate again and again; of an undated article no day is its own."""
    pair = _congratulations(claim, None, ("14. Juni", 6, 14))
    one, other = views(pair, main_events([], pair))

    assert grounds(one, other).event.standing is Standing.POSSIBLE


def test_an_age_is_no_year_of_birth() -> None:
    """Whether they fit hangs on the birthday; the ground names it."""
    texts = ("Ein 83 Jahre alter Bewohner starb.", "Der Mann war Jahrgang 1943.")
    read = [
        claim
        for i, text in enumerate(texts)
        for claim in read_claims(source_from_text(text, id=f"{i}.txt", lang="de"))
    ]
    left, right = views(read, {})

    found = grounds(left, right).measure

    assert found.standing is Standing.POSSIBLE
    assert found.why.en == "one claim gives an age, the other a year of birth"
