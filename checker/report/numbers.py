"""Write figures the way a reader of the interface's language expects them.

Floor 4 (report).
Sources: separators after Unicode CLDR (``de``: full stop groups, comma marks decimals).
"""

from __future__ import annotations

from decimal import Decimal

from checker.model import INFINITY

_NARROW = "\u202f"  # narrow no-break space between value and unit

#: Canonical unit -> steps as (factor, German name, English name), coarse to fine.
_LADDERS: dict[str, tuple[tuple[Decimal, str, str], ...]] = {
    "s": (
        (Decimal(365 * 86400), "Jahre", "years"),
        (Decimal(86400), "Tage", "days"),
        (Decimal(3600), "Std.", "h"),
        (Decimal(60), "Min.", "min"),
        (Decimal(1), "Sek.", "s"),
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
    """Return a value in canonical units as people write it: 4500 s is "75 Min."."""
    which = 0 if lang == "de" else 1
    if unit in _LADDERS and value.is_finite():
        for factor, *names in _LADDERS[unit]:
            scaled = value / factor
            # the coarsest step that needs at most one decimal
            if abs(scaled) >= 1 and scaled * 10 == (scaled * 10).to_integral_value():
                return f"{number(scaled, lang)}{_NARROW}{names[which]}"
        factor, *names = _LADDERS[unit][-1]
        return f"{number(_rounded(value / factor), lang)}{_NARROW}{names[which]}"
    if unit == "m/s" and value.is_finite():
        return f"{number(_rounded(value * Decimal('3.6')), lang)}{_NARROW}km/h"
    if abs(value) == INFINITY:
        return number(value, lang)
    name = _NAMES.get(unit, (unit, unit))[which]
    return f"{number(value, lang)}{_NARROW}{name}" if name else number(value, lang)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01")) if abs(value) < Decimal(10) ** 20 else value
