"""`nadc upgrade`: older formats rewritten with comments and layout kept, shown by a made-up 0."""

from __future__ import annotations

from pathlib import Path

import pytest
from authors import made, replace, report, run, texts

from game.content import upgrade as module
from game.content.editing.refusal import Refused
from game.content.gather import FORMAT
from game.content.loader import check_campaign
from game.content.upgrade import ANYWHERE, EACH, STEPS, Add, Remove, Rename, Revalue, Step, upgrade

ZERO = Step(
    (
        Rename("campaign.yaml", ("turns",), "quarters"),
        Rename("campaign.yaml", ("rules", "flow", "neutral"), "neutral_delivery"),
        Remove("campaign.yaml", ("seats", EACH, "colour")),
        Revalue("campaign.yaml", ("seats", EACH, "side"), lambda word: word.lower()),
        Rename("cards", ("cards", EACH, "name"), "title"),
        Revalue("cards", (ANYWHERE, "do"), lambda word: word.replace("-", "_")),
        Add("map.yaml", ("routes", EACH), "watchable", "true"),
    )
)
"""A made-up format 0: other words for a few things."""


def aged(folder: Path) -> None:
    """Turn a campaign into one of the made-up format 0."""
    frame = folder / "campaign.yaml"
    replace(frame, "format: 1\n", "format: 0 # an old one\n")
    replace(frame, "quarters: 3\n", "turns: 3 # three of them\n")
    replace(frame, "neutral_delivery: 7 #", "neutral: 7 #")
    replace(frame, "    style: cartel\n", "    style: cartel\n    colour: crimson # no more\n")
    replace(frame, "    side: red\n", "    side: RED\n")
    cards = folder / "cards" / "own.yaml"
    text = cards.read_text(encoding="utf-8").replace("    title:", "    name:")
    cards.write_text(text.replace("do: route_", "do: route-"), encoding="utf-8")


def test_a_made_up_format_is_rewritten_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made(tmp_path)
    before = texts(folder)
    aged(folder)
    assert [problem.code for problem in check_campaign(folder).problems if problem.is_error]
    monkeypatch.setattr(module, "STEPS", {0: ZERO})
    monkeypatch.setattr(module.upgrade, "__defaults__", ({0: ZERO}, FORMAT))
    output = run("upgrade", str(folder)).output
    assert "format 1" in output and "own.yaml" in output
    assert report(folder) == ""
    after = texts(folder)
    assert after["cards/own.yaml"] == before["cards/own.yaml"]
    assert after["campaign.yaml"] == before["campaign.yaml"].replace(
        b"format: 1\n", b"format: 1 # an old one\n"
    ).replace(b"quarters: 3\n", b"quarters: 3 # three of them\n")
    plain = after["map.yaml"].replace(b", watchable: true}", b"}")
    assert plain == before["map.yaml"]
    assert after["map.yaml"].count(b"watchable: true") == 9


def test_the_diff_shows_it_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made(tmp_path)
    aged(folder)
    monkeypatch.setattr(module.upgrade, "__defaults__", ({0: ZERO}, FORMAT))
    before = texts(folder)
    output = run("upgrade", str(folder), "--diff").output
    assert "-turns: 3 # three of them\n+quarters: 3 # three of them\n" in output
    assert "--- campaign.yaml (format 0)" in output
    assert texts(folder) == before


def test_steps_follow_one_another() -> None:
    steps = {
        0: Step((Rename("campaign.yaml", ("a",), "b"),)),
        1: Step((Rename("campaign.yaml", ("b",), "c"), Add("campaign.yaml", (), "new", "yes"))),
    }
    old = {"campaign.yaml": "format: 0\na: 1\n", "map.yaml": "areas: []\n"}
    done = upgrade(old, steps, goal=2)
    assert done.changed == {"campaign.yaml": "format: 2\nc: 1\nnew: yes\n"}
    assert (done.before, done.after) == (0, 2)


def test_the_present_format_needs_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path)
    before = texts(folder)
    told = "two-rivers is in the present format, 1"
    assert told in run("upgrade", str(folder)).output
    assert told in run("upgrade", str(folder), "--diff").output
    assert texts(folder) == before
    assert STEPS == {} and FORMAT == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("format: 7\n", "format 7"),
        ("format: 0\n", "Nothing is known of format 0"),
        ("", "does not say"),
        ("format: new\n", "does not say"),
    ],
)
def test_formats_that_cannot_be_rewritten_are_told(tmp_path: Path, line: str, says: str) -> None:
    folder = made(tmp_path)
    replace(folder / "campaign.yaml", "format: 1\n", line)
    assert says in run("upgrade", str(folder), code=1).output
    with pytest.raises(Refused):
        upgrade({"map.yaml": ""})
