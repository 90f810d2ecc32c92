"""Cut a text into words and read part of speech and base form of each.

The tagger is HanTa; its German tags are STTS, its English ones C5.  Both are mapped to
universal parts of speech.  Two things are added: answers per word are kept, which makes a
corpus several times faster to read because words repeat; and readings that HanTa misses
regularly (a sentence whose only verb it takes for an infinitive) are mended.

Floor 2 (language).  Quotation marks are tokens, but the tagger does not see them.
Sources: STTS after Schiller, Teufel, Stöckert, Thielen (1999); universal tags after UD v2.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Final

from checker.language.data import language_data
from checker.language.sentences import split_sentences
from checker.language.tagger import has_model, tagger
from checker.model import Token

#: Longer words are hostile or URLs; the tagger's work grows with the square of the length.
_LONGEST: Final = 48
#: Longer sentences are tagged in pieces of this many words.
_PIECE: Final = 400

_TOKEN: Final = re.compile(
    r"https?://\S+|www\.\S+"
    r"|(?:[^\W\d_]\.){2,}"  # U.S. p.m.
    r"|\d+(?:[.,:]\d+)*(?:[-‐‑]\w+)*"  # 2,5 14.05 71-Jährige
    r"|\w+(?:[-‐‑'’&]\w+)*[-‐‑]?"  # Tomahawk-Raketen, Vor-
    r"|\.\.+|…"
    r"|\S"
)
_CLITIC: Final = re.compile(r"(?i)(.+?)(n['’]t|['’](?:s|ll|re|ve|d|m))$")
_QUOTES: Final = frozenset("\"'„“”‚‘’«»‹›`´")

#: Tags whose words are their own base form.
_UNINFLECTED: Final = frozenset({"NE", "CARD", "FM", "XY", "$.", "$,", "$(", "NP0", "PUN", "PUQ"})

_UNIVERSAL_DE: Final = {
    "ADJA": "ADJ", "ADJD": "ADJ", "ADV": "ADV", "APPO": "ADP", "APPR": "ADP", "APPRART": "ADP",
    "APZR": "ADP", "ART": "DET", "CARD": "NUM", "FM": "X", "ITJ": "INTJ", "KOKOM": "CCONJ",
    "KON": "CCONJ", "KOUI": "SCONJ", "KOUS": "SCONJ", "NE": "PROPN", "NN": "NOUN", "NNA": "NOUN",
    "NNI": "NOUN", "PDAT": "DET", "PDS": "PRON", "PIAT": "DET", "PIS": "PRON", "PPER": "PRON",
    "PPOSAT": "DET", "PPOSS": "PRON", "PRELAT": "DET", "PRELS": "PRON", "PRF": "PRON",
    "PROAV": "ADV", "PTKA": "PART", "PTKANT": "PART", "PTKNEG": "PART", "PTKVZ": "ADP",
    "PTKZU": "PART", "PWAT": "DET", "PWAV": "ADV", "PWS": "PRON", "TRUNC": "X",
    "VAFIN": "AUX", "VAIMP": "AUX", "VAINF": "AUX", "VAPP": "AUX", "VMFIN": "AUX",
    "VMINF": "AUX", "VMPP": "AUX", "VVFIN": "VERB", "VVIMP": "VERB", "VVINF": "VERB",
    "VVIZU": "VERB", "VVPP": "VERB",
}  # fmt: skip
_UNIVERSAL_EN: Final = {
    "AJ0": "ADJ", "AJC": "ADJ", "AJS": "ADJ", "AT0": "DET", "AV0": "ADV", "AVP": "ADP",
    "AVQ": "ADV", "CJC": "CCONJ", "CJS": "SCONJ", "CJT": "SCONJ", "CRD": "NUM", "DPS": "DET",
    "DT0": "DET", "DTQ": "PRON", "EX0": "PRON", "IN": "ADP", "ITJ": "INTJ", "NN": "NOUN",
    "NN0": "NOUN", "NN1": "NOUN", "NN2": "NOUN", "NP0": "PROPN", "ORD": "ADJ", "PNI": "PRON",
    "PNP": "PRON", "PNQ": "PRON", "POS": "PART", "PRF": "ADP", "PRP": "ADP", "TO0": "PART",
    "UNC": "X", "VM0": "AUX", "XX0": "PART", "ZZ0": "X",
}  # fmt: skip


def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """Return the words and punctuation marks of a text, in order.

    Args:
        text: Best a sentence; longer texts are cut into sentences for the tagger.
        lang: ``de`` or ``en``; other languages get words without a reading (``X``).
    """
    return _tokens(text, lang)


@lru_cache(maxsize=20_000)
def _tokens(text: str, lang: str) -> tuple[Token, ...]:
    spans = _spans(text, lang)
    seen = [(a, b) for a, b in spans if text[a:b] not in _QUOTES]
    words = [text[a:b] for a, b in seen]
    readings: list[tuple[str, str, str]] = []
    for piece in _pieces(words):
        readings += _read(piece, lang)
    read = dict(zip(seen, readings, strict=True))
    quote = ("PUNCT", "$(", "")
    found = []
    for a, b in spans:
        pos, tag, lemma = read.get((a, b), quote)
        found.append(Token(text[a:b], a, b, pos, tag, lemma or text[a:b]))
    return tuple(found)


def _pieces(words: list[str]) -> list[list[str]]:
    """Return the words sentence by sentence as far as full stops tell, none too long."""
    pieces: list[list[str]] = [[]]
    for word in words:
        pieces[-1].append(word)
        if word in {".", "!", "?"} or len(pieces[-1]) >= _PIECE:
            pieces.append([])
    return [p for p in pieces if p]


def _spans(text: str, lang: str) -> list[tuple[int, int]]:
    """Return the spans of all tokens; full stops inside a sentence stay with their word."""
    ends = {end for _, end in split_sentences(text, lang)}
    spans: list[tuple[int, int]] = []
    skip = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip:
            continue
        if match[0][-1].isalnum() and _dotted(text, end, ends):
            end += 1
            skip = end
        spans += _clitics(text, start, end, lang)
    return spans


def _dotted(text: str, end: int, ends: set[int]) -> bool:
    """Return whether a single full stop at `end` belongs to the word: "Dr.", "7.", "J."."""
    if text[end : end + 1] != "." or text[end + 1 : end + 2] == ".":
        return False
    after = end + 1
    while after < len(text) and text[after] in _QUOTES:
        after += 1
    return after not in ends


def _clitics(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """Return a word in its parts: "didn't" is two words, "Putin's" too."""
    word = text[start:end]
    if lang != "en":
        return [(start, end)]
    if word.lower() == "cannot":
        return [(start, start + 3), (start + 3, end)]
    if ("'" in word or "’" in word) and (match := _CLITIC.fullmatch(word)):
        cut = start + match.end(1)
        return [(start, cut), (cut, end)]
    return [(start, end)]


def _mended(word: str, tag: str, first: bool, lang: str) -> str:
    """Return the tag, corrected where spelling rules out what the tagger chose.

    German nouns are capitalised, so a lower-case "rollen" is no noun, and the -Jährige of
    "71-Jährige" is one though the word starts with a digit.
    """
    if lang != "de" or tag not in {"NN", "NE", "NNI", "NNA", "ADJ(A)"}:
        return tag
    if tag == "ADJ(A)":
        head = word.rpartition("-")[2]
        return "NNA" if word[0].isdigit() and head[:1].isupper() else tag
    if not word.isalpha() or not word.islower() or len(word) < 4:
        return tag
    others = [
        other
        for other, _ in tagger(lang).tag_word(word, cutoff=25, casesensitive=False)
        if other[:2] in {"VV", "VA", "VM", "AD"}
    ]
    if others:
        return str(others[0])
    return "VV(FIN)" if not first and word.endswith(("en", "e", "t")) else tag


def _read(words: list[str], lang: str) -> list[tuple[str, str, str]]:
    """Return (universal tag, fine tag, lemma) of each word of a sentence."""
    if not has_model(lang):
        return [(_plain(word), "", word) for word in words]
    given = [word if len(word) <= _LONGEST else word[:_LONGEST] for word in words]
    given = [_as_trained(word, lang) for word in given]
    model = tagger(lang)
    tagged = [
        (word, word if tag in _UNINFLECTED else model.analyze(word, pos=tag)[0], tag)
        for word, tag in zip(given, model.tag_sent(given, taglevel=0), strict=True)
    ]
    found = []
    mixed = lang == "de" and any(word.islower() for word in words)
    for at, (word, (shown, lemma, tag)) in enumerate(zip(words, tagged, strict=True)):
        better = _mended(shown, tag, at == 0, lang)
        if tag[0] == "V" and mixed and len(shown) > 1 and shown.isupper():
            better = "NE"  # "die Initiative (BI)": in capitals stands no verb
        base = lemma if better == tag else _lemma(model, shown, better, lemma)
        base = _spelt(shown, base, lang)
        fine = better.replace("(", "").replace(")", "") if better[:1].isalpha() else better
        found.append((_universal(word, fine, lang), fine, base))
    return _surnamed(found, words) if lang == "de" else found


def _surnamed(found: list[tuple[str, str, str]], words: list[str]) -> list[tuple[str, str, str]]:
    """Return the readings with unknown family names mended ("Oberbürgermeister Falk Rademann").

    After a noun and a name that is no genitive, another capitalised noun is part of the name; so
    it is between a name that opens the sentence and its verb.
    """
    for i in range(2, len(found)):
        (title, _, _), (first, _, _), (noun, tag, _) = found[i - 2 : i + 1]
        if title == noun == "NOUN" and first == "PROPN" and tag == "NN":
            ends = words[i - 1][-1]
            if words[i][0].isupper() and ends.isalpha() and ends not in "sxzß":
                found[i] = ("PROPN", "NE", words[i])
    if len(found) > 2 and found[0][1] == "NE" and found[1][1] == "NN":
        # "Robert Habeck sagte": before the verb stands one phrase only, so both are one name
        front = words[0][-1].isalpha() and words[0][-1] not in "sxzß" and words[1][0].isupper()
        if front and (found[2][1][-3:] == "FIN" or words[2] == "("):
            found[1] = ("PROPN", "NE", words[1])
    for i in range(1, len(found)):  # Torsten W.
        initial = len(words[i]) == 2 and words[i][0].isupper() and words[i][1] == "."
        if initial and found[i - 1][1] == "NN" and found[i][0] in {"PROPN", "NOUN"}:
            found[i - 1] = ("PROPN", "NE", words[i - 1])
            found[i] = ("PROPN", "NE", words[i])
    return found


def _spelt(word: str, lemma: str, lang: str) -> str:
    """Return the base form in the spelling of the word and of the data file."""
    low = word.lower()
    if low == lemma.lower():
        return word if "-" in word else lemma
    if "ss" in low and "ß" in lemma and lemma[0].isupper():
        return lemma.replace("ß", "ss")
    return _lemmas(lang).get(low, lemma)


@cache
def _lemmas(lang: str) -> dict[str, str]:
    return dict(language_data(lang).get("lemmas", {}))


def _lemma(model: Any, word: str, tag: str, lemma: str) -> str:
    """Return the base form of a word whose tag was mended."""
    if tag not in model.tag2int:
        return lemma
    base = str(model.analyze(word, pos=tag)[0])
    if not word[0].isdigit():
        return base
    front, hyphen, head = base.rpartition("-")
    return front + hyphen + head[:1].upper() + head[1:]


def _as_trained(word: str, lang: str) -> str:
    """Return a word as the tagger's training text writes it."""
    if word in {"–", "—", "‒", "−"}:
        return "-" if lang == "de" else "--"
    return word.replace("’", "'").replace("‑", "-").replace("‐", "-")


def _plain(word: str) -> str:
    if not any(c.isalnum() for c in word):
        return "PUNCT"
    return "NUM" if word[0].isdigit() else "X"


def _universal(word: str, tag: str, lang: str) -> str:
    """Return the universal part of speech of a fine tag."""
    if not any(c.isalnum() for c in word):
        return "PUNCT" if word not in {"&", "%", "€", "$"} else "X"
    if lang == "de":
        return _UNIVERSAL_DE.get(tag, "X")
    if tag[:2] in {"VB", "VD", "VH"} and tag not in {"VDG", "VDN"}:
        return "AUX"
    return "VERB" if tag[:2] in {"VV", "VD"} else _UNIVERSAL_EN.get(tag, "X")
