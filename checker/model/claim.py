"""One checkable statement: its exact words and place, who says it, how firmly, about when.

Floor 0 (model).
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.figure import Figure
from checker.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its reading.

    Attributes:
        text: As written.
        start: First code point in the text it was read from.
        end: One past the last.
        pos: Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, PRON, DET, ADP, NUM,
            CCONJ, SCONJ, PART, INTJ, PUNCT, X.
        tag: Fine tag of the language (STTS for German: VVFIN, NE, PTKNEG ...).
        lemma: Base form as the language writes it.
    """

    text: str
    start: int
    end: int
    pos: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a text.

    Attributes:
        start: First code point.
        end: One past the last.
        text: As written ("Selenskyjs").
        key: Folded form for matching: lower case, no diacritics, no genitive -s, transliteration
            variants merged ("selenskij").
        kind: person, place, body (organisation), or empty if not known.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show something (a hedge, a negation, a verb of saying)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who, inside the text, vouches for a claim.

    Attributes:
        speaker: As written ("Kreml-Sprecher Dmitri Peskow"); empty for the outlet itself.
        key: Folded family name or body for matching ("peskow"), empty for the outlet.
        kind: outlet, person, body, medium, anonymous.
        mode: direct (inside quotation marks), indirect (Konjunktiv I, "laut", "sagte, dass"),
            or empty for the outlet's own voice.
        cue: The words that show it, None for the outlet.
        chain: Speakers from the outlet inwards when nested: ("Agerpres", "EFE", "Peskow").
        stance: says, denies, confirms, demands, asks, thinks (what the cue verb does).
    """

    speaker: str = ""
    key: str = ""
    kind: str = "outlet"
    mode: str = ""
    cue: Cue | None = None
    chain: tuple[str, ...] = ()
    stance: str = "says"


OUTLET = Attribution()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement; ``quote == source.text[start:end]``.

    All spans inside are offsets into `Source.text` (not into the quote).

    Attributes:
        id: Unique within a run: ``<source id>#<start>-<end>``.
        source: Id of the source.
        start: First code point.
        end: One past the last.
        quote: The exact words.
        lang: Language of the words.
        part: headline, teaser, caption, subhead, body.
        article: 0.. within the file.
        paragraph: Running number of the paragraph in the source.
        sentence: Running number of the sentence in the source; clause claims share it.
        sentence_start: Span of the whole sentence.
        sentence_end: Its end.
        context: What a pronoun needs: the sentence before, or the heading; verbatim.
        context_start: Offset of the context, or -1.
        figures: Figures in the claim, in order.
        moments: Expressions of time in the claim, in order.
        moment: The one that says when the claim's event took place, None if none does.
        attribution: Who vouches.
        polarity: affirmed or denied.
        negations: The negating words.
        modality: fact, plan, possibility, condition, question, demand.
        hedges: Words that weaken ("mutmaßlich", "offenbar", "soll").
        names: Proper names.
        subject: Lemma of the likely subject (a hint, never a fact), empty if unknown.
        verb: Lemma of the main verb, empty if none.
        antecedent: Noun phrase a pronoun subject stands for ("das Gespräch"), empty if none.
        tokens: Tokens of the claim.
        worth: Check-worthiness, 0..1, a transparent rank, not a probability.
    """

    id: str
    source: str
    start: int
    end: int
    quote: str
    lang: str
    part: str = "body"
    article: int = 0
    paragraph: int = 0
    sentence: int = 0
    sentence_start: int = 0
    sentence_end: int = 0
    context: str = ""
    context_start: int = -1
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    moment: Moment | None = None
    attribution: Attribution = OUTLET
    polarity: str = "affirmed"
    negations: tuple[Cue, ...] = ()
    modality: str = "fact"
    hedges: tuple[Cue, ...] = ()
    names: tuple[Name, ...] = ()
    subject: str = ""
    verb: str = ""
    antecedent: str = ""
    tokens: tuple[Token, ...] = ()
    worth: float = 0.0

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise ValueError(
                f"quote has {len(self.quote)} characters, span {self.start}..{self.end}"
            )
