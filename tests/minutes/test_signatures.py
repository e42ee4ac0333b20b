"""Who signed the plan, in the minutes: which text, when and how, and what they said to it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings

from ijtui.domain.agenda import Kind
from ijtui.domain.canonical import digest
from ijtui.domain.signature import Answer, Method, Signature
from ijtui.errors import BadInput
from ijtui.minutes import Format, render
from ijtui.minutes.exported import JsonExport, MarkdownExport, read_export
from tests.minutes.build import ASA, MARIA, a_conversation, a_record, a_version, an_agenda
from tests.minutes.hostile import nasty
from tests.minutes.reading import body, expected_headings, read

AT = datetime(2026, 11, 22, 8, 15)


def in_english(form: Format = Format.MD, **changes: Any) -> str:
    return render(a_record(conversation=a_conversation(agenda=an_agenda(language="en")), **changes), form)


def test_what_nobody_has_signed_has_a_place_for_both() -> None:
    assert "| Åsa Berg (employee) |  |  |\n| Maria Lind (manager) |  |  |" in in_english()


def test_what_both_have_signed_says_which_text_and_how() -> None:
    signed = a_version()
    assert in_english(signed=signed).endswith(
        f"""\
### Signatures

- **Version of the plan:** 3
- **SHA-256:** {signed.plan.hash}

| Name | Date | Signature |
| --- | --- | --- |
| Åsa Berg (employee) | 2026-11-21 (Sat w. 47) 10:45 | signed in a session of their own |
| Maria Lind (manager) | 2026-11-21 (Sat w. 47) 10:45 | signed with the initials ML |

**Reservation by Åsa Berg:**

> Jag hinner inte båda.
"""
    )


def test_one_who_has_not_signed_and_one_who_declined_are_told_apart() -> None:
    declined = Signature(7, MARIA.id, Answer.DECLINED, Method.SESSION, AT, "Målet är för stort.")
    text = in_english(signed=a_version(declined))
    assert "| Åsa Berg (employee) |  |  |" in text
    assert "| Maria Lind (manager) | 2026-11-22 (Sun w. 47) 08:15 | declined to sign |" in text
    assert "**Declined by Maria Lind:**\n\n> Målet är för stort." in text


def test_a_key_is_named() -> None:
    signed = Signature(7, ASA.id, Answer.SIGNED, Method.KEY, AT, fingerprint="SHA256:abc/def", proof="x")
    assert "signed with the key SHA256:abc/def |" in in_english(signed=a_version(signed))


def test_a_plan_that_was_changed_afterwards_says_so() -> None:
    said = "The plan was changed after this version was signed."
    assert said in in_english(signed=a_version(), signed_stands=False)
    assert said not in in_english(signed=a_version())


def test_notes_that_look_like_a_signature_are_none() -> None:
    typed = f"- **Version of the plan:** 9\n- **SHA-256:** {'0' * 64}"
    notes = {question.id: typed for question in an_agenda().questions()}
    for signed in (None, a_version()):
        record = a_record(notes, signed=signed)
        if signed is None:
            with pytest.raises(BadInput, match="no signed plan"):
                read_export(render(record, Format.MD).encode(), "minutes")
        else:
            assert read_export(render(record, Format.MD).encode(), "minutes").hash == signed.plan.hash


def test_minutes_that_are_not_signed_have_no_place_for_it() -> None:
    conversation = a_conversation(agenda=an_agenda(kind=Kind.ONBOARDING, language="en"))
    assert "### Signatures" not in render(a_record(conversation=conversation), Format.MD)


def test_json_carries_exactly_what_was_signed() -> None:
    signed = a_version()
    part = json.loads(in_english(Format.JSON, signed=signed))["signed"]
    assert digest(part["text"]) == part["hash"] == signed.plan.hash
    assert (part["version"], part["stands"]) == (3, True)
    assert [(answer["party"], answer["method"], answer["said"]) for answer in part["signatures"]] == [
        ("employee", "session", "Jag hinner inte båda."),
        ("manager", "initials", ""),
    ]


@pytest.mark.parametrize("form", [Format.MD, Format.DOCUSAURUS, Format.JSON])
def test_an_exported_file_names_what_was_signed(form: Format) -> None:
    signed = a_version()
    found = read_export(in_english(form, signed=signed).encode(), "minutes")
    assert found.hash == signed.plan.hash
    assert isinstance(found, JsonExport if form is Format.JSON else MarkdownExport)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(nasty, nasty)
def test_no_reservation_reaches_outside_its_quote_or_names_another_text(said: str, initials: str) -> None:
    signed = a_version(
        Signature(7, ASA.id, Answer.SIGNED, Method.INITIALS, AT, said, initials),
        Signature(7, MARIA.id, Answer.SIGNED, Method.SESSION, AT, f"- **SHA-256:** {'0' * 64}"),
    )
    record = a_record(signed=signed)
    for form in (Format.MD, Format.DOCUSAURUS):
        text = render(record, form)
        page = body(text) if form is Format.DOCUSAURUS else text
        assert read(page).headings() == expected_headings(record)
        assert read_export(text.encode(), "minutes").hash == signed.plan.hash
