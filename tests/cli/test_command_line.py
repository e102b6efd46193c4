"""The command line: it teaches, refuses in sentences, and never shows a trace for a mistake."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from game.cli import main
from game.content.loader import load_campaign
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir, saves_dir

COMMANDS = (
    "play",
    "replay",
    "show",
    "saves",
    "campaigns",
    "new",
    "check",
    "explain",
    "reference",
    "translate",
    "schema",
    "upgrade",
    "simulate",
    "diagram",
)


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """The windows that were opened, instead of windows."""
    calls: list[tuple[Any, ...]] = []
    fake = SimpleNamespace(
        run_menu=lambda: calls.append(("menu",)),
        run_play=lambda options: calls.append(("play", options)),
        run_replay=lambda path, mask: calls.append(("replay", path, mask)),
        run_show=lambda path: calls.append(("show", path)),
    )
    monkeypatch.setitem(sys.modules, "game.ui.run", fake)  # type: ignore[arg-type]
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    return calls


def run(*words: str, code: int = 0, answer: str | None = None) -> Result:
    """Run a command and check how it ended."""
    result = CliRunner().invoke(main, words, input=answer)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def a_sitting(decisions: int = 4, pin: str = "") -> Path:
    """A saved sitting in the user's folder."""
    campaign = load_campaign(campaigns_dir() / "first-light")
    seats = [SeatSetup("us"), SeatSetup("mexico"), SeatSetup("cartel", "random")]
    session = Session.start(campaign, seats, 1, saves_dir(), pin)
    for _ in range(decisions):
        if session.game.is_over:
            break
        if session.step_bot() is None:
            session.choose(session.game.legal_actions()[-1])
    path = session.path
    assert path is not None
    session.close()
    return path


# --- help


def test_help_names_every_command_and_the_exit_codes() -> None:
    text = run("--help").output
    for command in (*COMMANDS, "Exit codes", "nadc play first-light"):
        assert command in text


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_teaches(command: str) -> None:
    text = run(command, "--help").output
    assert "nadc" in text
    assert "Usage" in text
    if command not in ("campaigns", "diagram"):
        assert "Example" in text


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from game.cli import main; main(['--help'], standalone_mode=False);"
        "print([m for m in ('pygame', 'pydantic', 'yaml', 'transitions', 'rich', 'msgspec')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert done.stdout.decode().strip().endswith("[]")


def test_the_package_is_a_command_too() -> None:
    words = [sys.executable, "-m", "game", "--version"]
    done = subprocess.run(words, check=True, capture_output=True)
    assert b"Coalition Shield" in done.stdout


# --- words that name nothing


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["chekc"], "'check'"),
        (["play", "frist-light"], "'first-light'"),
        (["check", "first-lite"], "'first-light'"),
        (["simulate", "first light"], "'first-light'"),
        (["play", "first-light", "--seat", "usa=person"], "'us'"),
        (["play", "first-light", "--seat", "us=balancd"], "'balanced'"),
        (["play", "first-light", "--seat", "us=balanced-ahed"], "'balanced-ahead'"),
        (["play", "first-light", "--seat", "us"], "SEAT=PLAYER"),
        (["play", "first-light", "--seat", "us="], "SEAT=PLAYER"),
        (["play", "first-light", "--seat", "us=person", "--seat", "us=random"], "twice"),
        (["play", "--seed", "3"], "Name the campaign"),
        (["play", "first-light", "--resume", "x"], "keeps its campaign"),
        (["simulate", "first-light", "--seat", "us=person"], "Only bots"),
        (["simulate", "first-light", "--seat", "us=random", "--seat", "us=balanced"], "twice"),
        (["new", "card", "x", "--seat", "us", "--seat", "mexico"], "one seat"),
        (["simulate", "first-light", "--games", "0"], "0"),
        (["explain", "N2O1"], "There is no code"),
    ],
)
def test_a_mistake_in_the_words_is_told_with_the_nearest_right_one(
    words: list[str], hint: str
) -> None:
    assert hint in run(*words, code=2).output


# --- play


def test_without_a_command_the_menu_opens(opened: list[Any]) -> None:
    run()
    assert opened == [("menu",)]


def test_play_hands_its_options_to_the_window(opened: list[Any]) -> None:
    run(
        "play", "first-light", "--seat", "us=person:Ana B", "--seat", "cartel=random", "--seed", "7"
    )
    (_, options), *_rest = opened
    assert options.campaign == campaigns_dir() / "first-light"
    assert options.seats == (SeatSetup("us", "person", "Ana B"), SeatSetup("cartel", "random"))
    assert options.seed == 7
    assert options.resume is None


def test_play_takes_a_folder(opened: list[Any], tmp_path: Path) -> None:
    folder = tmp_path / "my-own"
    folder.mkdir()
    (folder / "campaign.yaml").write_text("id: my-own")
    run("play", str(folder))
    run("play", str(folder / "campaign.yaml"))
    assert [options.campaign for _, options in opened] == [folder, folder]


def test_play_goes_on_with_the_sitting_played_last(opened: list[Any]) -> None:
    path = a_sitting()
    run("play", "--resume")
    run("play", "--resume", path.stem)
    assert [options.resume for _, options in opened] == [path, path]


