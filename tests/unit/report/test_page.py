"""The page: what it draws, what it links, what it never lets through."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from checker.model import Claim, Known, Report, Support
from checker.report import Options, render
from checker.report.page import Page
from checker.report.page.matrix import matrix
from checker.report.page.numberline import in_words, number_line
from checker.report.page.timeline import timeline
from checker.report.view import View
from tests.unit.report.building import Day, bar, flood_day, hostile_day

VOID = {"meta", "input", "br", "hr", "img", "link"}


class Outline(HTMLParser):
    """Ids, links, tags and attributes of a page; complains about tags that do not match."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag not in VOID:
            self.open.append(tag)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag == "a":
            self.links.append(values.get("href") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Match it with the last open one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text.append(data)


def outline(html: str) -> Outline:
    """The outline of a page, all tags matched."""
    parser = Outline()
    parser.feed(html)
    assert parser.open == []
    return parser


@pytest.fixture
def html(report: Report) -> str:
    """The page of the invented flood."""
    return render(report, "html")


def test_every_link_inside_leads_somewhere(html: str) -> None:
    """No anchor is missing, no id is used twice."""
    page = outline(html)
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        if link.startswith("#") and "=" not in link:
            assert link[1:] in page.ids, link


def test_every_finding_can_be_linked(report: Report, html: str) -> None:
    """Each finding is found under its fingerprint, which no other run changes."""
    ids = outline(html).ids
    for finding in report.findings:
        assert f"F-{finding.fingerprint}" in ids


def test_policy_allows_only_our_own_style_and_script(html: str) -> None:
    """The hashes in the policy are those of what stands in the page."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;;")
    for tag in ("style", "script"):
        (body,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1]


def test_nothing_is_fetched(html: str) -> None:
    """No tag of the page names anything outside of it."""
    for tag, attributes in outline(html).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
        assert not {"src", "srcset", "action", "style", "ping", "background"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)


def test_hostile_articles_stay_text() -> None:
    """Payloads add no tag, no handler, no address that acts."""
    page = outline(render(hostile_day().report(), "html"))
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert sum(tag == "style" for tag, _ in page.tags) == 1
    for tag, attributes in page.tags:
        assert tag not in {"img", "iframe", "object", "embed", "link", "base"}
        assert not any(name.startswith("on") for name in attributes)
    for link in page.links:
        assert link.startswith("#")
    text = "".join(page.text)
    assert "⟦U+202E⟧" in text
    assert "␛" in text
    assert "{{ 7*7 }}" in text


def test_only_web_addresses_are_links() -> None:
    """An http address of a source is a link that tells nothing about its reader."""
    day = Day()
    day.source("a.txt", "Titel\nText\n", url=Known("https://zeitung.example/a?b=1&c=2", "markup"))
    page = outline(render(day.report(), "html"))
    (link,) = [a for tag, a in page.tags if tag == "a" and "example" in (a.get("href") or "")]
    assert link["rel"] == "noreferrer noopener"


def test_quote_is_linked_in_the_original() -> None:
    """A text fragment leads to the words; its own signs are escaped."""
    day = Day()
    url = Known("https://zeitung.example/a", "markup")
    quote = "Ein Vor-Ort-Termin, so heißt es, dauerte sieben lange Stunden & mehr."
    day.source("a.txt", f"Titel\n{quote}\n", url=url)
    side = day.side("a.txt", quote)
    day.finding(side)
    page = Page(day.report(), Options())
    assert page.original(side) == (
        "https://zeitung.example/a#:~:text=Ein%20Vor%2DOrt%2DTermin%2C%20so%20hei%C3%9Ft,"
        "lange%20Stunden%20%26%20mehr."
    )


@pytest.mark.parametrize("lang", ["de", "en"])
def test_language_is_declared(report: Report, lang: str) -> None:
    """Screen readers are told both the interface's language and that of the quotes."""
    page = outline(render(replace(report, ui_lang=lang), "html"))
    assert ("html", {"lang": lang}) in page.tags
    quotes = [a for tag, a in page.tags if tag == "blockquote"]
    assert quotes
    assert all(a["lang"] == "de" for a in quotes)


def test_first_screen_says_what_was_not_checked(html: str) -> None:
    """The remark stands before the first finding."""
    assert html.index("1 Eingabe nicht oder nicht ganz gelesen") < html.index('id="findings"')


def test_headline_counts(report: Report) -> None:
    """The headline is the result in a few words, never a bare success."""
    options = Options()
    assert Page(report, options).title == "1 Widerspruch in 3 Quellen"
    softer = replace(report, findings=report.findings[1:])
    expected = "Kein gesicherter Widerspruch, 1 möglicher Widerspruch in 3 Quellen"
    assert Page(softer, options).title == expected
    nothing = replace(report, findings=())
    assert Page(nothing, options).title == "0 Befunde in 3 Quellen, 9 Aussagen"


def test_full_text_is_complete(report: Report) -> None:
    """The marked pieces of every line join to the source again."""
    page = Page(report, Options())
    for source in report.sources:
        lines = ["".join(p.text for p in line.pieces) for line in page.full.paragraphs(source)]
        assert lines == [line for line in source.text.split("\n") if line.strip()]


def test_claims_lead_to_their_counterparts(report: Report) -> None:
    """A corroborated claim links to the other source, a contested one to its finding."""
    page = Page(report, Options())
    kurier = next(s for s in report.sources if "kurier" in s.id)
    links = [link for line in page.full.paragraphs(kurier) for p in line.pieces for link in p.links]
    assert {link.sign for link in links} == {"≠C", "=A", "=C"}
    kinds = {p.kind for line in page.full.paragraphs(kurier) for p in line.pieces}
    assert {"contested", "corroborated", "single-origin", "furniture"} <= kinds


def test_clause_inside_its_sentence() -> None:
    """Claims that lie in one another cut the text, and nothing is shown twice."""
    day = Day()
    text = "Titel\nEr sagte, dass sieben kamen, und ging.\n"
    day.source("a.txt", text)
    day.claim("a.txt", "Er sagte, dass sieben kamen, und ging.")
    day.claim("a.txt", "sieben kamen")
    report = day.report()
    (_, line) = Page(report, Options()).full.paragraphs(report.sources[0])
    assert [p.text for p in line.pieces] == ["Er sagte, dass ", "sieben kamen", ", und ging."]
    assert [bool(p.anchor) for p in line.pieces] == [True, True, False]


# -- number line ---------------------------------------------------------------


def line_of(*bars: object) -> object:
    """The drawing for a finding with these bars."""
    day = Day()
    sides = []
    for i, one in enumerate(bars):
        day.source(f"{i}.txt", f"Titel\nEs waren {i}.\n")
        sides.append(day.side(f"{i}.txt", f"Es waren {i}.", bar=one))
    finding = day.finding(*sides)
    return number_line(finding, View(day.report()))


def test_disjoint_intervals_leave_a_gap() -> None:
    """The stretch that no wording allows is drawn between the two."""
    line = number_line(flood_day().findings[0], View(flood_day().report()))
    assert line is not None
    first, second = line.tracks
    assert first.w == 0
    assert second.open_right
    assert line.gap is not None
    assert line.gap[0] == first.x
    assert line.gap[1] == pytest.approx(second.x - first.x)
    assert [tick.label for tick in line.ticks] == ["7", "9"]
    assert line.alt == "B: 7; C: 9 oder mehr"


def test_intervals_that_meet_leave_none() -> None:
    """No gap where a common value exists."""
    line = line_of(bar(5, 8, "1", "5 bis 8"), bar(7, 9, "1", "7 bis 9"))
    assert line.gap is None  # type: ignore[attr-defined]


def test_far_apart_is_logarithmic() -> None:
    """3 and 3 000 000 both stay visible."""
    line = line_of(bar(3, 3, "1", "drei"), bar(3_000_000, 3_000_000, "1", "drei Millionen"))
    assert line.logarithmic  # type: ignore[attr-defined]
    line = line_of(bar(3, 3, "1", "drei"), bar(5, 5, "1", "fünf"))
    assert not line.logarithmic  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "bars",
    [
        (bar(0, 0, "1", "null"), bar(0, 0, "1", "null")),
        (bar(None, None, "1", "beliebig"), bar(3, 3, "1", "drei")),
        (bar(-5, -5, "degC", "minus fünf"), bar(2, 2, "degC", "zwei")),
        (bar("1E+40", "1E+40", "1", "viel"), bar(1, 1, "1", "eins")),
    ],
)
def test_odd_intervals_are_drawn(bars: tuple[object, ...]) -> None:
    """Nought, no bounds, frost and the absurd all fit on the line."""
    line = line_of(*bars)
    for track in line.tracks:  # type: ignore[attr-defined]
        assert 0 <= track.x <= track.x + track.w <= 100.01


