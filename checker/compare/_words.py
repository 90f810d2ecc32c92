"""Put figures and moments into words a reader can check by hand.

Floor 3 (compare).
"""

from __future__ import annotations

from decimal import Decimal

from checker.model import INFINITY, Bar, Figure, Interval, Kind, Moment, Phrase

_MONTHS = (
    ("Januar", "January"), ("Februar", "February"), ("März", "March"), ("April", "April"),
    ("Mai", "May"), ("Juni", "June"), ("Juli", "July"), ("August", "August"),
    ("September", "September"), ("Oktober", "October"), ("November", "November"),
    ("Dezember", "December"),
)  # fmt: skip
_UNITS = {
    "%": Phrase("Prozent", "per cent"),
    "pp": Phrase("Prozentpunkte", "percentage points"),
    "year": Phrase("Jahre", "years"),
    "EUR": Phrase("Euro", "euros"),
    "USD": Phrase("Dollar", "dollars"),
    "GBP": Phrase("Pfund", "pounds"),
    "CHF": Phrase("Franken", "francs"),
    "degC": Phrase("°C", "°C"),
    "degF": Phrase("°F", "°F"),
    "m2": Phrase("m²", "m²"),
    "m3": Phrase("m³", "m³"),
}
_ARTICLES = {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "einem", "eines",
             "einen", "the", "a", "an"}  # fmt: skip
_DAY, _HOUR, _MINUTE = Decimal(86400), Decimal(3600), Decimal(60)
_SCALES = (
    (Decimal(10) ** 12, Phrase("Billionen", "trillion")),
    (Decimal(10) ** 9, Phrase("Milliarden", "billion")),
    (Decimal(10) ** 6, Phrase("Millionen", "million")),
)


def say(de: str, en: str) -> Phrase:
    """Return a phrase; shorter than the class in long reckonings."""
    return Phrase(de, en)


def plain(text: str) -> Phrase:
    """Return words that are the same in every language (a quote, a name)."""
    return Phrase(text, text)


#: What figures measure, by the language-free key of the lexicon, in words.
_MEASURES = {
    "dead": Phrase("Tote", "deaths"),
    "missing": Phrase("Vermisste", "missing people"),
    "injured": Phrase("Verletzte", "injured people"),
    "arrested": Phrase("Festnahmen", "arrests"),
    "detained": Phrase("Gewahrsam", "people detained"),
    "rescued": Phrase("Gerettete", "people rescued"),
    "participants": Phrase("Teilnehmer", "participants"),
    "strikers": Phrase("Streikende", "strikers"),
    "passengers": Phrase("Fahrgäste", "passengers"),
    "employees": Phrase("Beschäftigte", "employees"),
    "jobs": Phrase("Stellen", "jobs"),
    "votes": Phrase("Stimmen", "votes"),
    "seats": Phrase("Sitze", "seats"),
    "inhabitants": Phrase("Einwohner", "inhabitants"),
    "households": Phrase("Haushalte", "households"),
    "operations": Phrase("Einsätze", "operations"),
    "turnout": Phrase("Wahlbeteiligung", "turnout"),
    "vote-share": Phrase("Stimmenanteil", "share of the vote"),
    "sentence": Phrase("Strafmaß", "sentence"),
    "sentence-demand": Phrase("geforderte Strafe", "sentence demanded"),
    "delay": Phrase("Verspätung", "delay"),
    "wait": Phrase("Wartezeit", "waiting time"),
    "duration": Phrase("Dauer", "duration"),
    "damage": Phrase("Schaden", "damage"),
    "revenue": Phrase("Umsatz", "revenue"),
    "profit": Phrase("Gewinn", "profit"),
    "loss": Phrase("Verlust", "loss"),
    "deficit": Phrase("Fehlbetrag", "deficit"),
    "debt": Phrase("Schulden", "debt"),
    "fine": Phrase("Geldstrafe", "fine"),
    "price": Phrase("Preis", "price"),
    "length": Phrase("Länge", "length"),
    "height": Phrase("Höhe", "height"),
    "depth": Phrase("Tiefe", "depth"),
    "radius": Phrase("Umkreis", "radius"),
    "temperature": Phrase("Temperatur", "temperature"),
    "age": Phrase("Alter", "age"),
    "speed": Phrase("Tempo", "speed"),
    "weight": Phrase("Gewicht", "weight"),
    "distance": Phrase("Entfernung", "distance"),
    "area": Phrase("Fläche", "area"),
    "budget": Phrase("Haushalt", "budget"),
    "wages": Phrase("Lohn", "wages"),
}


def measure(key: str) -> Phrase | None:
    """Return what a key of the lexicon measures, in words; None if it is no word for readers."""
    return _MEASURES.get(key)


def bare(speaker: str) -> str:
    """Return a speaker without his article, whose case would not fit a new sentence."""
    first, _, rest = speaker.partition(" ")
    return rest if rest and first.casefold() in _ARTICLES else speaker


