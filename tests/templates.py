"""Templates of an organisation for tests."""

from __future__ import annotations

from ijtui.domain.person import Person
from ijtui.domain.template_version import Template, TemplateName, TemplateSort
from ijtui.services.desk import Desk

AGENDA = """\
---
id: autumn
title: Höstsamtal
language: sv
minutes: 45
---

## Året som gått {station=year_behind minutes=15}

- **Stolthet** Vad är du stolt över? {#proud}
- **Svårt** Vad har varit svårt? {#hard who=employee}

## Framtiden {station=future minutes=20}

- **Lära** Vad vill du lära dig? {#learn}
"""

SET = """\
id = "nurse"
title = "Sjuksköterska"
language = "sv"
roles = ["sjuksköterska"]
""" + "".join(
    f"""
[[competence]]
id = "{key}"
title = "{title}"
required = 3
levels = ["Ingen", "Lite", "En del", "Bra", "Mycket bra"]
"""
    for key, title in (("care", "Omvårdnad"), ("record", "Journal"), ("team", "Samarbete"))
)

NAME = TemplateName(TemplateSort.AGENDA, "autumn", "sv")
SET_NAME = TemplateName(TemplateSort.COMPETENCES, "nurse", "sv")


def published(desk: Desk, asker: Person, text: str = AGENDA, note: str = "") -> Template:
    """Publish a text as the next version, of the agenda or of the set, and return the template."""
    name = SET_NAME if text.startswith("id =") else NAME
    desk.templates.publish_text(asker, name.sort, name.key, text, "x", note)
    found = desk.templates.named(asker, name.sort, name.key, name.language)
    assert found is not None
    return found
