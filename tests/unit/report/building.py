"""Build reports by hand: texts, quotes in them, findings between the quotes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from checker.model import (
    INFINITY,
    Bar,
    Claim,
    Coverage,
    Family,
    Finding,
    Furniture,
    Ground,
    InputRecord,
    Interval,
    Known,
    Level,
    Moment,
    Part,
    Phrase,
    Report,
    Side,
    Source,
    Standing,
    State,
    Support,
)


def both(text: str, english: str | None = None) -> Phrase:
    """A phrase; the English wording defaults to the German one."""
    return Phrase(text, text if english is None else english)


def bar(low: object, high: object, unit: str, label: str, **ends: bool) -> Bar:
    """A bar whose soft interval is its hard one; None is unbounded."""
    hard = Interval(
        -INFINITY if low is None else Decimal(str(low)),
        INFINITY if high is None else Decimal(str(high)),
        **ends,
    )
    return Bar(hard, hard, unit, label)


@dataclass
class Day:
    """Sources, claims and findings that are collected into a report."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    support: dict[str, Support] = field(default_factory=dict)
    inputs: list[InputRecord] = field(default_factory=list)
    families: tuple[Family, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    run: dict[str, object] = field(default_factory=lambda: {"tool": "checker", "version": "0.1.0"})

    def source(
        self,
        name: str,
        text: str,
        *,
        published: datetime | None = None,
        furniture: Sequence[str] = (),
        **more: Any,
    ) -> Source:
        """Add a source; the first line is its headline."""
        headline = text.split("\n", 1)[0]
        spans = []
        for words in furniture:
            at = text.index(words)
            spans.append(Furniture(at, at + len(words), "credit"))
        source = Source(
            id=name,
            text=text,
            lang="de",
            sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
            title=Known(headline, "text", 0, len(headline)),
            publisher=more.pop("publisher", None),
            published=Known(published.isoformat(), "text") if published else None,
            published_low=published,
            published_high=published + timedelta(days=1) if published else None,
            furniture=tuple(spans),
            parts=(
                Part(start=0, end=len(headline), kind="headline"),
                Part(start=len(headline), end=len(text), kind="body"),
            ),
            **more,
        )
        self.sources[name] = source
        self.inputs.append(InputRecord(path=name, state=State.READ))
        return source

    def claim(self, name: str, quote: str, *, on: datetime | None = None) -> Claim:
        """Add a claim that stands in a source."""
        source = self.sources[name]
        start = source.text.index(quote)
        moment = None
        if on is not None:
            moment = Moment(
                start=start,
                end=start + 1,
                text=quote[:1],
                kind="date",
                low=on,
                high=on + timedelta(days=1),
            )
        claim = Claim(
            id=f"{name}#{start}-{start + len(quote)}",
            source=name,
            start=start,
            end=start + len(quote),
            quote=quote,
            lang="de",
            moment=moment,
            moments=(moment,) if moment else (),
        )
        self.claims[claim.id] = claim
        self.support.setdefault(claim.id, Support("single-origin"))
        return claim

    def side(self, name: str, quote: str, mark: str = "", **more: Any) -> Side:
        """A side that quotes a source; the claim is added as well."""
        source = self.sources[name]
        claim = self.claim(name, quote)
        line, column = source.line_column(claim.start)
        at = quote.index(mark) + claim.start if mark else -1
        return Side(
            source=name,
            start=claim.start,
            end=claim.end,
            quote=quote,
            claim=claim.id,
            line=line,
            column=column,
            marks=((at, at + len(mark)),) if mark else (),
            **more,
        )

    def finding(self, *sides: Side, level: str = "error", **more: Any) -> Finding:
        """Add a finding on some sides."""
        values: dict[str, Any] = {
            "rule": "FIG01",
            "name": "conflicting-figure",
            "type": "figure-conflict",
            "scope": "cross-source" if len({s.source for s in sides}) > 1 else "within-source",
            "message": both("Quellen nennen verschiedene Zahlen", "sources give two figures"),
            "reckoning": (both("[7; 7] und [9; ∞) haben keinen Wert gemeinsam"),),
            "remedy": both("Welche Zahl gilt, und für welchen Zeitpunkt?"),
            "weight": 0.5,
        }
        finding = Finding(level=Level(level), sides=sides, **{**values, **more})
        self.findings.append(finding)
        return finding

    def report(self, **more: Any) -> Report:
        """Return everything collected so far as a report."""
        sources = tuple(self.sources[k] for k in sorted(self.sources))
        claims = tuple(
            sorted(self.claims.values(), key=lambda c: (c.source, c.start, c.end)),
        )
        values: dict[str, Any] = {
            "run": self.run,
            "coverage": Coverage(
                inputs=tuple(sorted(self.inputs, key=lambda i: i.path)),
                characters=sum(len(s.text) for s in sources),
                furniture=sum(f.end - f.start for s in sources for f in s.furniture),
                claims=len(claims),
                figures=len(claims),
                compared=len(claims) // 2,
                not_comparable=1,
            ),
            "sources": sources,
            "claims": claims,
            "findings": tuple(sorted(self.findings, key=lambda f: f.order)),
            "origins": {s.id: self.origins.get(s.id, s.id) for s in sources},
            "families": self.families,
            "stories": (tuple(s.id for s in sources),),
            "support": self.support,
            "ui_lang": "de",
        }
        return Report(**{**values, **more})


KURIER = """Hochwasser in Altenau: Sieben Tote nach Dammbruch
Von Erika Beispiel
Am Dienstagabend ist in Altenau der Damm gebrochen. Sieben Menschen sind gestorben, teilte die \
Polizei mit.
Rund 1.200 Einwohner mussten ihre Häuser verlassen. Der Strom fiel 75 Minuten lang aus.
Bürgermeisterin Anna Krug war nicht vor Ort. Sie will am Freitag zurückkehren.
"""
TAGBLATT = """Dammbruch an der Alte: Mindestens neun Opfer
Beim Bruch des Damms in Altenau sind am Dienstag mindestens neun Menschen ums Leben gekommen.
Der Strom fiel für 75 Minuten aus. Bürgermeisterin Anna Krug war am Abend vor Ort und sprach mit \
Helfern.
Der Landkreis schätzt die Schäden auf 30 Mio. Euro.
"""
ANZEIGER = """Flut: Krug dankt Helfern
Rund 1.200 Einwohner mussten ihre Häuser verlassen. Der Strom fiel 75 Minuten lang aus.
Bezahlter Inhalt: Jetzt drei Monate testen
"""


def flood_day() -> Day:
    """Three invented papers on one flood: a figure, a negation, a copy and a lone claim."""
    day = Day()
    day.source(
        "altenau/kurier.txt",
        KURIER,
        published=datetime(2025, 6, 2),
        furniture=["Von Erika Beispiel"],
        publisher=Known("Altenauer Kurier", "sidecar"),
    )
    day.source("altenau/tagblatt.txt", TAGBLATT, published=datetime(2025, 6, 3))
    day.source(
        "altenau/anzeiger.txt", ANZEIGER, furniture=["Bezahlter Inhalt: Jetzt drei Monate testen"]
    )
    day.inputs.append(
        InputRecord(
            path="altenau/bild.png", state=State.SKIPPED, reason="binär", help="als Text ablegen"
        )
    )
    ground = Ground(Standing.ESTABLISHED, both("beide: Dammbruch in Altenau"))
    maybe = Ground(Standing.POSSIBLE, both("der Kurier nennt keine Uhrzeit"))
    day.finding(
        day.side(
            "altenau/kurier.txt",
            "Sieben Menschen sind gestorben, teilte die Polizei mit.",
            "Sieben",
            reading=both("genau 7", "exactly 7"),
            bar=bar(7, 7, "1", "Sieben"),
            speaker="die Polizei",
            as_of="2.6.2025",
        ),
        day.side(
            "altenau/tagblatt.txt",
            "sind am Dienstag mindestens neun Menschen ums Leben gekommen.",
            "mindestens neun",
            reading=both("9 oder mehr", "9 or more"),
            bar=bar(9, None, "1", "mindestens neun"),
        ),
        message=both(
            "Quellen nennen sieben und mindestens neun Tote für denselben Dammbruch",
            "sources give seven and at least nine dead for the same breach",
        ),
        grounds=(("event", ground), ("time", ground), ("measure", ground)),
        limits=both("Weiß nicht, dass eine spätere Zählung eine frühere ersetzt."),
        weight=0.9,
    )
    day.finding(
        day.side(
            "altenau/kurier.txt",
            "Bürgermeisterin Anna Krug war nicht vor Ort.",
            "nicht",
            reading=both("verneint", "denied"),
        ),
        day.side(
            "altenau/tagblatt.txt",
            "Bürgermeisterin Anna Krug war am Abend vor Ort und sprach mit Helfern.",
            "war",
            reading=both("bejaht", "affirmed"),
        ),
        level="warning",
        rule="POL01",
        name="contradicting-statement",
        type="polarity-conflict",
        message=both("Eine Quelle verneint, was die andere sagt: Krug vor Ort"),
        reckoning=(both("A verneint, B bejaht dieselbe Handlung"), both("gleiche Beteiligte")),
        grounds=(("event", ground), ("time", maybe)),
        missing=both("Der Kurier nennt keine Uhrzeit."),
        limits=both("Kennt die Uhrzeit des Besuchs nicht."),
    )
    copied = [
        day.side("altenau/anzeiger.txt", "Rund 1.200 Einwohner mussten ihre Häuser verlassen."),
        day.side("altenau/kurier.txt", "Rund 1.200 Einwohner mussten ihre Häuser verlassen."),
    ]
    day.finding(
        *copied,
        level="info",
        rule="COP01",
        name="copied-passage",
        type="copied",
        message=both("Der Anzeiger übernimmt eine Stelle des Kuriers."),
        reckoning=(both("51 von 51 Zeichen gleich"),),
        remedy=both("Als eine Quelle zählen."),
    )
    day.finding(
        day.side("altenau/tagblatt.txt", "Der Landkreis schätzt die Schäden auf 30 Mio. Euro."),
        level="info",
        rule="SUP01",
        name="no-second-source",
        type="unsupported",
        message=both("Nur eine Quelle nennt die Schadenshöhe."),
        reckoning=(both("keine andere Quelle sagt etwas Vergleichbares"),),
        remedy=both("Gibt es eine zweite Quelle?"),
    )
    power = [
        day.claim("altenau/kurier.txt", "Der Strom fiel 75 Minuten lang aus."),
        day.claim(
            "altenau/tagblatt.txt",
            "Der Strom fiel für 75 Minuten aus.",
            on=datetime(2025, 6, 1),
        ),
    ]
    for one, other in (power, power[::-1]):
        day.support[one.id] = Support("corroborated", (other.id,))
    for finding in day.findings[:2]:
        for side in finding.sides:
            day.support[side.claim] = Support("contested")
    day.families = (
        Family("altenau/kurier.txt", ("altenau/anzeiger.txt", "altenau/kurier.txt"), "copy", 0.62),
    )
    day.origins = {"altenau/anzeiger.txt": "altenau/kurier.txt"}
    return day


PAYLOADS = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    '"><img src=x onerror="window.pwned=1">',
    "' onmouseover='window.pwned=1",
    "<style>*{display:none}</style>",
    "{{ 7*7 }}{% raw %}",
    "javascript:window.pwned=1",
    "@team-lead #123 !45 GH-7 owner/repo#9 deadbeefcafe https://evil.example www.evil.example",
    "![x](http://evil.example/track.png) [klick](javascript:alert(1)) <http://evil.example>",
    "```\n# Titel\n```\n- [ ] Aufgabe\n| a | b |\n|---|---|",
    "\x1b[2J\x1b]52;c;QUFB\x07\x9b31m",
    "\u202e0002\u202c Tote 50\u200b000",
    "::error::boese ::stop-commands::x ##[add-matcher]y %0A::set-output",
    "[/b][red]rot[/red] :smile: $x^2$",
    "=HYPERLINK(1)",
    "a" * 2000,
    "</textarea></template></dialog><svg onload=window.pwned=1>",
    "ä„😀“ \U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301",
)