def number(value: Decimal, lang: str) -> str:
    """Return a number as the language prints it, at most six significant decimals."""
    if not value.is_finite():
        return "∞" if value > 0 else "-∞"
    rounded = round(value, 6).normalize()
    text = f"{rounded:,f}"
    if lang == "de":
        text = text.translate(str.maketrans(",.", ".,"))
    return text


def amount(value: Decimal, unit: str) -> Phrase:
    """Return a value with its unit ("75 min", "1,3 Millionen Euro")."""
    if not value.is_finite():
        return plain(number(value, "de"))
    scale, name = Decimal(1), unit
    if unit == "s":
        scale, name = _time_scale(value)
        return _joined(value / scale, plain(name))
    if unit == "m" and abs(value) >= 1000:
        return _joined(value / 1000, plain("km"))
    if unit == "g" and abs(value) >= 1000:
        kilos = abs(value) < 1_000_000
        return _joined(value / (1000 if kilos else 1_000_000), plain("kg" if kilos else "t"))
    if unit == "m/s":
        return _joined(round(value * Decimal("3.6"), 1), plain("km/h"))
    words = _UNITS.get(unit, Phrase("", "") if unit == "1" else plain(unit))
    for size, scale_words in _SCALES:
        if abs(value) >= size:
            both = Phrase(
                f"{scale_words.de} {words.de}".strip(), f"{scale_words.en} {words.en}".strip()
            )
            return _joined(value / size, both)
    return _joined(value, words)


def _time_scale(seconds: Decimal) -> tuple[Decimal, str]:
    """Return the unit a duration is best told in: minutes up to three hours, then hours, days."""
    if abs(seconds) < _MINUTE:
        return Decimal(1), "s"
    if abs(seconds) <= 3 * _HOUR:
        return _MINUTE, "min"
    if abs(seconds) < 2 * _DAY:
        return _HOUR, "h"
    return _DAY, "d"


def _joined(value: Decimal, words: Phrase) -> Phrase:
    return Phrase(
        f"{number(value, 'de')} {words.de}".strip(), f"{number(value, 'en')} {words.en}".strip()
    )


def interval(span: Interval, unit: str) -> Phrase:
    """Return an interval in the notation of schoolbooks, "[60 min, ∞)"."""
    if span.is_point:
        return amount(span.low, unit)
    low, high = amount(span.low, unit), amount(span.high, unit)
    opening = "(" if span.low_open or not span.low.is_finite() else "["
    closing = ")" if span.high_open or not span.high.is_finite() else "]"
    return Phrase(
        f"{opening}{low.de}; {high.de}{closing}", f"{opening}{low.en}, {high.en}{closing}"
    )


def reading(figure: Figure) -> Phrase:
    """Return what a figure's wording was taken to mean ("mehr als 60 min")."""
    hard, unit = figure.hard, figure.unit
    if hard.is_point:
        value = amount(hard.low, unit)
        if figure.kind is Kind.ORDINAL:
            return Phrase(f"{value.de}. in der Reihe", f"number {value.en} in order")
        return Phrase(f"genau {value.de}", f"exactly {value.en}")
    if hard.high == INFINITY:
        value = amount(hard.low, unit)
        return (
            Phrase(f"mehr als {value.de}", f"more than {value.en}")
            if hard.low_open
            else Phrase(f"mindestens {value.de}", f"at least {value.en}")
        )
    if hard.low in {Decimal(0), -INFINITY}:
        value = amount(hard.high, unit)
        return (
            Phrase(f"weniger als {value.de}", f"less than {value.en}")
            if hard.high_open
            else Phrase(f"höchstens {value.de}", f"at most {value.en}")
        )
    low, high = amount(hard.low, unit), amount(hard.high, unit)
    return Phrase(f"zwischen {low.de} und {high.de}", f"between {low.en} and {high.en}")


def bar(figure: Figure, allowed: Interval) -> Bar:
    """Return what a number line draws for a figure."""
    soft = figure.soft
    return Bar(hard=allowed, soft=soft, unit=figure.unit, label=figure.text)


def moment_reading(moment: Moment) -> Phrase:
    """Return what an expression of time was taken to mean ("19. Oktober 2026")."""
    if moment.clock is not None:
        low, high = moment.clock
        clock = f"{low // 60:02d}:{low % 60:02d}"
        if high > low:
            clock += f"-{high // 60:02d}:{high % 60:02d}"
        return Phrase(f"{clock} Uhr", clock)
    if moment.low is None:
        return plain(moment.text)
    day, month, year = moment.low.day, _MONTHS[moment.low.month - 1], moment.low.year
    if moment.precision in {"month", "month-part"}:
        return Phrase(f"{month[0]} {year}", f"{month[1]} {year}")
    if moment.precision in {"year", "season", "half", "quarter"}:
        return plain(str(year))
    return Phrase(f"{day}. {month[0]} {year}", f"{day} {month[1]} {year}")
