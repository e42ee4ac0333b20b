"""Minutes as JSON: everything both may see, in the published shape."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import TypeAdapter

from ijtui.clean import UNSAFE
from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from ijtui.minutes.document import Document
from ijtui.minutes.json_form import document
from ijtui.words import in_language
from tests.minutes.build import a_record, a_version, an_empty_record
from tests.minutes.test_structure import hostile_records

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "minutes.schema.json").read_text("utf-8"))
TYPES: dict[str, type] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None),
}  # fmt: skip


def problems(value: Any, rule: dict[str, Any], place: str = "$") -> list[str]:
    """What in the value breaks the rule, for the words of JSON Schema that ours uses."""
    unknown = set(rule) - {
        "$ref", "$schema", "$id", "$defs", "title", "description", "anyOf", "type", "const", "enum",
        "properties", "required", "additionalProperties", "items", "format", "pattern", "minimum", "maximum",
    }  # fmt: skip
    assert not unknown, f"the check doesn't know {unknown}"
    if "$ref" in rule:
        return problems(value, SCHEMA["$defs"][rule["$ref"].removeprefix("#/$defs/")], place)
    if "anyOf" in rule:
        return (
            [] if any(not problems(value, one, place) for one in rule["anyOf"]) else [f"{place}: none fits"]
        )
    if ("const" in rule and value != rule["const"]) or ("enum" in rule and value not in rule["enum"]):
        return [f"{place}: {value!r} is not one of those allowed"]
    if "type" in rule and type(value) is not TYPES[rule["type"]]:
        return [f"{place}: {value!r} is no {rule['type']}"]
    if rule.get("format") == "date":
        date.fromisoformat(value)
    if "pattern" in rule and not re.fullmatch(rule["pattern"], value):
        return [f"{place}: {value!r} has another form"]
    if not rule.get("minimum", 0) <= (value if isinstance(value, int) else 0) <= rule.get("maximum", 10**9):
        return [f"{place}: {value} is out of range"]
    return [*_in_object(value, rule, place), *_in_list(value, rule, place)]


def _in_object(value: Any, rule: dict[str, Any], place: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    known, others = rule.get("properties", {}), rule.get("additionalProperties", False)
    found = [f"{place}.{name}: missing" for name in rule.get("required", []) if name not in value]
    for name, inner in value.items():
        if name in known:
            found += problems(inner, known[name], f"{place}.{name}")
        elif isinstance(others, dict):
            found += problems(inner, others, f"{place}.{name}")
        else:
            found.append(f"{place}.{name}: not in the schema")
    return found


def _in_list(value: Any, rule: dict[str, Any], place: str) -> list[str]:
    if not isinstance(value, list):
        return []
    return [
        problem
        for number, inner in enumerate(value)
        for problem in problems(inner, rule["items"], f"{place}[{number}]")
    ]


def as_data(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(record, Format.JSON))
    return data


EVERY = {"full": a_record(), "empty": an_empty_record(), "signed": a_record(signed=a_version())}


@pytest.mark.parametrize("record", EVERY.values(), ids=EVERY)
def test_the_file_keeps_to_the_published_schema(record: Record) -> None:
    assert problems(as_data(record), SCHEMA) == []


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), "ijtui/minutes/2"),
        (("private",), "x"),
        (("goals", 0, "progress"), 101),
        (("goals", 0, "progress"), "10"),
        (("stations", 0, "key"), "middle"),
        (("actions", 0, "due"), 3),
    ],
)
def test_the_schema_refuses_what_is_not_in_it(path: tuple[Any, ...], wrong: Any) -> None:
    data = as_data(a_record())
    inside: Any = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = wrong
    assert problems(data, SCHEMA) != []


@pytest.mark.parametrize("record", EVERY.values(), ids=EVERY)
def test_the_file_read_back_is_the_document(record: Record) -> None:
    text = render(record, Format.JSON)
    assert TypeAdapter(Document).validate_json(text, strict=True) == document(record, in_language("sv"))


def test_the_file_holds_what_both_may_see() -> None:
    data = as_data(a_record())
    assert data["schema"] == "ijtui/minutes/1"
    assert data["preparations"] == {"employee": {"balans": "Åsas förberedelse"}, "manager": {}}
    assert data["stations"][0]["sections"][0]["questions"][0]["notes"] == "Integrationen kom i drift i mars."
    assert data["stations"][1]["sections"][0]["questions"][0]["mark"] == "watch"
    assert data["feedback"][0]["giver"] == "manager"
    assert data["earlier"][0]["outcome"]["reason"] == "Inställd"
    assert data["checklist"] == [{"id": "boka", "text": "Boka ett ostört rum", "who": "both", "done": True}]


def test_the_file_holds_no_account_names() -> None:
    assert "asabe" not in render(a_record(), Format.JSON)


def test_keys_are_sorted_and_letters_readable() -> None:
    text = render(a_record(), Format.JSON)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "Åsa Berg" in text


@settings(max_examples=40, deadline=None)
@given(hostile_records())
def test_no_text_breaks_the_file(record: Record) -> None:
    assert problems(as_data(record), SCHEMA) == []
    assert not UNSAFE.search(render(record, Format.JSON).replace("\n", ""))
