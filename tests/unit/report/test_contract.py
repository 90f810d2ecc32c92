"""report.json holds what its published schema promises."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from checker.model import Report
from checker.report import render
from checker.report.contract import SCHEMA_VERSION

#: Changes only together with SCHEMA_VERSION, unless a description was reworded.
SHAPE = "8a7f9af332ad93ea"


def schema() -> dict[str, Any]:
    """The published schema."""
    text = files("checker.report").joinpath("report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def shape(node: Any) -> Any:
    """The schema without its descriptions."""
    if isinstance(node, dict):
        return {k: shape(v) for k, v in sorted(node.items()) if k not in {"description", "title"}}
    return [shape(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("lang", ["de", "en"])
def test_validates(report: Report, lang: str) -> None:
    """A report is an instance of the schema, in both languages."""
    value = json.loads(render(replace(report, ui_lang=lang), "json"))
    jsonschema.Draft202012Validator(schema()).validate(value)


def test_schema_is_a_schema() -> None:
    """The published file is itself valid."""
    jsonschema.Draft202012Validator.check_schema(schema())


def test_shape_changes_only_with_its_version() -> None:
    """Other people's scripts read this; a new shape needs a new schema_version."""
    digest = hashlib.sha256(json.dumps(shape(schema())).encode()).hexdigest()[:16]
    assert (SCHEMA_VERSION, digest) == ("1", SHAPE)


def test_quotes_are_where_the_offsets_say(report: Report) -> None:
    """`text[start:end] == quote` for every claim and every side."""
    value = json.loads(render(report, "json"))
    texts = {source.id: source.text for source in report.sources}
    quoted = [*value["claims"], *(s for f in value["findings"] for s in f["sides"])]
    assert quoted
    for item in quoted:
        assert texts[item["source"]][item["start"] : item["end"]] == item["quote"]


def test_sentences_follow_the_language(report: Report) -> None:
    """An English report speaks English; quotes stay German."""
    german, english = (
        json.loads(render(replace(report, ui_lang=lang), "json"))["findings"][0]
        for lang in ("de", "en")
    )
    assert german["message"].startswith("Quellen nennen")
    assert english["message"].startswith("sources give")
    assert german["sides"][0]["quote"] == english["sides"][0]["quote"]
    assert german["id"] == english["id"]


def test_unbounded_is_null(report: Report) -> None:
    """JSON has no infinity."""
    value = json.loads(render(report, "json"))
    assert value["findings"][0]["sides"][1]["bar"]["high"] is None
    assert "Infinity" not in render(report, "json")


def test_can_always_be_written(report: Report) -> None:
    """A file name that is not UTF-8 does not break the file."""
    odd = replace(report.sources[0], id="kurier-\udcfc.txt")
    text = render(replace(report, sources=(odd,), claims=(), findings=()), "json")
    assert json.loads(text.encode("utf-8"))["sources"][0]["id"] == "kurier-\\xfc.txt"