def test_different_units_are_not_drawn_together() -> None:
    """Hours and euros share no line, and one bar alone says nothing."""
    assert line_of(bar(3, 3, "s", "drei Sekunden"), bar(3, 3, "EUR", "drei Euro")) is None
    assert line_of(bar(3, 3, "s", "drei Sekunden"), None) is None


@pytest.mark.parametrize(
    ("low", "high", "ends", "words"),
    [
        ("60", None, {"low_open": True}, "mehr als 60"),
        ("60", None, {}, "60 oder mehr"),
        (None, "5", {"high_open": True}, "weniger als 5"),
        (None, "5", {}, "höchstens 5"),
        ("5", "6", {}, "5 bis 6"),
        ("5", "5", {}, "5"),
        (None, None, {}, "beliebig"),
    ],
)
def test_interval_in_words(
    low: str | None, high: str | None, ends: dict[str, bool], words: str
) -> None:
    """What the drawing shows is also told to those who cannot see it."""
    assert in_words(bar(low, high, "1", "", **ends).hard, "1", "de") == words


# -- matrix and timeline -------------------------------------------------------


def test_matrix_counts_each_pair_once(report: Report) -> None:
    """Support is mutual and counted once; findings at info are no conflict."""
    cells = matrix(View(report)).cells
    cell = cells["altenau/kurier.txt", "altenau/tagblatt.txt"]
    assert cell == cells["altenau/tagblatt.txt", "altenau/kurier.txt"]
    assert (cell.agreements, cell.errors, cell.warnings) == (1, 1, 1)
    assert ("altenau/anzeiger.txt", "altenau/kurier.txt") not in cells


