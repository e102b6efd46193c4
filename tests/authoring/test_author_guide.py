"""What the guide for instructors says is true: its campaigns are clean, its commands exist."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest
from authors import made, replace, report, run

from game.cli import main
from game.content.quantities import QUANTITIES
from game.content.reference import lookup
from game.content.scaffold.campaigns import BARE
from game.content.schema.guide import StepDone
from game.content.theatre import theatre
from game.content.wording.grammar import words_of
from game.resources import campaigns_dir

GUIDE = (campaigns_dir() / "README.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"nadc (\w+)(?:\s([\w-]+))?")


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


def test_the_smallest_campaign_is_what_a_bare_one_is_made_of() -> None:
    for name in ("campaign.yaml", "map.yaml"):
        text = (BARE / name).read_text(encoding="utf-8")
        plain = re.sub(r"(?m)^#.*\n|[ ]+#.*$", "", text)
        plain = plain.replace("id: new-campaign", "id: two-banks")
        plain = plain.replace("title: New Campaign", "title: Two Banks")
        shown = re.sub(r"(?m)[ ]+#.*$", "", example(f"`{name}`"))
        assert shown == plain


def test_the_map_of_the_guide_uses_names_that_exist() -> None:
    for name in re.findall(r"\b(?:mx|us|sa|sea|cam)-[a-z-]+", GUIDE[GUIDE.index("## 5.") :][:2500]):
        assert name in theatre().areas or name == "mx-north", name


def test_the_report_of_the_guide_is_what_check_says(tmp_path: Path) -> None:
    folder = made(tmp_path)
    replace(
        folder / "campaign.yaml",
        "area: river-crossing, watch: bridge",
        "area: river-crossing, watch: brigde",
    )
    start = GUIDE.index("    two-rivers/campaign.yaml:")
    shown = dedent(GUIDE[start : GUIDE.index("\n\n", start)])
    assert f"two-rivers/{report(folder)}" == shown


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


@pytest.mark.parametrize("first", ["overdose-surge", "open-letter", "weather"])
def test_the_events_of_the_guide_can_be_pasted(tmp_path: Path, first: str) -> None:
    folder = made(tmp_path)
    start = GUIDE.index(f"    injects:\n      - id: {first}\n")
    text = dedent(GUIDE[start : GUIDE.index("\n\n", start)]) + "\n"
    (folder / "injects.yaml").write_text(text, encoding="utf-8")
    assert report(folder) == ""
    result = json.loads(run("simulate", str(folder), "--games", "6", "--json").output)
    assert result["finished"] == 6


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


def test_the_guided_step_of_the_guide_checks_clean(tmp_path: Path) -> None:
    folder = made(tmp_path)
    frame = folder / "campaign.yaml"
    start = GUIDE.index("    guide:\n")
    step = dedent(GUIDE[start : GUIDE.index("\n\n", start)])
    old = frame.read_text(encoding="utf-8")
    begins = old.index("\nguide:") + 1
    ends = begins + re.search(r"\n(?=[a-z])", old[begins:]).start() + 1
    frame.write_text(f"{old[:begins]}{step}\n\n{old[ends:]}", encoding="utf-8")
    assert report(folder) == ""


def test_the_verbs_that_the_guide_names_for_each_phase_can_be_waited_for(tmp_path: Path) -> None:
    verbs = GUIDE[GUIDE.index("Each phase\n  has its own verbs") :]
    named = re.findall(r"`([a-z-]+)`", verbs[: verbs.index("`nadc reference verb`")])
    phases = {"strategic", "operational", "tactical", "assess", "red-plan"}
    assert phases <= set(named)
    assert set(named) - phases <= set(words_of(StepDone.model_fields["verb"].annotation))
