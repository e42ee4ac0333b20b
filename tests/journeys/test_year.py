"""The year between two annual conversations, by keys on a real terminal."""

from __future__ import annotations

import re
from pathlib import Path

from ijtui.words import in_language
from tests.journeys.conftest import OpenFile
from tests.journeys.example import go_to, wait_saved
from tests.journeys.terminal import Terminal

say = in_language("sv")


def person(terminal: Terminal, name: str) -> None:
    """Open somebody's page from the start screen."""
    terminal.wait_for("Nästa samtal")
    terminal.press("3")
    terminal.wait_for(">3 Medarbetare")
    go_to(terminal, name)
    terminal.press("enter")
    terminal.wait_for("Kommande", "chef: Karin Nyström")


def test_two_ratings_become_a_spider_an_agreement_and_a_goal(open_file: OpenFile, swedish: Path) -> None:
    terminal = open_file(swedish, language="sv")
    person(terminal, "Lina Ek")
    terminal.press("enter")
    terminal.wait_for("Inför samtalet")
    terminal.press("s")
    terminal.wait_for("Uppsättning kompetenser", ">  Ekonomiansvarig")
    terminal.press("enter")
    rate(terminal, "3213333", "du", "Bara du ser detta tills ni båda har lämnat in")
    terminal.press("f4")
    terminal.wait_for("På papper från Lina Ek")
    rate(terminal, "2222222", "Lina", "Det Lina har på papper")
    terminal.wait_for("0 av 7 klara", re.compile(r"Söka finansiering +2 +3 +3 +–"))
    terminal.press("3")
    terminal.wait_for("1 av 7 klara", re.compile(r"Söka finansiering +2 +3 +3 +3"))
    see_it_differently(terminal)
    make_a_goal(terminal)
    terminal.press("escape", "escape", "4")
    terminal.wait_for(">4 Mål", "Redovisning: nå nivå 2")


def rate(terminal: Terminal, levels: str, who: str, seen_by: str) -> None:
    terminal.wait_for(f"{who} 0/7", seen_by)
    for number, level in enumerate(levels, 1):
        terminal.press(level)
        terminal.wait_for(f"{who} {number}/7")
    terminal.press("s")
    terminal.wait_for("De kan inte ändras efteråt" if who == "du" else "Lämna in")
    terminal.press("down", "enter")


def see_it_differently(terminal: Terminal) -> None:
    terminal.wait_for(">  Budget och prognos")
    terminal.press("o")
    terminal.wait_for("Ni ser det olika · Budget och prognos")
    terminal.type("Jag har gjort tre prognoser.")
    terminal.press("tab")
    terminal.type("Två av dem gjorde vi tillsammans.")
    terminal.press("ctrl+s")
    terminal.wait_for("2 av 7 klara", "Lina: Jag har gjort tre")


def make_a_goal(terminal: Terminal) -> None:
    terminal.press("down")
    terminal.wait_for(">  Redovisning")
    terminal.press("m")
    terminal.wait_for("Mål för Lina Ek", "Redovisning: nå nivå 2")
    terminal.press("ctrl+s")
    terminal.wait_for(re.compile(r">\* Redovisning"))


