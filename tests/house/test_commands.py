"""Every command can be found, said in both languages, and reached from every keyboard."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from functools import cache
from types import ModuleType
from typing import TypeVar

from textual.binding import Binding
from textual.dom import DOMNode

import ijtui
from ijtui import keys
from ijtui.app import IjtuiApp
from ijtui.errors import BadInput
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from tests.house.catalogue import message_ids

T = TypeVar("T")

BYTES = {"ctrl+j": "the line ends of a paste from a terminal that doesn't mark pastes"}
"""Bindings that nobody presses, each with what sends them."""


@cache
def modules() -> tuple[ModuleType, ...]:
    names = [found.name for found in pkgutil.walk_packages(ijtui.__path__, "ijtui.")]
    return tuple(importlib.import_module(name) for name in names if not name.endswith("__main__"))


def classes(kind: type[T]) -> list[type[T]]:
    """Return every class of that kind that the package defines."""
    found = {
        thing
        for module in modules()
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, kind) and thing.__module__ == module.__name__
    }
    return sorted(found, key=lambda one: (one.__module__, one.__name__))


def commands() -> list[Command]:
    found = {command for place in classes(Place) for command in (*place.CAN, *IjtuiApp.everywhere)}
    return sorted(found, key=lambda command: (command.id, command.keys))


def bindings() -> list[tuple[str, Binding]]:
    """Return every binding of our own screens, widgets and app, with the class that has it."""
    return [
        (one.__name__, binding)
        for one in classes(DOMNode)
        for binding in Binding.make_bindings(vars(one).get("BINDINGS", ()))
    ]


def test_there_are_commands_to_look_at() -> None:
    assert len(commands()) > 20
    assert len(bindings()) > 40


def test_every_command_says_what_it_does_in_both_languages() -> None:
    said = message_ids()
    silent = [c.id for c in commands() if c.title not in said or (c.short and c.short not in said)]
    assert silent == [], "its words are not marked with N_"


def test_every_place_says_what_it_is_for() -> None:
    said = message_ids()
    places = [place for place in classes(Place) if not place.__subclasses__()]
    assert [place.__name__ for place in places if place.ABOUT not in said] == []


def test_every_binding_can_be_given_another_key() -> None:
    assert [(owner, binding.key) for owner, binding in bindings() if not binding.id] == []


def test_every_key_is_on_every_keyboard() -> None:
    out_of_reach = []
    for owner, binding in bindings():
        try:
            keys.checked(binding.key)
        except BadInput as refusal:
            if binding.key not in BYTES:
                out_of_reach.append((owner, str(refusal)))
    assert out_of_reach == []


def test_an_id_means_one_thing() -> None:
    meanings = Counter(
        c.id for c in {(command.id, command.title): command for command in commands()}.values()
    )
    assert [name for name, count in meanings.items() if count > 1] == []


def test_no_key_has_two_meanings_in_one_place() -> None:
    """A place may give a key of the whole app a meaning of its own, but no key two."""
    clashes = []
    for place in classes(Place):
        taken = Counter(key for command in place.CAN for key in command.keys.split(",") if key)
        clashes += [(place.__name__, key) for key, count in taken.items() if count > 1]
    assert clashes == []
