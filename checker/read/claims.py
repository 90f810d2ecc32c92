"""Split a source into claims (first form: one claim a sentence, figures and times)."""

from __future__ import annotations

from dataclasses import replace

from checker.language.figures import read_figures
from checker.language.sentences import split_sentences
from checker.language.tokens import tokens
from checker.model import Claim, Part, Source


def read_claims(source: Source, *, include_furniture: bool = False) -> tuple[Claim, ...]:
    """Return the claims of a source in order of place."""
    parts = source.parts or (Part(start=0, end=len(source.text), kind="body"),)
    claims: list[Claim] = []
    paragraph = 0
    for part in parts:
        offset = part.start
        for line in source.text[part.start : part.end].split("\n"):
            paragraph += bool(line.strip())
            for start, end in split_sentences(line, source.lang):
                quote = line[start:end]
                if not any(c.isalpha() for c in quote):
                    continue
                a, b = offset + start, offset + end
                figures, moments = read_figures(quote, source.lang, source.anchor)
                claims.append(
                    Claim(
                        id=f"{source.id}#{a}-{b}",
                        source=source.id,
                        start=a,
                        end=b,
                        quote=quote,
                        lang=source.lang,
                        part=part.kind,
                        article=part.article,
                        paragraph=paragraph,
                        sentence=len(claims),
                        sentence_start=a,
                        sentence_end=b,
                        figures=tuple(f.moved(a) for f in figures),
                        moments=tuple(m.moved(a) for m in moments),
                        tokens=tuple(
                            replace(t, start=t.start + a, end=t.end + a)
                            for t in tokens(quote, source.lang)
                        ),
                        worth=0.5,
                    )
                )
            offset += len(line) + 1
    return tuple(claims)
