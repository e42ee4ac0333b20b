"""A form: fields below one another, saved with one key, and never lost when it is left."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.template import Wanted
from ijtui.errors import IjtuiError, RuleBroken
from ijtui.screens.command import Command
from ijtui.screens.fields import fill, values_of
from ijtui.screens.place import Place
from ijtui.screens.writing import TEMPLATE
from ijtui.widgets.editor import Editor
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _, explain, language

Result = TypeVar("Result")

_NONE = "none:"
"""Stands in a list for the empty value, for a line without a key can't be chosen."""

SAVE = Command("form.save", "ctrl+s", "submit", N_("Save and close"), N_("save"))
LEAVE = Command("form.leave", "escape", "leave", N_("Close; what you typed is kept as a draft"), N_("close"))
DISCARD = Command("form.discard", "", "discard", N_("Throw away what you typed and close"))


class Form(Place[Result | None], Generic[Result]):
    """Asks for some values and stores them with one use case.

    A subclass gives the fields in `fields`, says in `submit` what they become, and sets `form`,
    the name under which an unsaved one is kept.
    """

    CAN: ClassVar[tuple[Command, ...]] = (SAVE, TEMPLATE, LEAVE, DISCARD)
    CSS_PATH: ClassVar = [paths.style("form"), paths.style("editor")]
    DRAFT: ClassVar[bool] = True
    """Whether what stands in it is worth keeping when it is left."""
    START: ClassVar[str] = ""
    """Name of the field where the cursor starts; "" for the first."""

    def __init__(self, form: str) -> None:
        """Make the form.

        Args:
            form: its name among drafts: kind, colon, what it edits ("goal:new:12").
        """
        super().__init__()
        self.form = form
        self._before: Mapping[str, str] = {}

    # What a subclass fills in

    def fields(self) -> Iterable[Spec]:
        """Yield the fields from top to bottom."""
        yield from ()

    @abstractmethod
    def submit(self, values: Mapping[str, str]) -> Result:
        """Store what was typed and return what it became.

        Raises:
            IjtuiError: it can't be stored; the form stays open.
        """

    def note(self) -> str:
        """Return what to know before one types: who can see it."""
        return ""

    def wanted(self) -> Wanted:
        """Return which templates are of most use in it."""
        return Wanted(language())

    def advise(self, values: Mapping[str, str]) -> str:
        """Return what might be missing: a reminder that never stops anybody."""
        return ""

    # Structure

    def body(self) -> ComposeResult:
        """Put the note, the fields and the advice below one another."""
        with VerticalScroll(classes="fields", can_focus=False):
            if self.note():
                yield Static(Content(self.note()), classes="note")
            for spec in self.fields():
                yield Field(spec)
            yield Static("", classes="warning", id="advice")

    def on_mount(self) -> None:
        """Start where typing starts, with what was typed last time."""
        super().on_mount()
        self._before = self.values()
        self._restore()
        self._advise()
        if self._keeps_draft:
            self.session.saving.watch(self)
        self._start()

    def _start(self) -> None:
        """Put the cursor where most begin."""
        first = self.query(f"#field-{self.START}" if self.START else "Field")
        if first:
            first.first(Field).take_focus()

    def values(self) -> dict[str, str]:
        """Return what stands in the fields now, by name."""
        return values_of(self)

    @property
    def _keeps_draft(self) -> bool:
        return self.DRAFT and self.house.session is not None

    def _restore(self) -> None:
        if not self._keeps_draft:
            return
        draft = self.session.desk.drafts.get(self.session.me, self.form)
        if draft is None:
            return
        fill(self, draft.fields)
        self.say(
            _(
                "What you wrote {time} and did not save is here again.",
                time=draft.at.strftime("%Y-%m-%d %H:%M"),
            )
        )

    # Typing

    @on(Field.Changed)
    def keep(self) -> None:
        """Keep what stands in the form within a second, whatever happens."""
        self._advise()
        if self._keeps_draft:
            self.session.saving.touch(f"form:{self.form}", self._keep_draft)

    def gather(self) -> None:
        """Keep what stands in the form though nobody has told of it yet."""
        if self.is_current and self.values() != self._before:
            self.keep()

    def _keep_draft(self) -> None:
        drafts, values = self.session.desk.drafts, self.values()
        if values != self._before:
            drafts.keep(self.session.me, self.form, values)
        else:
            drafts.drop(self.session.me, self.form)

    def _advise(self) -> None:
        self.query_one("#advice", Static).update(Content(self.advise(self.values())))

    @on(Field.Submitted)
    def go_on(self, event: Field.Submitted) -> None:
        """Enter goes to the next field, and from the last one saves."""
        if event.field is self.query(Field).last():
            self.action_submit()
        else:
            self.focus_next()

    @on(Editor.TooLong)
    def say_too_long(self, event: Editor.TooLong) -> None:
        """Say below the fields why nothing more was taken."""
        self.refuse(RuleBroken(N_("There is room for {longest} characters here."), longest=event.limit))

    @on(Field.Asked)
    def ask(self, event: Field.Asked) -> None:
        """Open the list of what a field can be."""
        from ijtui.screens.dialogs.pick import Option, Pick

        spec = event.field.spec
        options = [Option(value or _NONE, text) for value, text in spec.alternatives]
        listed = Pick(spec.label, options, novel=spec.novel, typed=event.typed, source=spec.source)
        self.app.push_screen(listed, partial(self._picked, event.field))

    def _picked(self, field: Field, value: str | None) -> None:
        if value is not None:
            field.pick("" if value == _NONE else value)
            self.focus_next()

    # Leaving

    def action_submit(self) -> None:
        """Store it and close; where it can't be stored, say why and stay."""
        try:
            result = self.submit(self.values())
        except IjtuiError as error:
            self.refuse(error)
            return
        self._forget()
        self.dismiss(result)

    def action_leave(self) -> None:
        """Close; what was typed is kept as a draft."""
        if self._keeps_draft and self.values() != self._before:
            self.session.saving.touch(f"form:{self.form}", self._keep_draft)
            if not self.session.saving.flush():
                return
            self.say(_("Kept as a draft. Open the form again to go on."))
        self.dismiss(None)

    def action_discard(self) -> None:
        """Throw away what was typed and close."""
        self._forget()
        self.dismiss(None)

    def _forget(self) -> None:
        """Drop the draft; where that can't be done now, it is tried again like any other save."""
        if self._keeps_draft:
            session = self.session
            session.saving.touch(f"form:{self.form}", lambda: session.desk.drafts.drop(session.me, self.form))
            session.saving.flush()

    def refuse(self, error: IjtuiError) -> None:
        """Say why not below the fields, until something is changed."""
        line = self.query_one("#advice", Static)
        line.update(Content(explain(error)))
        self.call_after_refresh(line.scroll_visible, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Templates are for text fields."""
        if action == "template":
            return isinstance(self.focused, Editor)
        return super().check_action(action, parameters)

    def _is_hinted(self, command: Command) -> bool:
        """Offer templates where there are some for it: not in the name of a person, not for a day."""
        return super()._is_hinted(command) and (command is not TEMPLATE or self._has_templates())

    def _has_templates(self) -> bool:
        within = self.focused.ancestors if self.focused is not None else ()
        field = next((widget for widget in within if isinstance(widget, Field)), None)
        return field is not None and field.spec.echo is None and self.wanted().part is not None

    def action_template(self) -> None:
        """Insert a template at the cursor."""
        from ijtui.screens.dialogs.template import insert_template

        insert_template(self, self.wanted())
