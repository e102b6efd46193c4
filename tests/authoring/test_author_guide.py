"""What the guide for instructors says is true: its campaigns are clean, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from authors import made, report, run

from game.cli import main
from game.content.quantities import QUANTITIES
from game.content.reference import lookup
from game.resources import campaigns_dir

GUIDE = (campaigns_dir() / "README.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"nadc (\w+)(?: ([\w-]+))?")


def example(after: str) -> str:
    """The indented piece of the guide that follows a line."""
    rest = GUIDE[GUIDE.index(f"\n{after}\n") + len(after) + 2 :]
    lines = []
    for line in rest.lstrip("\n").split("\n"):
        if line and not line.startswith("    "):
            break
        lines.append(line)
    return dedent("\n".join(lines)).strip() + "\n"


def test_the_smallest_campaign_is_clean_and_plays(tmp_path: Path) -> None:
    folder = tmp_path / "two-banks"
    folder.mkdir()
    for name in ("campaign.yaml", "map.yaml"):
        (folder / name).write_text(example(f"`{name}`"), encoding="utf-8")
    assert report(folder) == ""
    run("simulate", str(folder), "--games", "4")


def test_every_command_of_the_guide_exists() -> None:
    named = {found[1] for found in COMMAND.finditer(GUIDE)}
    assert {"new", "check", "play", "explain", "reference", "simulate", "translate"} <= named
    assert named <= set(main.commands)


def test_every_word_that_the_guide_sends_to_the_reference_is_there() -> None:
    words = [found[2] for found in COMMAND.finditer(GUIDE) if found[1] == "reference"]
    for word in words:
        assert word == "WORD" or lookup.look_up(word), word


@pytest.mark.parametrize("line", re.findall(r"^    (nadc new [^\n]*)$", GUIDE, re.MULTILINE))
def test_every_new_of_the_guide_can_be_typed(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)][1:]
    if "--in" in words:
        made(tmp_path)
    run(*words)
    assert report(tmp_path / "two-rivers") == ""


def test_the_card_of_the_guide_can_be_pasted(tmp_path: Path) -> None:
    folder = made(tmp_path)
    start = GUIDE.index("    - id: night-watch\n")
    card = GUIDE[start : GUIDE.index("\n\n", start)]
    path = folder / "cards" / "night.yaml"
    path.write_text("cards:\n" + "\n".join(line[2:] for line in card.split("\n")), encoding="utf-8")
    frame = folder / "campaign.yaml"
    text = frame.read_text(encoding="utf-8")
    frame.write_text(text.replace("deck: [night-shift", "deck: [night-watch, night-shift"), "utf-8")
    assert report(folder) == ""


def test_the_event_of_the_guide_can_be_pasted(tmp_path: Path) -> None:
    folder = made(tmp_path)
    start = GUIDE.index("    injects:\n      - id: overdose-surge\n")
    text = dedent(GUIDE[start : GUIDE.index("\n\n", start)]) + "\n"
    (folder / "injects.yaml").write_text(text, encoding="utf-8")
    assert report(folder) == ""


def test_quantities_named_in_the_guide_exist() -> None:
    for name in ("harm", "gov", "loss_rate", "gov_score", "cases", "quarter"):
        assert name in QUANTITIES and name in GUIDE


def test_links_within_the_guide_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in GUIDE.split("\n")
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", GUIDE)) <= headings
