"""A list of people as somebody sends it, and what the file makes of it."""

from __future__ import annotations

from ijtui.domain.people_list import Change, Namesakes, Wishes
from ijtui.domain.person import Person
from ijtui.minutes.people_read import read_people
from ijtui.minutes.people_write import written_people
from ijtui.services.desk import Desk
from ijtui.words import in_language

LIST = """\
Anställningsnummer;Namn;Befattning;Enhet;Förvaltning;Organisation;Närmaste chef;Från;Till
1;Karin Kommun;kommundirektör;;;Kommunen;;2019-01-01;
2;Axel Alm;förvaltningschef;;Vård;Kommunen;1;2020-02-01;
3;Bo Berg;enhetschef;Köket;Vård;Kommunen;2;2021-03-01;
4;Cia Cedergren;kock;Köket;Vård;Kommunen;3;2022-04-01;
5;Dan Dal;kock;Köket;Vård;Kommunen;Bo Berg;2023-05-01;2026-12-31
"""


def read_as(text: str | bytes, desk: Desk, asker: Person, **wishes: object) -> Change:
    """Take in a list and return what it changed."""
    data = text.encode() if isinstance(text, str) else text
    return desk.people_list.take_in(asker, read_people(data, "folk.csv"), Wishes(**wishes))  # type: ignore[arg-type]  # as a test names them


def given_out(desk: Desk, asker: Person) -> bytes:
    """Return the list as the command writes it in Swedish."""
    return written_people(desk.people_list.known(asker), in_language("sv"))


SAME, NEW = Namesakes.SAME, Namesakes.NEW
