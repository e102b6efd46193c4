"""`nadc new card|inject|bot`: an entry in the right file, and everything else as it was."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from authors import made, replace, report, run, texts

from game.content.loader import check_campaign, load_campaign

SEATS = ("us", "mexico", "cartel")
LEVELS = ("strategic", "operational", "tactical")


@pytest.mark.parametrize("source", [None, "first-light"])
def test_every_kind_of_entry_leaves_the_campaign_clean(tmp_path: Path, source: str | None) -> None:
    folder = made(tmp_path, source=source)
    for seat in SEATS:
        for level in LEVELS:
            name = f"{seat}-{level}-card"
            run("new", "card", name, "--in", str(folder), "--seat", seat, "--level", level)
        run("new", "bot", f"{seat}-player", "--in", str(folder), "--seat", seat)
    run("new", "inject", "Late", "News", "--in", str(folder))
    # What was just written is in no other language yet, and checking says so.
    assert {problem.code for problem in check_campaign(folder).problems} <= {"N903"}
    campaign = load_campaign(folder)
    held = {seat.id: (*seat.cards, *seat.deck) for seat in campaign.seats}
    for seat in SEATS:
        assert {f"{seat}-{level}-card" for level in LEVELS} <= set(held[seat])
    assert campaign.injects[-1].id == "late-news"
    run("simulate", str(folder), "--games", "3")


def test_only_lines_are_added(tmp_path: Path) -> None:
    folder = made(tmp_path, source="first-light")
    before = texts(folder)
    run("new", "card", "night-watch", "--in", str(folder))
    after = texts(folder)
    assert {path for path in after if after[path] != before[path]} == {
        "campaign.yaml",
        "cards/own.yaml",
    }
    old, new = (found["cards/own.yaml"].decode().splitlines() for found in (before, after))
    assert new[: len(old)] == old
    old, new = (found["campaign.yaml"].decode().splitlines() for found in (before, after))
    changed = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"]
    assert changed[1][2:] == changed[0][2:].replace("]", ", night-watch]")


def test_the_entry_is_told_with_its_line(tmp_path: Path) -> None:
    folder = made(tmp_path)
    output = run("new", "inject", "late-news", "--in", str(folder)).output
    line = next(
        number
        for number, text in enumerate((folder / "injects.yaml").read_text().split("\n"), 1)
        if "id: late-news" in text
    )
    assert f"injects.yaml:{line}" in output


def test_files_that_are_missing_are_made(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder / "injects.yaml").unlink()
    run("new", "inject", "late-news", "--in", str(folder))
    assert report(folder) == ""
    text = (folder / "injects.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.schema/injects.json\n")


def test_line_ends_of_windows_are_kept(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = folder / "cards" / "own.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    run("new", "card", "night-watch", "--in", str(folder))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#") and data.count(b"\n") == data.count(b"\r\n")
    assert report(folder) == ""


def test_a_pile_laid_out_over_lines_grows_by_a_line(tmp_path: Path) -> None:
    folder = made(tmp_path)
    replace(
        folder / "campaign.yaml",
        "    deck: [night-shift, freeze-assets] # tactical cards, drawn\n",
        "    deck:\n      - night-shift # the first\n      - freeze-assets\n      # and no more\n",
    )
    run("new", "card", "night-watch", "--in", str(folder))
    text = (folder / "campaign.yaml").read_text(encoding="utf-8")
    assert "      - freeze-assets\n      - night-watch\n      # and no more\n" in text


def test_an_id_that_is_there_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path)
    before = texts(folder)
    for words in (
        ["card", "open-books"],
        ["inject", "questions-at-the-bridge"],
        ["bot", "network"],
    ):
        assert "already" in run("new", *words, "--in", str(folder), code=1).output
    assert (
        "Did you mean us"
        in run("new", "card", "x", "--in", str(folder), "--seat", "usa", code=1).output
    )
    assert texts(folder) == before


def test_a_folder_without_a_campaign_is_refused(tmp_path: Path) -> None:
    assert "no campaign.yaml" in run("new", "card", "x", "--in", str(tmp_path), code=1).output


@pytest.mark.parametrize("kind", ["card", "inject", "bot"])
def test_mistakes_elsewhere_do_not_matter(tmp_path: Path, kind: str) -> None:
    folder = made(tmp_path)
    frame = folder / "campaign.yaml"
    replace(frame, "quarters: 3\n", "quarters: three\n")
    replace(frame, "watch: sea-run}", "watch: nowhere}")
    (folder / "map.yaml").write_text("areas: [\n", encoding="utf-8")
    for path in ("injects.yaml", "bots.yaml", "cards/own.yaml"):
        if not path.startswith(kind):
            (folder / path).write_text("broken: [\n", encoding="utf-8")
    output = run("new", kind, "night-watch", "--in", str(folder), "--seat", "mexico").output
    assert "Added night-watch" in output and "mistakes elsewhere" in output
    assert any(b"id: night-watch\n" in text for text in texts(folder).values())


@pytest.mark.parametrize("path", ["cards/own.yaml", "campaign.yaml"])
def test_the_file_that_is_written_must_be_readable(tmp_path: Path, path: str) -> None:
    folder = made(tmp_path)
    text = (folder / path).read_text(encoding="utf-8")
    (folder / path).write_text(text + "broken: [\n", encoding="utf-8")
    before = texts(folder)
    output = run("new", "card", "night-watch", "--in", str(folder), code=1).output
    assert "Nothing was changed. These mistakes in two-rivers must be mended first:" in output
    assert f"{path}:" in output and "N106" in output
    assert texts(folder) == before


@pytest.mark.parametrize("rest", ["", " []"])
def test_a_list_without_entries_gets_its_first(tmp_path: Path, rest: str) -> None:
    folder = made(tmp_path)
    (folder / "injects.yaml").write_text(f"injects:{rest}\n", encoding="utf-8")
    run("new", "inject", "late-news", "--in", str(folder))
    assert report(folder) == ""


def test_a_new_unit_is_one_of_which_the_pool_has_some_left(tmp_path: Path) -> None:
    folder = made(tmp_path)
    replace(
        folder / "campaign.yaml", "{kind: border-team, count: 3}", "{kind: border-team, count: 1}"
    )
    run("new", "card", "more-eyes", "--in", str(folder), "--level", "operational")
    assert "unit: uas-orbit" in (folder / "cards/own.yaml").read_text(encoding="utf-8")[-400:]
    assert report(folder) == ""


@pytest.mark.parametrize(
    ("pile", "level"),
    [("cards: [joint-roadmap,", "operational"), ("deck: [open-books", "tactical")],
)
def test_a_card_that_is_on_a_pile_already_is_written_for_it(
    tmp_path: Path, pile: str, level: str
) -> None:
    folder = made(tmp_path)
    frame = folder / "campaign.yaml"
    text = frame.read_text(encoding="utf-8")
    at = text.rindex(pile)  # Mexico's
    named = text[:at] + pile.replace("[", "[night-watch, ") + text[at + len(pile) :]
    frame.write_text(named, encoding="utf-8")
    assert "`nadc new card night-watch` adds one." in report(folder)
    run("new", "card", "night-watch", "--in", str(folder))
    assert frame.read_text(encoding="utf-8") == named
    assert report(folder) == ""
    card = load_campaign(folder).cards[-1]
    assert (card.id, card.level, card.seats) == ("night-watch", level, ("mexico",))
