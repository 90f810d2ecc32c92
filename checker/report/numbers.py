"""Write figures the way a reader of the interface's language expects them.

Floor 4 (report).
Sources: separators after Unicode CLDR (``de``: full stop groups, comma marks decimals).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_GAP = "\u00a0"  # no-break space between value and unit

#: Canonical unit -> steps as (factor, German name, English name), coarse to fine.
_LADDERS: dict[str, tuple[tuple[Decimal, str, str], ...]] = {
    "s": (
        (Decimal(365 * 86400), "Jahre", "years"),
        (Decimal(86400), "Tage", "days"),
        (Decimal(3600), "h", "h"),
        (Decimal(60), "min", "min"),
        (Decimal(1), "s", "s"),
    ),
    "m": ((Decimal(1000), "km", "km"), (Decimal(1), "m", "m"), (Decimal("0.01"), "cm", "cm")),
    "m2": (
        (Decimal(1_000_000), "km²", "km²"),
        (Decimal(10_000), "ha", "ha"),
        (Decimal(1), "m²", "m²"),
    ),
    "m3": ((Decimal(1), "m³", "m³"), (Decimal("0.001"), "l", "l")),
    "g": ((Decimal(1_000_000), "t", "t"), (Decimal(1000), "kg", "kg"), (Decimal(1), "g", "g")),
}
_NAMES = {
    "%": ("%", "%"),
    "pp": ("Prozentpunkte", "percentage points"),
    "year": ("Jahre", "years"),
    "degC": ("°C", "°C"),
    "degF": ("°F", "°F"),
    "EUR": ("€", "€"),
    "1": ("", ""),
    "": ("", ""),
}
_SCALES = (
    (Decimal(10) ** 12, "Bio.", "tn"),
    (Decimal(10) ** 9, "Mrd.", "bn"),
    (Decimal(10) ** 6, "Mio.", "m"),
)
#: From here on no word helps, and a remainder would not fit into a decimal's precision.
_ABSURD = Decimal(10) ** 18
_SINGULAR = {"Jahre": "Jahr", "Tage": "Tag", "years": "year", "days": "day"}


def number(value: Decimal | int, lang: str) -> str:
    """Return a number with grouped thousands; "∞" for infinity.

    Four digits stay ungrouped in German, as newspapers print them only in tables.
    """
    value = Decimal(value)
    if not value.is_finite():
        return "\u2212\u221e" if value < 0 else "\u221e"
    if value == value.to_integral_value():
        value = value.quantize(Decimal(1)) if abs(value) < Decimal(10) ** 27 else value
    else:
        value = value.normalize()
    plain = f"{value:,f}"
    if abs(value) < 10_000 and lang == "de":
        plain = f"{value:f}"
    if lang == "de":
        plain = plain.translate(str.maketrans(",.", ".,"))
    return plain.replace("-", "\u2212")


def quantity(value: Decimal, unit: str, lang: str) -> str:
    """Return a value in canonical units as people write it: 4500 s is "75 min"."""
    return quantities((value,), unit, lang)[0]


def quantities(values: Sequence[Decimal], unit: str, lang: str) -> tuple[str, ...]:
    """Return several values in one and the same unit, the coarsest that suits all of them."""
    which = 0 if lang == "de" else 1
    factor, name = Decimal(1), _NAMES.get(unit, (unit, unit))[which]
    if unit == "m/s":
        factor, name = 1 / Decimal("3.6"), "km/h"
    elif unit in _LADDERS:
        ladder = _LADDERS[unit]
        finite = [v for v in values if v.is_finite() and v]
        suiting = (s for s in ladder if finite and all(_suits(v / s[0]) for v in finite))
        step = next(suiting, next(s for s in ladder if s[0] == 1))
        factor, name = step[0], step[2] if which else step[1]
    elif unit == "1" or (len(unit) == 3 and unit.isupper()):
        factor, scale = _scale(values, which)
        name = f"{scale}{_GAP}{name}".strip(_GAP)
    return tuple(_with_unit(v, factor, name, lang) for v in values)


def _scale(values: Sequence[Decimal], which: int) -> tuple[Decimal, str]:
    """Return (factor, word) of millions or more if they shorten every value, else (1, "")."""
    finite = [abs(v) for v in values if v.is_finite() and v]
    if any(v >= _ABSURD for v in finite):
        return Decimal(1), ""
    for factor, *words in _SCALES:
        if finite and all(v >= factor and v * 100 % factor == 0 for v in finite):
            return factor, words[which]
    return Decimal(1), ""


def _suits(scaled: Decimal) -> bool:
    """Return whether a value is at least one and needs at most one decimal."""
    return abs(scaled) >= 1 and scaled * 10 == (scaled * 10).to_integral_value()


def _with_unit(value: Decimal, factor: Decimal, name: str, lang: str) -> str:
    if not value.is_finite():
        return number(value, lang)
    scaled = value if factor == 1 else _rounded(value / factor)
    if scaled == 1:
        name = _SINGULAR.get(name, name)
    return f"{number(scaled, lang)}{_GAP}{name}" if name else number(scaled, lang)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01")) if abs(value) < Decimal(10) ** 20 else value
