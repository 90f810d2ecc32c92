"""A number with its unit, and the words every reader of numbers needs.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.data import language_data
from checker.language.modifiers import modifier_words
from checker.language.number_words import number_words
from checker.language.numeral import Numeral
from checker.language.units import Unit, unit_words
from checker.model import Kind

#: Currency signs.
SIGNS: Final = "$€£¥₹₿₽₺₴₪₩₫฿₾"
#: A word, with the full stop of an abbreviation.
WORD: Final = re.compile(r"[^\W\d_]+\.?")


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its unit, before modifiers.

    Attributes:
        start: First code point.
        end: One past the last.
        low: Stated value in the written unit, or the least the wording allows.
        high: The greatest.
        place: Place value of the last stated digit, written unit.
        kind: Its dimension.
        unit: The unit, None for bare numbers.
        numeral: The numeral it was read from.
        written: The unit as written.
        vague: Whether it is a vague plural (hard from `low`, soft from twice that).
        few: Soft value of "ein paar".
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    place: Decimal
    kind: Kind
    unit: Unit | None
    numeral: Numeral
    written: str = ""
    vague: bool = False
    few: Decimal | None = None


def plain(numeral: Numeral, kind: Kind) -> Part:
    """Return a numeral as a part without a unit."""
    value = numeral.value
    return Part(numeral.start, numeral.end, value, value, numeral.place, kind, None, numeral)


def scaled_by(numeral: Numeral, factor: Decimal) -> Numeral:
    """Return a numeral times a magnitude that stands apart from it."""
    value, place = numeral.value * factor, numeral.place * factor
    return replace(numeral, value=value, place=place, scale=factor)


class Lexicon:
    """The words of one language that readers of numbers share."""

    def __init__(self, lang: str) -> None:
        """Compile the words of the language."""
        self.lang = lang
        self.data = language_data(lang)["figures"]
        self.numbers = number_words(lang)
        self.units = unit_words(lang)
        self.modifiers = modifier_words(lang)
        self.never = never.never_words(lang)
        ranges, ordinals, ages = self.data["ranges"], self.data["ordinals"], self.data["ages"]
        self.between = frozenset(ranges["between"])
        self.between_join = frozenset(ranges["between_join"])
        self.range_from = frozenset(ranges["from"])
        self.range_to = frozenset(ranges["to"])
        self.to_first = frozenset(w.split()[0] for w in self.range_to if " " in w)
        self.range_or = frozenset(ranges["or"])
        self.plus_minus = tuple(ranges["plus_minus"])
        self.change = frozenset(ranges["change"])
        self.last_of_age = frozenset(w.split()[-1] for w in ages["before"])
        self.age_at = frozenset(ages.get("at", ()))
        self.age_after = frozenset(ages["after"])
        self.age_inflected = frozenset(ages.get("inflected", ()))
        self.age_after_never = frozenset(ages.get("after_never", ()))
        self.age_from = frozenset(ages.get("from", ()))
        self.age_before = tuple(tuple(w.split()) for w in ages["before"])
        self.age_plain = frozenset(ages.get("plain", ()))
        self.age_duration = frozenset(ages.get("duration_nouns", ()))
        self.fillers = frozenset(self.data["words"]["fillers"])
        self.filler_ends = tuple(self.data["words"].get("filler_ends", ()))
        self.of = frozenset(self.data["fractions"].get("of", ()))
        self.articles = frozenset(self.data["words"]["articles"])
        self.article_counts = bool(self.data["words"].get("article_counts"))
        self.every = frozenset(self.data["fractions"]["every"])
        self.out_of = tuple(tuple(w.split()) for w in self.data["fractions"]["out_of"])
        self.dot = bool(ordinals.get("dot"))
        self.suffixes = tuple(ordinals.get("suffixes", ()))
        self.determiners = frozenset(ordinals.get("determiners", ()))
        self.own_endings = {Decimal(v): e for v, e in ordinals.get("own", {}).items()}
        self.ordinal_nouns = frozenset(ordinals.get("nouns", ()))
        self.round_only = frozenset(self.data.get("modifiers_round", {}).get("words", ()))
        self.whole_terms = frozenset(self.data.get("modifiers_whole", {}).get("words", ()))
        self.through: dict[str, list[str]] = self.data.get("modifiers_through", {})
        self.half_nouns = frozenset(self.data["fractions"]["noun"])
        self.round_or_measured = frozenset(
            self.data.get("modifiers_round", {}).get("or_measured", ())
        )
        self.home = self.data.get("home_currency", "")
        self.away_words = tuple(self.data.get("dollar_words", ()))
        self.times_alone = frozenset(self.data["times"].get("alone", ()))
        self.age_between = tuple(w + " " for w in ages.get("between", ()))
        self.half_as = tuple(" " + w for w in self.data["fractions"].get("half_as", ()))
        self.vague_of = frozenset(self.data["words"].get("vague_of", ()))
        self.vague_after = frozenset(self.data["words"].get("vague_after", ()))
        self.few_plural = bool(self.data["words"].get("few_plural"))
        self.scales = frozenset(ordinals.get("scales", ()))
        self.placings = frozenset(ordinals.get("placings", ()))
        self.ordinal_never = frozenset(ordinals.get("never", ()))
        self.times_words = frozenset(ordinals["times"])
        self.group_after = frozenset(ordinals.get("group_after", ()))
        self.before_ends = frozenset(sign[-1] for sign in self.units.before)
        self.cues = frozenset(self.data["scores"]["cues"])
        self.ordinal_articles = frozenset(ordinals.get("articles", ()))
        self.age_groups = ages.get("groups", "")
        self.joined_bounds = {
            word: name
            for name, words in self.data.get("modifiers_joined", {}).items()
            for word in words
        }
        self.fraction_articles = frozenset(self.data["fractions"].get("articles", ()))
        self.point_words = frozenset(self.data["words"]["point"])
        self.plus = tuple(self.data["words"].get("plus", ()))
        self.minus = tuple(self.data["words"]["minus"])
        degrees = self.data.get("temperatures", {})
        self.below_zero = tuple(degrees.get("below", ()))
        self.reaching = frozenset(degrees.get("reaching", ()))
        self.above_zero = tuple(degrees.get("above", ()))
        self.below_units = frozenset(degrees.get("negative", ()))
        self.degree_letters: dict[str, str] = degrees.get("letters", {})
        self.degree_cues = frozenset(degrees.get("cues", ()))
        self.tied_about = tuple(self.data.get("tied_about", ()))
        self.tied_joints = tuple(self.data.get("tied_joints", ()))
        self.tied_nouns = bool(self.data.get("tied_nouns"))
        self.tied_never = frozenset(self.data.get("tied_never", ()))
        self.capital_names = frozenset(self.data.get("capital_names", ()))
        self.alone_units = frozenset(self.data.get("alone", ()))
        self.minor_letters = tuple(self.data.get("minor_letters", ()))
        self.code_scales = self.data.get("currency_codes", {})
        self.million_nouns = frozenset(self.data.get("million_nouns", ()))
        self.metre_nouns = frozenset(self.data.get("metre_nouns", ()))
        self.sizes = frozenset(self.data.get("sizes", ()))
        self.million_m = Decimal(self.data.get("million_m", 0))
        self.once_after = frozenset(self.data["times"].get("allow_once_after", ()))
        self.few_counts = frozenset(self.data["words"].get("few_counts", ()))
        self.joints = frozenset(w for w in (self.data.get("joint"),) if w)
        self.calendar = frozenset(self.data.get("calendar", ()))
        self.ambiguous = self.data.get("ambiguous", {})
        self.over = frozenset(self.data["fractions"].get("over", ()))
        self.age_parts: dict[str, tuple[int, int]] = {
            word: (low, high) for word, (low, high) in ages.get("parts", {}).items()
        }
        self.age_alone = frozenset(ages.get("alone", ()))
        self.age_owner = frozenset(ages.get("owner", ()))
        self.decade_digits = ages.get("decade_digits", "")
        self.decade_number = bool(ages.get("decade_number"))
        one = self.data.get("one", {})
        self.one_before = frozenset(one.get("before", ()))
        self.one_after = frozenset(one.get("after", ()))
        self.one_words = frozenset(one.get("words", ()))
        self.not_before = tuple(ordinals.get("not_before", ()))
        self.rate_words = frozenset(self.data.get("rate_words", ()))
        self.rates = bool(self.data.get("article_rates"))
        self.ranks = frozenset(ordinals.get("ranks", ()))
        self.rank_labels = frozenset(ordinals.get("labels", ()))
        self.shared = frozenset(ranges.get("shared", ()))
        self.article_nouns = frozenset(self.data.get("article_nouns", {}).get("words", ()))
        self.elided = tuple(self.data.get("elided", ()))
        self.article_second = frozenset(self.data["words"].get("article_second", ()))
        self.idioms = frozenset(self.data["never"].get("idioms", ()))
        self.lasting_ends = tuple(w for w in self.age_duration if len(w) > 4)
        self.age_pronouns = frozenset(ages.get("pronouns", ()))
        self.age_being = frozenset(ages.get("being", ()))
        self.age_turning = frozenset(ages.get("turning", ()))
        self.age_adverbs = frozenset(ages.get("adverbs", ()))
        self.age_not_after = frozenset(ages.get("not_after", ()))
        self.age_not_before = frozenset(ages.get("not_before", ()))
        self.dying = frozenset(ages.get("dying", ()))
        self.persons = frozenset(ages.get("persons", ()))
        self.person_joints = frozenset(ages.get("person_joints", ()))
        self.merge = frozenset(ranges.get("merge", ()))
        self.old_joined = tuple(ages.get("joined", ()))

    def _before(self, text: str, at: int) -> str:
        """Return the word before `at`, bare and lower-case."""
        return never.word_before(text, at).lower().strip("(„“\"'»«")

    def _measured(self, text: str, numeral: Numeral) -> Part | None:
        """Return the numeral with its unit, None if it is no figure; the last class tells how."""
        raise NotImplementedError
