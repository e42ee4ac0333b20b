"""Beginning a template of the organisation: from which one, and under which name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from ijtui.content.starter import named
from ijtui.domain.template_version import Template, TemplateName, TemplateSort
from ijtui.errors import IjtuiError
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.place import Place
from ijtui.widgets.field import Spec
from ijtui.words import LANGUAGES, N_, _, language

_SORTS = {TemplateSort.AGENDA: N_("conversation"), TemplateSort.COMPETENCES: N_("competence set")}


class NameForm(Form[Template]):
    """Gives a copy of a template a name, and closes with the draft that was begun.

    Args:
        model: what it begins with.
        text: the model's text.
    """

    ABOUT = N_(
        "The name is the template's id. With the name of one that ships with ijtui, yours takes its place "
        "for everybody once it is published."
    )

    DRAFT: ClassVar[bool] = False

    def __init__(self, model: TemplateName, text: str) -> None:
        super().__init__(f"template-name:{model.sort}:{model.language}:{model.key}")
        self._model, self._text = model, text

    def heading(self) -> str:
        """Say what is begun."""
        return _("New template")

    def note(self) -> str:
        """Say what happens next."""
        return _(
            "It begins as a copy of “{name}”. Nobody uses it before you publish it.", name=self._model.key
        )

    def fields(self) -> Iterable[Spec]:
        """Ask for the name."""
        yield Spec("name", _("Name"), value=self._model.key, placeholder=_("small letters, digits, hyphens"))

    def submit(self, values: Mapping[str, str]) -> Template:
        """Begin the draft."""
        from ijtui.content.template_text import renamed

        session, model = self.session, self._model
        key = named(values["name"].strip())
        text = renamed(model.sort, self._text, key, model.language)
        return session.desk.templates.begin(session.me, TemplateName(model.sort, key, model.language), text)


def begin(place: Place[Any]) -> None:
    """Ask which template to begin with and what to call the new one, then open it."""
    models = dict(_models(place))
    by_key = {_key(name): name for name in models}
    options = [Option(_key(name), title, _(_SORTS[name.sort])) for name, title in models.items()]

    def name_it(picked: str | None) -> None:
        if picked is not None:
            _name(place, by_key[picked])

    place.app.push_screen(Pick(_("Begin with a copy of"), options), name_it)


def _name(place: Place[Any], model: TemplateName) -> None:
    try:
        text = place.session.desk.templates.source(place.session.me, model)
    except IjtuiError as error:
        place.refuse(error)
        return
    place.app.push_screen(NameForm(model, text), partial(_open, place))


def _open(place: Place[Any], template: Template | None) -> None:
    from ijtui.screens.going import go_to

    if template is not None:
        go_to(place, f"template:{template.id}")


def _models(place: Place[Any]) -> Iterator[tuple[TemplateName, str]]:
    """Yield what can be copied with its title, those in the language of the moment first."""
    templates, me = place.session.desk.templates, place.session.me
    found = [(one.name, one.title) for one in templates.agendas(me)]
    for _origin, profile in templates.competence_sets(me):
        name = TemplateName(TemplateSort.COMPETENCES, profile.id, profile.language)
        found.append((name, profile.title))
    for name, title in sorted(found, key=lambda pair: pair[0].language != language()):
        said = [title] if name.language == language() else [title, LANGUAGES.get(name.language, "")]
        yield name, " · ".join(part for part in said if part)


def _key(name: TemplateName) -> str:
    return f"{name.sort}:{name.language}:{name.key}"
