"""Follow a text sentence by sentence and keep track of who is speaking.

A quotation of three sentences has its speaker in the last of them; Konjunktiv I goes on quoting
whoever spoke before; "er" is the last who fits.  The state is one article's.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checker.language.attribution import (
    Tag,
    goes_on,
    headline_speaker,
    later_tags,
    speaks,
    tag,
)
from checker.language.clauses import Clause
from checker.language.hedges import hearsay
from checker.language.names import is_place
from checker.language.quotations import Quotation
from checker.language.speakers import Speaker, can_speak, ends_in, lists, speaker
from checker.language.views import View, is_speech, opens_quotation, quoted, share, tag_beside
from checker.model import OUTLET, Attribution, Cue


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found for a sentence: its attribution and the clauses that carry the content."""

    attribution: Attribution
    content: tuple[int, ...]
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A later clause with a speaker of its own: "A zählte 5000, B sprach von 12.000".

    Attributes:
        clause: Index of the clause; all from here on is told by its speaker.
        attribution: Who.
        content: The clauses that carry what this speaker says.
    """

    clause: int
    attribution: Attribution
    content: tuple[int, ...]


@dataclass(slots=True)
class Discourse:
    """Who spoke so far in an article."""

    lang: str
    last: Attribution | None = None
    people: list[Speaker] = field(default_factory=list)
    bearers: list[Speaker] = field(default_factory=list)
    silence: int = 0

    def read(self, views: Sequence[View], quotes: Sequence[Quotation]) -> tuple[Heard, ...]:
        """Return the attribution of every sentence of one paragraph, in order.

        Args:
            views: The sentences.
            quotes: The paragraph's quotations, offsets in the paragraph.
        """
        speech = [q for q in quotes if q.depth == 0]
        marks = [quoted(v, speech) for v in views]
        tags = [self._tag(v, m) for v, m in zip(views, marks, strict=True)]
        found: list[Heard] = []
        for n, view in enumerate(views):
            inside = share(view, marks[n])
            heard = self._quotation(views, tags, n, speech) if inside > 0 else None
            if heard is None:
                heard = self._own(view, tags[n], marks[n])
            found.append(self._with_turns(view, tags[n], marks[n], heard))
            self._remember(view, tags[n], heard)
        return tuple(found)

    def _with_turns(
        self, view: View, found: Tag | None, marks: Sequence[bool], heard: Heard
    ) -> Heard:
        """Return what was heard with the speakers that later clauses have of their own."""
        if heard.attribution.mode == "direct" or view.part == "headline":
            return heard
        told = later_tags(view.tokens, view.clauses, marks, self.lang, phrases=view.phrases)
        within: tuple[int, ...] = ()
        if found is not None and found.strong and view.tokens[found.token].pos in {"VERB", "AUX"}:
            within = found.content
        turns = tuple(
            Turn(k, self._attribution(t, "indirect", view), t.content)
            for k, t in told
            if k not in within or (found is not None and found.token >= view.clauses[k].first)
        )
        if not turns:
            return heard
        first = view.clauses[turns[0].clause].first
        if found is not None and found.strong and found.token >= first:
            heard = self._own(view, None, marks)
        return replace(heard, turns=turns)

    def _tag(self, view: View, marks: Sequence[bool]) -> Tag | None:
        if view.part in {"headline", "subhead", "teaser"} or opens_quotation(view, marks):
            who = headline_speaker(view.tokens, self.lang)
            if who is not None:
                colon = next(t for t in view.tokens if t.text == ":")
                at = view.tokens.index(colon)
                content = tuple(k for k, c in enumerate(view.clauses) if c.first > at)
                cue = Cue(colon.start, colon.end, colon.text)
                return Tag(who, cue, "says", content or (0,), token=at)
        return tag(view.tokens, view.clauses, marks, self.lang, phrases=view.phrases)

    def _own(self, view: View, found: Tag | None, marks: Sequence[bool]) -> Heard:
        """Return the attribution of a sentence that is no (continued) quotation."""
        if found is not None and found.strong and not (found.nested and self.last):
            told = [view.clauses[k] for k in found.content]
            spoken = any(c.finite >= 0 and marks[c.finite] for c in told)
            mode = "direct" if spoken or share(view, marks) >= 0.4 else "indirect"
            return Heard(self._attribution(found, mode, view), found.content)
        if self._goes_on(view) and self.last is not None:
            content = found.content if found and found.strong else _main(view)
            chain = self.last.chain
            if found is not None and found.nested:
                inner = self._resolved(found.speaker)
                chain = (*(chain or (self.last.speaker,)), inner.text)
            kept = Attribution(
                speaker=self.last.speaker,
                key=self.last.key,
                kind=self.last.kind,
                mode="indirect",
                cue=_mood_cue(view),
                chain=chain,
            )
            return Heard(kept, content)
        if self._goes_on(view, sure=True):
            unknown = Attribution(kind="anonymous", mode="indirect", cue=_mood_cue(view))
            return Heard(unknown, _main(view))
        return Heard(OUTLET, _main(view))

    def _goes_on(self, view: View, *, sure: bool = False) -> bool:
        """Return whether the main clause is in the mood of reported speech.

        Konjunktiv II ("hätten") reports too where nothing makes it a condition; alone it is
        not sure enough to invent a speaker.
        """
        if any(c.opener in {"wenn", "falls", "sofern"} for c in view.clauses):
            second = False
        else:
            second = not sure
        mains = [c for c in view.clauses if c.kind == "main"]
        if goes_on(view.tokens, self.lang):
            return not sure
        if not mains:
            return False
        if not sure and self.silence == 0 and hearsay(view.tokens, mains[0], self.lang):
            return True  # "Die Polizei sagte … Er soll betrunken gewesen sein."
        moods = [c.mood for c in mains]
        if moods[0] != "first" and speaks(view.clauses, self.lang):
            return False  # "niemand behauptet, sie sei …"
        if "first" in moods:
            return True
        form = view.tokens[mains[0].finite].text.lower()
        return second and moods[0] == "second" and form in {"hätten", "hätte", "wären", "würden"}

    def _quotation(
        self, views: Sequence[View], tags: Sequence[Tag | None], n: int, speech: Sequence[Quotation]
    ) -> Heard | None:
        """Return the attribution of a sentence in a quotation that others share with it."""
        view = views[n]
        quote = next(
            (
                q
                for q in speech
                if q.start < view.end and view.start < q.end and is_speech(q, views)
            ),
            None,
        )
        if quote is None:
            return None
        own = tags[n]
        if own is not None and own.strong:
            return None
        if own is not None and tag_beside(own, view, quote):
            mode = "direct"
            return Heard(self._attribution(own, mode, view), _main(view))
        whole = quote.start <= view.start + 1 and view.end - 1 <= quote.end
        speaker_at = self._introduced(view, quote)
        if speaker_at is None and not whole and share(view, quoted(view, [quote])) < 0.4:
            return None
        speaker_at = speaker_at or self._speaker_of(views, tags, n, quote)
        if speaker_at is None:
            return None
        attribution = Attribution(
            speaker=speaker_at.speaker,
            key=speaker_at.key,
            kind=speaker_at.kind,
            mode="direct",
            cue=speaker_at.cue,
            chain=speaker_at.chain,
            stance=speaker_at.stance if speaker_at.stance == "asks" else "says",
        )
        return Heard(attribution, _main(view))

    def _introduced(self, view: View, quote: Quotation) -> Attribution | None:
        """Return the subject of the words that a colon ties to a quotation behind it."""
        before = [i for i, t in enumerate(view.tokens) if view.start + t.end <= quote.start]
        if not before or view.tokens[before[-1]].text != ":":
            return None
        found = next((c for c in view.clauses if c.kind == "main" and c.subject), None)
        if found is None or found.subject is None or found.subject.last > before[-1]:
            return None
        who = speaker(view.tokens, found.subject, self.lang)
        if who.pronoun == "it":  # "Ähnlich sieht es Geoff Yu: „…“"
            behind = (p for p in view.phrases if found.finite < p.first < found.last)
            named = (p for p in behind if view.tokens[p.head].pos == "PROPN")
            fit = next((p for p in named if p.preposition < 0), None)
            who = speaker(view.tokens, fit, self.lang) if fit else who
        elif found.mood == "first" and self.last is not None:
            return None  # "Umso wichtiger seien Vorbilder: „…“": whoever spoke before goes on
        who = self._resolved(who)
        if not who.key or who.pronoun or not can_speak(who, self.lang):
            return None
        colon = view.tokens[before[-1]]
        cue = Cue(view.start + colon.start, view.start + colon.end, colon.text)
        return Attribution(speaker=who.text, key=who.key, kind=who.kind, mode="direct", cue=cue)

    def _speaker_of(
        self, views: Sequence[View], tags: Sequence[Tag | None], n: int, quote: Quotation
    ) -> Attribution | None:
        """Return who speaks a quotation: named behind it, before it, or the last speaker."""
        for k in range(n, len(views)):
            found = tags[k]
            if found is not None and tag_beside(found, views[k], quote):
                return self._attribution(found, "direct", views[k])
            if views[k].end >= quote.end:
                break
        for k in range(n - 1, -1, -1):
            found = tags[k]
            touches = views[k].end > quote.start or k == n - 1
            if not touches:
                break
            if found is not None and views[k].start + found.cue.end <= quote.start + 1:
                return self._attribution(found, "direct", views[k])
            if views[k].end <= quote.start:
                break
        follows = next((k for k, v in enumerate(views) if v.start >= quote.end), None)
        if follows is not None and (found := tags[follows]) is not None and follows == n + 1:
            first = views[follows].tokens[0]
            if found.token >= 0 and first.text.islower():
                return self._attribution(found, "direct", views[follows])
        return self.last

    def _attribution(self, found: Tag, mode: str, view: View) -> Attribution:
        who = self._resolved(found.speaker)
        start, end = found.cue.start + view.start, found.cue.end + view.start
        inner = who.text or found.speaker.text
        return Attribution(
            speaker=inner,
            key=who.key,
            kind=who.kind,
            mode=mode,
            cue=Cue(start, end, found.cue.text),
            chain=(*found.outer, inner) if found.outer else (),
            stance=found.stance,
        )

    def _resolved(self, who: Speaker) -> Speaker:
        """Return the person a pronoun or a bare role stands for, if one fits."""
        if ends_in(who.role, lists(self.lang).named) and self.last and _the_one(who.text):
            return _as_known(who, self.last)
        if not who.pronoun:
            same = (p for p in self.people if p.key == who.key and p.kind == "person")
            person = next(same, None) if who.kind == "body" and not who.role else None
            return replace(who, kind="person") if person else who
        if who.pronoun == "role" and ends_in(who.role, lists(self.lang).spokes):
            bodies = (p for p in reversed(self.people) if p.kind == "body")
            body = next(bodies, None)
            if body is not None:
                return replace(who, key=body.key, kind="body")
        if who.pronoun == "role":
            same = (p for p in reversed(self.bearers) if _same_role(who.role, p.role))
            bearer = next(same, None)
            if bearer is not None:
                return _renamed(who, bearer)
        if who.pronoun == "they":
            bodies = (p for p in reversed(self.people) if p.kind != "person")
            return next(bodies, replace(who, kind="anonymous"))
        for known in reversed(self.people) if who.pronoun != "role" else ():
            clash = None not in (who.female, known.female) and who.female != known.female
            if (
                not clash
                and known.kind in {"person", "body"}
                and (known.kind == "person" or who.pronoun == "she")
            ):
                return known
        bare = who.pronoun == "role" and " " not in who.role
        if bare and self.last is not None and self.last.kind == "person":
            # "so der Minister": an epithet without a known bearer is whoever spoke last
            return Speaker(who.text, who.start, who.end, self.last.key, "person", who.role)
        return who

    def _remember(self, view: View, found: Tag | None, heard: Heard) -> None:
        """Keep who was subject and who spoke, the latest last."""
        for clause in view.clauses if heard.attribution.mode != "direct" else ():
            if clause.subject is None or clause.kind in {"fragment", "infinitive"}:
                continue
            who = speaker(view.tokens, clause.subject, self.lang)
            named = who.kind == "person" and _has_name(view, clause, self.lang)
            known = who.kind == "body" and ends_in(
                view.tokens[clause.subject.head].lemma.lower(), lists(self.lang).body
            )
            if not who.pronoun and who.key and (named or known):
                self.people.append(who)
        who_spoke = found.speaker if found is not None else None
        if who_spoke is not None and who_spoke.key and not who_spoke.pronoun:
            strong = found is not None and found.strong
            self.people += [who_spoke] if strong or who_spoke.kind == "person" else []
        for phrase in view.phrases:
            if phrase.head > phrase.first and view.tokens[phrase.head].pos == "PROPN":
                who = speaker(view.tokens, phrase, self.lang)
                if who.role and who.kind == "person":
                    self.bearers.append(who)
        del self.people[:-40], self.bearers[:-40]
        self.silence = 0 if heard.attribution.kind != "outlet" else self.silence + 1
        if heard.attribution.kind != "outlet":
            self.last = heard.attribution
        elif found is not None and found.speaker.kind != "medium":
            self.last = self._attribution(found, "indirect", view)


def _same_role(mention: str, known: str) -> bool:
    """Return whether "der Sprecher" can be the "Kreml-Sprecher" named before."""
    if not known:
        return False
    if mention == known:
        return True
    adjective, _, noun = mention.rpartition(" ")
    before, _, other = known.rpartition(" ")
    if adjective and adjective != before:
        return False
    return len(noun) > 3 and (other.endswith(noun) or (noun.endswith(other) and not adjective))


def _the_one(text: str) -> bool:
    """Return whether words name one person spoken of before ("der Experte", "die Zeugin")."""
    article, _, noun = text.partition(" ")
    one = article.lower() in {"der", "the"} or (article.lower() == "die" and noun.endswith("in"))
    return one and " " not in noun and not (article.lower() == "the" and noun.endswith("s"))


def _as_known(who: Speaker, last: Attribution) -> Speaker:
    """Return "der Experte" as the person who spoke last, as nobody known if none did."""
    if last.kind != "person":
        return who
    return Speaker(who.text, who.start, who.end, last.key, "person", who.role)


def _renamed(who: Speaker, known: Speaker) -> Speaker:
    return Speaker(who.text, who.start, who.end, known.key, known.kind, known.role)


def _has_name(view: View, clause: Clause, lang: str) -> bool:
    subject = clause.subject
    if subject is None or view.tokens[subject.head].pos == "PROPN":
        return subject is not None
    inside = view.tokens[subject.first : subject.head]
    return any(t.pos == "PROPN" and not is_place(t.text.removesuffix("s"), lang) for t in inside)


def _main(view: View) -> tuple[int, ...]:
    """Return the clauses that carry a sentence without a speaker."""
    mains = tuple(k for k, c in enumerate(view.clauses) if c.kind == "main")
    return mains or tuple(range(len(view.clauses)))


def _mood_cue(view: View) -> Cue | None:
    clause = next((c for c in view.clauses if c.mood), None)
    if clause is None:
        return None
    verb = view.tokens[clause.finite]
    return Cue(view.start + verb.start, view.start + verb.end, verb.text)