def test_a_quarter_is_talked_through_in_a_short_summary(
    open_file: OpenFile, swedish: Path, tmp_path: Path
) -> None:
    terminal = open_file(swedish, language="sv")
    person(terminal, "Jonas Öberg")
    terminal.press("b")
    terminal.wait_for("Nytt samtal")
    terminal.press("enter")
    terminal.wait_for("Skriv för att filtrera")
    terminal.type("kvartal")
    terminal.wait_for(">  Kvartalssamtal")
    terminal.press("enter")
    terminal.wait_for("30")
    terminal.type("idag")
    terminal.press("ctrl+s")
    terminal.wait_for("Inför samtalet", "kvartalssamtal")
    terminal.press("b")
    terminal.wait_for("> Utvärdering", "( ) Nästa steg", say("Goals and their course"))
    terminal.wait_for("Överenskommet tidigare", re.compile(r"100 %, i fas\. Inga öppna fel"))
    go_to(terminal, "Gör listan över behörigheter")
    terminal.press("y")
    terminal.press("tab")
    terminal.wait_for("ni båda ser detta")
    terminal.type("Listan är en rutin nu.")
    wait_saved(terminal)
    terminal.press("escape", "2")
    terminal.wait_for("> Återkoppling", "ni båda ser detta")
    terminal.type("Du frågade tidigt, det sparade en vecka.")
    terminal.press("escape", "3")
    terminal.wait_for("> Nästa steg")
    terminal.press("n")
    terminal.wait_for("Överenskommelse · Jonas Öberg")
    terminal.type("Visa testerna för gruppen\t\t\t+30")
    terminal.press("ctrl+s")
    terminal.wait_for("Visa testerna för gruppen", "> Nästa steg")
    terminal.press("c")
    terminal.wait_for("prata vidare")
    terminal.press("down", "enter")
    terminal.wait_for("Visa testerna för gruppen", "Du frågade tidigt")
    terminal.press("e")
    terminal.wait_for(re.compile(r"\(x\) .*kort"))
    terminal.press("ctrl+s")
    terminal.wait_for(say("The minutes are in {file}", file="").strip())
    (file,) = (path for path in tmp_path.iterdir() if path.suffix in (".md", ".txt"))
    said = file.read_text("utf-8")
    assert "Listan är en rutin nu." in said
    assert "Visa testerna för gruppen" in said


def test_the_annual_evaluation_is_built_from_the_year_and_shows_where_each_line_is_from(
    open_file: OpenFile, swedish: Path, tmp_path: Path
) -> None:
    terminal = open_file(swedish, language="sv")
    person(terminal, "Åsa Berg")
    go_to(terminal, "årsutvärdering")
    terminal.press("enter")
    terminal.wait_for("Inför samtalet", "årsutvärdering")
    terminal.press("b")
    terminal.wait_for("börja nu")
    terminal.press("down", "enter")
    terminal.wait_for("> Året som gått", say("Goals and their course"))
    go_to(terminal, "Integrera företagsregistrets API")
    terminal.press("enter")
    terminal.wait_for("Avstämningar", "Avtalet ligger hos juristerna")
    terminal.press("escape")
    terminal.wait_for("> Året som gått")
    terminal.press("tab")
    terminal.wait_for("ni båda ser detta")
    terminal.type("Ett år med mycket väntan och ett gott slut.")
    wait_saved(terminal)
    terminal.press("escape", "3")
    terminal.wait_for("> Nästa steg")
    terminal.press("c")
    terminal.wait_for("prata vidare")
    terminal.press("down", "enter")
    terminal.wait_for("# Årsutvärdering: Åsa Berg")
    terminal.press("e")
    terminal.wait_for("(x) Markdown")
    terminal.press("ctrl+s")
    terminal.wait_for(say("The minutes are in {file}", file="").strip())
    (file,) = tmp_path.glob("*.md")
    said = file.read_text("utf-8")
    assert "Ett år med mycket väntan och ett gott slut." in said
    for where in ("(mål U", "(avstämning ", "(journal ", "(överenskommelse ", "(återkoppling "):
        assert where in said, where
    assert "Vad jag hör om tempot" not in said, "an entry that was never shared stays where it is"


def test_what_is_written_in_the_journal_is_found_again(open_file: OpenFile, swedish: Path) -> None:
    terminal = open_file(swedish, language="sv")
    terminal.wait_for("Nästa samtal")
    terminal.press("f5")
    terminal.wait_for("bara du ser detta")
    terminal.type("# Ängsblommor på möte 7\n\n- fråga om Öland\nboka rum\n\n#ängen")
    terminal.wait_for("- boka rum")
    wait_saved(terminal)
    terminal.press("escape")
    terminal.wait_for("Nästa samtal")
    terminal.press("/")
    terminal.wait_for(say("Search"))
    terminal.type("öland ÄNGSBLOMMOR")
    terminal.wait_for(re.compile(r">  .*journal"))
    terminal.press("enter")
    terminal.wait_for("Ängsblommor på möte 7", "bara du ser detta")
    terminal.press("escape", "escape")
    terminal.wait_for("Nästa samtal")
    terminal.press("/")
    terminal.wait_for(say("Search"))
    terminal.type("angsblommor")
    terminal.wait_for(say("Nothing that you may read has all of this."))
