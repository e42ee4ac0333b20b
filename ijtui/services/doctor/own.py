"""What a person has written themselves: settings, templates and competence sets."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui import paths, settings
from ijtui.content import competence, library
from ijtui.errors import BadInput, StorageFailed
from ijtui.services.doctor.finding import Finding, command
from ijtui.words import _, explain


def findings() -> Iterator[Finding]:
    """Yield what is found about settings, own templates and own competence sets."""
    yield _settings()
    broken = [listed.source for listed in library.agendas() if listed.broken]
    for source in broken:
        said = _("The template {file} has errors and can't be used.", file=source)
        yield Finding(False, said, command("ijtui", "template", "check", source))
    for problems in library.broken_feedback():
        said = _("The template {file} has errors and can't be used.", file=problems.source)
        yield Finding(False, f"{said} {explain(problems.found[0])}")
    for listed in competence.profiles():
        if listed.profile is None:
            said = _("The competence set {file} has errors and can't be used.", file=listed.source)
            yield Finding(False, said, command("ijtui", "competence", "check", listed.source))


def _settings() -> Finding:
    file = paths.settings_file()
    try:
        settings.load(file)
    except (BadInput, StorageFailed) as error:
        return Finding(False, explain(error), f"${{EDITOR:-vi}} {command(file)}")
    if not file.exists():
        return Finding(True, _("There are no settings in {file}; the usual ones are in use.", file=file))
    return Finding(True, _("The settings in {file} can be read.", file=file))