def test_many_sources_become_a_list() -> None:
    """A table of a hundred by a hundred is no picture."""
    day = Day()
    for i in range(30):
        day.source(f"{i:02}.txt", f"Titel\nEs waren {i}.\n")
    day.finding(day.side("00.txt", "Es waren 0."), day.side("07.txt", "Es waren 7."))
    found = matrix(View(day.report()))
    assert found.ids == ()
    assert [(p.row, p.column) for p in found.pairs] == [("00.txt", "07.txt")]
    assert "Paare mit den meisten Berührungen" in render(day.report(), "html")


def test_one_old_date_does_not_squeeze_the_axis() -> None:
    """A claim about 1945 is counted at the edge; the week of the news stays readable."""
    day = Day()
    quotes = [f"Satz {i} hier." for i in range(12)]
    day.source("a.txt", "Titel\n" + " ".join(quotes) + "\n", published=datetime(2025, 6, 3))
    for i, quote in enumerate(quotes[:-1]):
        day.claim("a.txt", quote, on=datetime(2025, 6, 1 + i % 3))
    day.claim("a.txt", quotes[-1], on=datetime(1945, 5, 8))
    drawn = timeline(View(day.report()))
    assert drawn is not None
    assert drawn.earlier == 1
    assert any("Juni" in label for _, label in drawn.ticks)
    for lane in drawn.lanes:
        for dot in lane.dots:
            assert 0 <= dot.x <= 100


@pytest.mark.parametrize("days", [0, 3, 40, 400, 4000, 300_000])
def test_axis_has_few_round_ticks(days: int) -> None:
    """From a day to centuries there are one to eleven ticks."""
    day = Day()
    day.source("a.txt", "Titel\nEins.\n", published=datetime(1200, 1, 1))
    day.source(
        "b.txt",
        "Titel\nZwei.\n",
        published=datetime.fromordinal(datetime(1200, 1, 1).toordinal() + days),
    )
    drawn = timeline(View(day.report()))
    assert drawn is not None
    assert 1 <= len(drawn.ticks) <= 11


def test_no_time_known(report: Report) -> None:
    """Without any date the page says so."""
    bare = replace(
        report,
        claims=tuple(replace(c, moment=None, moments=()) for c in report.claims),
        sources=tuple(
            replace(s, published=None, published_low=None, published_high=None)
            for s in report.sources
        ),
    )
    assert timeline(View(bare)) is None
    assert "Keine Quelle nennt einen Tag" in render(bare, "html")


def test_thousands_of_findings_stay_small() -> None:
    """5 000 findings on 8 000 claims fit into ten megabytes."""
    day = Day()
    sentence = "Am Abend brach in Altenau der Damm, und das Wasser stieg auf {} Meter an."
    for i in range(200):
        quotes = [sentence.format(i * 40 + k) for k in range(40)]
        day.source(f"{i:03}.txt", f"Titel {i}\n" + " ".join(quotes) + "\n")
        at = len(f"Titel {i}\n")
        for quote in quotes:
            claim = Claim(
                id=f"{i}#{at}", source=f"{i:03}.txt", start=at, end=at + len(quote), quote=quote,
                lang="de",
            )  # fmt: skip
            day.claims[claim.id] = claim
            day.support[claim.id] = Support("single-origin")
            at += len(quote) + 1
    claims = list(day.claims.values())
    sides = [
        replace(flood_day().findings[0].sides[0], source=c.source, start=c.start, end=c.end,
                quote=c.quote, claim=c.id, marks=((c.start + 3, c.start + 8),))
        for c in claims
    ]  # fmt: skip
    for i in range(5000):
        day.finding(sides[i], sides[i + 1000], ordinal=i, level="warning")
    html = render(day.report(), "html")
    assert len(html.encode()) < 10_000_000
    assert html.count('id="F-') == 5000


def test_brief_findings_share_their_advice() -> None:
    """What is said once for all is linked from every finding that is told in brief."""
    day = Day()
    day.source("a.txt", "Titel\nEs waren 7.\n")
    side = day.side("a.txt", "Es waren 7.")
    for i in range(320):
        day.finding(side, ordinal=i)
    page = outline(render(day.report(), "html"))
    assert page.links.count("#R1") == 20
    assert "R1" in page.ids


def test_decimal_positions_are_rounded() -> None:
    """Two decimals are enough for a screen and the same on every machine."""
    line = line_of(bar(Decimal(1) / 3, Decimal(2) / 3, "1", "a"), bar(1, 1, "1", "b"))
    for track in line.tracks:  # type: ignore[attr-defined]
        assert round(track.x, 2) == track.x
