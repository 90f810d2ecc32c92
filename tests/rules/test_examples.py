"""Every rule proves itself on its own examples; written once for all of them."""

from __future__ import annotations

from typing import Any

import pytest

from checker.corpus.lineage import lineage
from checker.corpus.relate import Related, relate_two
from checker.judge.findings import judge
from checker.judge.rules import EXAMPLES, Example, Rule, load_rules
from checker.model import Finding
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.settings import Settings

RULES = load_rules(Settings())
#: This comparer asks a model nobody can ship; tests/unit/judge/test_second_opinion.py makes one.
MODEL_ASKED = "second_reading"


def examples(which: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{example.id}")
        for rule in RULES
        if rule.comparer.name != MODEL_ASKED
        for example in getattr(rule, which)
    ]


def findings(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """Return what the rule finds between the two texts of an example."""
    texts = {"left": example.left} | ({"right": example.right} if example.right else {})
    dates = {"left": example.left_published, "right": example.right_published}
    sources = tuple(
        source_from_text(
            text,
            id=key,
            lang=example.lang,
            published=dates[key] or None,
            furniture=example.form == "article",
        )
        for key, text in texts.items()
    )
    claims = tuple(read_claims(s) for s in sources)
    flat = tuple(c for group in claims for c in group)
    pairs = relate_two(*claims) if len(claims) == 2 else ()
    found_lineage = lineage(sources, flat)
    related = Related(
        stories=(tuple(texts),),
        pairs=pairs,
        families=found_lineage.families,
        origins=found_lineage.origins,
    )
    found, _ = judge(sources, flat, related, RULES, Settings())
    return tuple(f for f in found if f.rule == rule.id)


@pytest.mark.parametrize(("rule", "example"), examples("fires"))
def test_fires(rule: Rule, example: Example) -> None:
    """Two texts that do not stand together yield a finding of the rule."""
    found = findings(rule, example)

    assert found
    if example.says:
        assert example.says in {f.message.get(example.lang) for f in found}


@pytest.mark.parametrize(("rule", "example"), examples("silent"))
def test_stays_silent(rule: Rule, example: Example) -> None:
    """Two texts that can stand together yield no finding of the rule."""
    assert findings(rule, example) == ()


def test_every_rule_brings_examples_both_ways() -> None:
    """A rule nobody tried is a guess."""
    assert all(len(r.fires) >= EXAMPLES and len(r.silent) >= EXAMPLES for r in RULES)


def test_every_comparer_has_a_rule() -> None:
    """Code that no rule calls is never heard."""
    from checker.compare import comparers

    assert {r.comparer.name for r in RULES} == set(comparers())