def hostile_day() -> Day:
    """Articles, names and addresses that try to act on whoever shows them."""
    day = Day()
    for i, payload in enumerate(PAYLOADS):
        line = payload.replace("\n", " ")
        for half in ("a", "b"):
            day.source(
                f"{i:02}-{half}-<b>{line[:20]}.txt",
                f"{line}\nVorher steht etwas. Hier {payload} steht {i + (half == 'b')} und mehr.\n",
                url=Known(f"javascript:{line}", "markup"),
                publisher=Known(line, "markup"),
                author=Known(line, "markup"),
                notices=(line[:50],),
            )
        sides = [
            day.side(
                f"{i:02}-{half}-<b>{line[:20]}.txt",
                f"Hier {payload} steht {i + (half == 'b')} und mehr.",
                payload,
                reading=both(line),
                speaker=line,
                as_of=line[:30],
                bar=bar(i, i + 1, "1", line[:40]),
            )
            for half in ("a", "b")
        ]
        day.finding(
            *sides,
            level=("error", "warning", "info")[i % 3],
            message=both(f"Eins und zwei: {line}"),
            reckoning=(both(line), both(line)),
            remedy=both(line),
            limits=both(line),
            missing=both(line),
            status="accepted" if i % 5 == 4 else "open",
            because=line if i % 5 == 4 else "",
        )
        day.inputs.append(
            InputRecord(path=f"{line[:30]}.bin", state=State.FAILED, reason=line, help=line)
        )
    return day