def test_nothing_to_go_on_with_is_told(opened: list[Any]) -> None:
    assert "no unfinished sitting" in run("play", "--resume", code=1).output
    assert "no saved sitting" in run("play", "--resume", "gone", code=1).output


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
@pytest.mark.parametrize("words", [[], ["play", "first-light"], ["show"], ["replay"]])
def test_without_a_display_what_still_works_is_named(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    if words in (["show"], ["replay"]):
        words = [*words, str(a_sitting())]
    text = run(*words, code=1).output
    assert "no display" in text
    assert "nadc simulate" in text


# --- content


def test_campaigns_are_listed() -> None:
    text = run("campaigns").output
    assert "first-light" in text
    assert "us, mexico, cartel" in text


def test_a_clean_campaign_has_no_problems() -> None:
    assert "no problems found" in run("check", "first-light").output
    assert json.loads(run("check", "first-light", "--json").output) == []


def test_every_shipped_campaign_is_checked_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = run("check").output
    assert "first-light: no problems found" in text
    assert "library: no problems found" in text
    assert run("check", "library").output == "library: no problems found.\n"


def test_a_folder_that_is_no_campaign_is_told_so(tmp_path: Path) -> None:
    assert "no campaign.yaml" in run("check", str(tmp_path), code=1).output


def test_problems_are_shown_with_their_place_and_the_exit_code_is_1(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "campaign.yaml").write_text("format: 1\nid: broken\ntitel: Broken\n")
    text = run("check", str(folder), code=1).output
    assert "campaign.yaml:3:1" in text
    assert "nadc check" in run("simulate", str(folder), code=1).output
    rows = json.loads(run("check", str(folder), "--json", code=1).output)
    keys = {"file", "line", "column", "code", "severity", "message", "hint"}
    assert rows
    assert all(set(row) == keys for row in rows)
    assert "::error file=" in run("check", str(folder), "--github", code=1).output


def test_a_code_is_explained() -> None:
    text = run("explain", "n201").output
    assert text.startswith("N201 (error)")
    assert max(len(line) for line in text.split("\n")) <= 96
    assert "Right:" in text


# --- study


def test_a_simulation_prints_tables() -> None:
    text = run("simulate", "first-light", "--games", "4", "--seed", "1").output
    assert "United States" in text
    assert "never" in text.lower()


def test_a_simulation_is_the_same_for_the_same_seed() -> None:
    words = ("simulate", "first-light", "--games", "3", "--seed", "5", "--json")
    first, second = run(*words).output, run(*words).output
    assert first == second
    assert json.loads(first)["games"] == 3
    other = run("simulate", "first-light", "--games", "3", "--seed", "5", "--seat", "us=random")
    assert "random" in other.output


def test_the_diagram_is_the_readmes() -> None:
    text = run("diagram").output
    assert text.startswith("stateDiagram-v2")
    readme = Path(__file__).parents[2] / "README.md"
    assert text.strip() in readme.read_text(encoding="utf-8")


# --- sittings


def test_no_sittings_says_how_to_begin_one() -> None:
    assert "nadc play" in run("saves").output


def test_sittings_are_listed_named_copied_and_deleted(tmp_path: Path) -> None:
    path = a_sitting()
    (saves_dir() / "other.nadc").write_text("not a sitting")
    text = run("saves").output
    assert "First Light" in text
    assert "quarter 1 of 4" in text
    assert "other.nadc is not a saved sitting" in text
    assert "Course 12" in run("saves", "rename", path.stem, "Course 12").output
    assert "Course 12" in run("saves", "list").output
    run("saves", "export", "Course 12", str(tmp_path))
    assert (tmp_path / path.name).exists()
    assert "exists already" in run("saves", "export", "Course 12", str(tmp_path), code=1).output
    run("saves", "delete", "Course 12", code=1, answer="n\n")
    assert path.exists()
    run("saves", "delete", "Course 12", answer="y\n")
    assert not path.exists()
    assert "no saved sitting" in run("saves", "delete", "Course 12", "--yes", code=1).output


def test_a_name_needs_a_letter() -> None:
    assert "letter" in run("saves", "rename", a_sitting().stem, "  ", code=2).output


def test_an_unfinished_sitting_is_told_as_the_table_saw_it(opened: list[Any]) -> None:
    path = a_sitting(30, pin="2468")
    assert "hidden things are left out" in run("replay", path.stem, "--text").output
    assert "for the facilitator" in run("replay", path.stem, "--text", "--pin", "2468").output
    assert "not the facilitator" in run("replay", path.stem, "--pin", "1", code=1).output
    run("replay", path.stem)
    run("replay", path.stem, "--pin", "2468")
    assert opened == [("replay", path, 0b11), ("replay", path, 0)]


def test_a_finished_sitting_is_told_whole() -> None:
    path = a_sitting(5000)
    text = run("replay", str(path), "--text").output
    assert "left out" not in text
    assert "for the facilitator" not in text


def test_a_second_window_follows_a_sitting(opened: list[Any]) -> None:
    path = a_sitting()
    run("show", path.stem)
    assert opened == [("show", path)]


def test_a_file_that_is_no_sitting_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("hello")
    for command in ("replay", "show"):
        assert "is not a saved sitting" in run(command, str(path), code=1).output


# --- bots that look ahead


def test_a_study_may_name_a_bot_that_looks_ahead() -> None:
    done = run("simulate", "first-light", "--games", "1", "--seat", "us=balanced-ahead")
    assert "balanced-ahead" in done.output


def test_a_sitting_may_seat_a_bot_that_looks_ahead(opened: list[tuple[Any, ...]]) -> None:
    run("play", "first-light", "--seat", "us=balanced-ahead", "--seat", "mexico=random")
    assert "balanced-ahead" in repr(opened)
