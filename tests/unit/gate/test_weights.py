"""Weights of sources order findings and do nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from checker.judge.weights import weighed
from checker.model import Finding

FindingMaker = Callable[..., Finding]


def test_findings_about_trusted_sources_come_first(finding: FindingMaker) -> None:
    """Level goes before weight, and the least weight of the sides counts."""
    blog = replace(finding(("blog/x.txt", "a"), ("b.txt", "b")), weight=0.8)
    wire = replace(finding(("wire.txt", "c"), ("b.txt", "d")), weight=0.5)
    quiet = replace(finding(("wire.txt", "e"), ("b.txt", "f"), level="info"), weight=1.0)

    found = weighed([blog, wire, quiet], {"blog/*": 0.2, "*": 0.9})

    assert [f.fingerprint for f in found] == [f.fingerprint for f in (wire, blog, quiet)]
    assert [f.weight for f in found] == [0.45, 0.16, 0.9]
    assert {f.level for f in found} == {blog.level, quiet.level}


def test_no_weights_change_nothing(finding: FindingMaker) -> None:
    """The order of the run stands."""
    findings = (finding(("a.txt", "a"), ("b.txt", "b")), finding(("c.txt", "a"), ("b.txt", "b")))

    assert weighed(findings, {}) == findings
