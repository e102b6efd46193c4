"""`nadc new NAME`: a campaign that is complete, clean and playable, and nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from authors import made, replace, report, run, texts

from game.content.editing import files
from game.content.loader import load_campaign
from game.resources import campaigns_dir


@pytest.mark.parametrize("source", [None, "first-light"])
def test_a_new_campaign_checks_clean_and_plays(tmp_path: Path, source: str | None) -> None:
    folder = made(tmp_path, source=source)
    assert report(folder) == ""
    result = json.loads(run("simulate", str(folder), "--games", "3", "--json").output)
    assert result["finished"] == 3 and result["campaign"] == "two-rivers"
    assert run("check", str(folder)).output == "two-rivers: no problems found.\n"


def test_a_bare_campaign_is_the_smallest_and_clean(tmp_path: Path) -> None:
    output = run("new", "Two Banks", "--bare", "--folder", str(tmp_path)).output
    folder = tmp_path / "two-banks"
    assert f"Made the campaign Two Banks in the folder {folder}." in output
    assert report(folder) == ""
    files = {path for path in texts(folder) if not path.startswith(".schema")}
    assert files == {"campaign.yaml", "map.yaml"}
    campaign = load_campaign(folder)
    assert not campaign.frame.guide and not campaign.injects and len(campaign.areas) == 3
    run("simulate", str(folder), "--games", "3")


def test_a_bare_campaign_stays_clean_while_it_grows(tmp_path: Path) -> None:
    run("new", "two-banks", "--bare", "--folder", str(tmp_path))
    folder = tmp_path / "two-banks"
    for seat in ("us", "cartel"):
        run("new", "bot", f"{seat}-player", "--in", str(folder), "--seat", seat)
        for level in ("strategic", "operational"):
            words = ("--in", str(folder), "--seat", seat, "--level", level)
            run("new", "card", f"{seat}-{level}", *words)
            assert report(folder) == ""
    run("new", "inject", "news", "--in", str(folder))
    assert report(folder) == ""
    run("new", "card", "ruse", "--in", str(folder))
    assert "N613" in report(folder)
    replace(folder / "campaign.yaml", "{hand: 0}", "{hand: 2}")
    assert "N613" not in report(folder)
    run("simulate", str(folder), "--games", "3")


def test_a_bare_campaign_is_no_copy(tmp_path: Path) -> None:
    words = ("new", "x", "--bare", "--from", "first-light", "--folder", str(tmp_path))
    assert "--bare and --from" in run(*words, code=2).output
    assert "--bare" in run("new", "card", "x", "--bare", code=2).output


def test_the_new_campaign_is_small_and_complete(tmp_path: Path) -> None:
    campaign = load_campaign(made(tmp_path))
    assert 6 <= len(campaign.areas) <= 8
    assert len(campaign.seats) == 3
    assert 7 <= campaign.texts["cards/own.yaml"].count("- id: ") <= 10
    assert len(campaign.injects) == 1
    assert len(campaign.bots) == 2
    assert campaign.title == "Two Rivers"
    comments = sum(line.count("#") for text in campaign.texts.values() for line in text.split("\n"))
    assert comments > 60


def test_a_new_campaign_gives_each_seat_a_fair_chance(tmp_path: Path) -> None:
    folder = made(tmp_path)
    result = json.loads(run("simulate", str(folder), "--games", "60", "--json").output)
    for seat in result["seats"]:
        assert 0.15 < seat["success"]["value"] < 0.85, seat["seat"]
    assert not [card for card in result["cards"] if not card["playable"] and card["seat"] == "us"]


def test_the_id_is_another_everywhere(tmp_path: Path) -> None:
    folder = made(tmp_path, "second-dawn", "first-light")
    own = {path: text for path, text in texts(folder).items() if not path.startswith(".schema")}
    for path, text in own.items():
        assert b"first-light" not in text and b"First Light" not in text, path
    campaign = load_campaign(folder)
    assert (campaign.id, campaign.title) == ("second-dawn", "Second Dawn")
    assert "second-dawn-cartel" in [bot.id for bot in campaign.bots]
    before = (campaigns_dir() / "first-light" / "map.yaml").read_text(encoding="utf-8")
    after = own["map.yaml"].decode()
    assert before.count("\n") in (after.count("\n"), after.count("\n") - 1)


def test_a_campaign_of_ones_own_can_be_copied(tmp_path: Path) -> None:
    first = made(tmp_path)
    second = made(tmp_path, "three-rivers", str(first))
    assert report(second) == ""
    assert load_campaign(second).title == "Three Rivers"


@pytest.mark.parametrize(
    ("name", "identity", "title"),
    [
        ("A Night in May", "a-night-in-may", "A Night in May"),
        ("2024", "2024", "2024"),
        ("yes", "yes", "Yes"),
        ("Día: uno", "dia-uno", "Día: uno"),
        ("a-very-long-name-for-a-small-river", "a-very-long-name-for-a-small-river", "A Very Long"),
    ],
)
def test_any_name_makes_a_clean_campaign(
    tmp_path: Path, name: str, identity: str, title: str
) -> None:
    run("new", name, "--folder", str(tmp_path))
    assert report(tmp_path / identity) == ""
    assert load_campaign(tmp_path / identity).title.startswith(title)


def test_a_name_of_several_words_needs_no_quotes(tmp_path: Path) -> None:
    run("new", "Two", "Rivers", "--folder", str(tmp_path))
    assert (tmp_path / "two-rivers" / "campaign.yaml").is_file()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    folder = made(tmp_path)
    before = texts(tmp_path)
    assert "there already" in run("new", "two-rivers", "--folder", str(tmp_path), code=1).output
    assert texts(tmp_path) == before
    (tmp_path / "a-file").write_text("mine", encoding="utf-8")
    run("new", "a-file", "--folder", str(tmp_path), code=1)
    assert (tmp_path / "a-file").read_text(encoding="utf-8") == "mine"
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["first-light", "library", "---", "x" * 50])
def test_some_names_cannot_be_used(tmp_path: Path, name: str) -> None:
    result = run("new", "--folder", str(tmp_path), "--", name, code=1)
    assert "Error" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_broken_campaign_is_not_copied(tmp_path: Path) -> None:
    first = made(tmp_path)
    replace(first / "campaign.yaml", "quarters: 3\n", "quarters: three\n")
    assert "N203" in run("new", "x", "--folder", str(tmp_path), "--from", str(first), code=1).output
    assert not (tmp_path / "x").exists()


def test_a_folder_is_made_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(files.Path, "write_bytes", full)
    result = run("new", "two-rivers", "--folder", str(tmp_path), code=1)
    assert "No space left" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_library_beside_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    result = run("new", "two-rivers", "--folder", str(tmp_path), code=1)
    assert "library" in result.output
    assert not (tmp_path / "two-rivers").exists()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["new", "card"], "Give the new card a name"),
        (["new", "x", "--seat", "us"], "are for a new card"),
        (["new", "card", "x", "--from", "first-light"], "are for a new campaign"),
        (["new", "x", "--from", "frist-light"], "first-light"),
        (["new", "bot", "x", "--level", "tactical"], "--level is for a new card"),
    ],
)
def test_words_that_do_not_fit_are_told(words: list[str], hint: str) -> None:
    assert hint in run(*words, code=2).output
