"""The editors' schemas: what the program accepts, beside every campaign, proven in an editor.

The proof drives the real YAML language server. Install it with `npm install yaml-language-server`
and put it on the path, or name the program in the environment variable NADC_YAML_SERVER; without
it those tests are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from authors import made, report, run, texts
from language_server import LanguageServer, server_program

from game.content.problems.codes import CODES
from game.content.reading.folder import read_folder
from game.content.reference.schemas import FOLDER, schema_files
from game.content.reference.vocabulary import FILES
from game.resources import campaigns_dir

LINE = "# yaml-language-server: $schema="


def test_a_new_campaign_has_every_schema_and_every_file_names_its_own(tmp_path: Path) -> None:
    folder = made(tmp_path)
    assert {path.name for path in (folder / FOLDER).iterdir()} == set(schema_files())
    for path, text in read_folder(folder).texts.items():
        first = text.split("\n")[0]
        assert first.startswith(LINE), path
        schema = (folder / path).parent / first.removeprefix(LINE)
        assert schema.resolve().parent == (folder / FOLDER).resolve()
        assert json.loads(schema.read_text(encoding="utf-8"))["$schema"].endswith(
            "draft-07/schema#"
        )


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert len(schema_files()) == len(FILES) == 7
    for text in schema_files().values():
        assert json.loads(text)["additionalProperties"] is False


def test_writing_them_again_changes_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path)
    before = texts(folder)
    run("schema", str(folder))
    assert texts(folder) == before


def test_they_are_added_to_a_campaign_that_has_none(tmp_path: Path) -> None:
    folder = made(tmp_path)
    for path in (folder / FOLDER).iterdir():
        path.unlink()
    (folder / FOLDER).rmdir()
    own = folder / "cards" / "own.yaml"
    own.write_text(own.read_text(encoding="utf-8").split("\n", 1)[1], encoding="utf-8")
    output = run("schema", str(folder)).output
    assert "cards/own.yaml names its schema now" in output
    assert own.read_text(encoding="utf-8").startswith(f"{LINE}../.schema/cards.json\n")
    assert report(folder) == ""


def test_the_shipped_schemas_are_up_to_date() -> None:
    folder = campaigns_dir() / FOLDER
    shipped = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert shipped == schema_files(), "run: nadc schema campaigns/first-light"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LanguageServer, Path]]:
    """The language server with a new campaign open."""
    program = server_program()
    if program is None:
        pytest.skip("yaml-language-server is not installed")
    folder = made(tmp_path_factory.mktemp("editor"))
    with LanguageServer(program, folder) as server:
        yield server, folder


Editor = tuple[LanguageServer, Path]


def test_an_editor_finds_nothing_wrong_with_a_new_campaign(editor: Editor) -> None:
    server, folder = editor
    for path, text in read_folder(folder).texts.items():
        assert server.open(folder / path, text) == [], path


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("cards/own.yaml", '    price: "Both pay', '    prise: "Both pay', "prise is not allowed"),
        ("cards/own.yaml", "do: route_open", "do: rout_open", "must be"),
        ("cards/own.yaml", "lasts: quarter}", "lasts: quater}", "Valid values"),
        ("cards/own.yaml", "cost: {cash: 2}", "cost: {cash: 99}", "maximum of 9"),
        ("cards/own.yaml", "copies: 3\n    objectives", "copies: three\n    objectives", "integer"),
        ("campaign.yaml", "quarters: 3", "quarters: 33", "maximum of 20"),
        ("campaign.yaml", "    side: red\n", "    side: read\n", "Valid values"),
        ("campaign.yaml", "id: new-id", "id: New Id", "pattern"),
        ("map.yaml", "    pop: 2 #", "    pup: 2 #", "pup is not allowed"),
        ("injects.yaml", "score: fair", "score: fare", "Valid values"),
        ("bots.yaml", "        weight: 2\n", "        weight: yes\n", "integer"),
    ],
)
def test_an_editor_marks_a_mistake_on_the_line_that_check_names(
    editor: Editor, file: str, old: str, new: str, says: str
) -> None:
    from game.content.loader import check_campaign_texts, library_for

    server, folder = editor
    own = dict(read_folder(folder).texts)
    text = own[file].replace("id: two-rivers", "id: new-id")
    assert text.count(old) == 1
    broken = text.replace(old, new)
    found = server.open(folder / f"{file.removesuffix('.yaml')}-{abs(hash(new))}.yaml", broken)
    lines = {one["range"]["start"]["line"] + 1 for one in found}
    library = read_folder(library_for(folder)).texts
    problems = check_campaign_texts({**own, file: broken}, library).problems
    expected = {p.line for p in problems if p.file == file and p.code in CODES and p.is_error}
    assert lines == expected
    assert any(says in one["message"] for one in found), found


def at(text: str, piece: str) -> tuple[int, int]:
    """The line and column (from 0) at which a piece of a text ends."""
    assert text.count(piece) == 1, piece
    before = text[: text.index(piece) + len(piece)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


@pytest.mark.parametrize(
    ("file", "added", "words"),
    [
        ("cards/own.yaml", "\n  - id: new\n    ", {"title", "level", "complication", "dual"}),
        ("cards/own.yaml", "\n  - id: new\n    level: ", {"strategic", "operational", "tactical"}),
        ("cards/own.yaml", "\n  - id: new\n    effects:\n      - do: ", {"track", "route_mod"}),
        (
            "cards/own.yaml",
            "\n  - id: new\n    effects:\n      - do: track\n        ",
            {"track", "by"},
        ),
        ("cards/own.yaml", "\n  - id: new\n    test:\n      add: [", {"endgame", "mole"}),
        ("injects.yaml", "\n  - id: new\n    trigger: {when: ", {"harm >= 14", "gov_score <= -4"}),
        ("bots.yaml", "\n  - id: new\n    stances:\n      - ", {"plan", "tactical", "weight"}),
        ("map.yaml", "\n  - id: new\n    mode: ", {"land", "sea", "air"}),
    ],
)
def test_an_editor_offers_the_words_that_fit(
    editor: Editor, file: str, added: str, words: set[str]
) -> None:
    server, folder = editor
    text = read_folder(folder).texts[file].rstrip() + "\n" + added
    path = folder / f"{file.removesuffix('.yaml')}-new-{abs(hash(added))}.yaml"
    server.open(path, text)
    line = text.count("\n")
    offered = server.complete(path, line, len(text) - text.rfind("\n") - 1)
    assert words <= set(offered), sorted(offered)


@pytest.mark.parametrize(
    ("file", "piece", "says"),
    [
        (
            "cards/own.yaml",
            "level: tactical\n    seats: [us]\n    summ",
            "one or two plain sentences",
        ),
        ("cards/own.yaml", "- {do: route_op", "Opens a dormant route"),
        ("campaign.yaml", "    neutral_deli", "Default: `7`"),
        ("map.yaml", "kind: sour", "where loads begin"),
        ("bots.yaml", "keep_ca", "does not bank, except in the last quarter"),
    ],
)
def test_an_editor_explains_words(editor: Editor, file: str, piece: str, says: str) -> None:
    server, folder = editor
    text = read_folder(folder).texts[file]
    path = folder / f"{file.removesuffix('.yaml')}-hover-{abs(hash(piece))}.yaml"
    server.open(path, text)
    assert says in server.hover(path, *at(text, piece))
