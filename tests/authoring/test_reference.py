"""The reference is complete, is what the program accepts, and its examples are played."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from authors import run

from game.content.conditions import parse_condition
from game.content.loader import check_campaign, load_campaign
from game.content.positions import Lines
from game.content.problems import CODES
from game.content.quantities import QUANTITIES
from game.content.reading.tree import Allowance, read_tree
from game.content.reference import lookup, topics
from game.content.reference.flow import in_block, in_flow
from game.content.reference.markdown import reference
from game.content.reference.samples import SAMPLE, example_of, key_examples, tags_used, uses
from game.content.reference.vocabulary import FILES, entries_of
from game.content.reference.words import manuals
from game.content.schema.injects import Trigger
from game.content.theatre import theatre
from game.resources import campaigns_dir
from game.rules.engine import Game
from game.rules.quantities import holds
from game.study.batch import choose_bots
from game.study.single import SingleGame


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample campaign in a folder of its own name."""
    folder = tmp_path_factory.mktemp("sample") / "every-word"
    shutil.copytree(SAMPLE, folder)
    return folder


def test_the_page_is_what_the_program_says() -> None:
    page = (campaigns_dir() / "REFERENCE.md").read_text(encoding="utf-8")
    assert page == reference(), "run: nadc reference --markdown > campaigns/REFERENCE.md"


def test_the_sample_campaign_is_sound(sample: Path) -> None:
    codes = {problem.code for problem in check_campaign(sample).problems}
    assert codes <= {"N903", "N904"}  # its translation shows what an unfinished one looks like


@pytest.mark.parametrize("seed", range(6))
def test_the_sample_campaign_is_played_to_its_end(sample: Path, seed: int) -> None:
    campaign = load_campaign(sample)
    bots = choose_bots(campaign, None) if seed % 2 else {s.id: "random" for s in campaign.seats}
    assert SingleGame(campaign, seed, bots).play().failure is None


def test_every_key_has_a_manual_and_an_example() -> None:
    for model in FILES.values():
        for kind in entries_of(model):
            examples = key_examples(kind.model)
            for key in kind.keys:
                assert key.doc, (kind.name, key.name)
                is_shared = bool(kind.verb) and key.name in ("if", "chance")
                assert key.name in examples or is_shared, (kind.name, key.name)


def test_every_effect_and_trigger_has_an_example() -> None:
    assert tags_used() == {kind.verb for kind in topics.effects()}
    assert len(topics.effects()) == 21
    assert {key for key, _ in topics.TRIGGERS} == set(key_examples(Trigger))


def test_every_word_of_an_explained_list_is_explained() -> None:
    for words, manual in manuals().items():
        assert set(words) == set(manual)


def test_examples_written_anew_mean_the_same() -> None:
    for use in uses():
        for text in (in_flow(use.value), in_block(use.value)):
            root = read_tree("file.yaml", text, Lines(), Allowance()).root
            assert root is not None and root.value == use.value


@pytest.mark.parametrize("name", QUANTITIES)
def test_the_example_of_every_quantity_is_evaluated_in_a_game(sample: Path, name: str) -> None:
    condition = parse_condition(example_of(QUANTITIES[name]))
    assert condition.quantity == name
    game = Game.start(load_campaign(sample), seed=1)
    assert holds(game.tables, game.state, condition) in (True, False)


@pytest.mark.parametrize("code", list(CODES))
def test_every_code_is_on_the_page(code: str) -> None:
    assert f"### {code}\n" in reference()


def test_every_link_of_the_page_leads_somewhere() -> None:
    page = reference()
    headings = {
        re.sub(r"[^a-z0-9 _-]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in page.split("\n")
        if line.startswith("#")
    }
    links = set(re.findall(r"\]\(#([^)]*)\)", page))
    assert links and links <= headings


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("placement", "watch: The route that it watches."),
        ("route_mod", "Changes a route's D, E, heat or cost"),
        ("gov", "gov(AREA), a quantity"),
        ("gov-zero-first", "a word of `target` in Line"),
        ("N603", "A deck that is too small"),
        ("n603", "A deck that is too small"),
        ("quantities", "seen_not_stopped"),
        ("effects", "area_violence"),
        ("triggers", "manual"),
        ("codes", "N904"),
        ("area target", "own_unit"),
        ("copies:", "copies, in Card"),
        ("map-areas", "mx-sonora                    Sonora, coast"),
        ("map-nodes", "poe-nogales                  us-arizona"),
        ("mx-sonora", "touches: mx-baja-california"),
        ("poe-nogales", "a node of the drawn map, in us-arizona"),
        ("freeze-assets", "level: tactical"),
        ("library", "freeze-assets                Freeze Assets"),
    ],
)
def test_a_word_is_looked_up(word: str, says: str) -> None:
    assert says in run("reference", word).output


def test_the_lists_of_names_are_complete() -> None:
    areas, nodes = run("reference", "map-areas").output, run("reference", "map-nodes").output
    assert all(f"  {area} " in areas for area in theatre().areas)
    assert all(f"  {node} " in nodes for node in theatre().nodes)
    shelf = run("reference", "library").output
    listed = re.findall(r"- id: ([\w-]+)", (campaigns_dir() / "library/injects.yaml").read_text())
    assert listed and all(f"  {name} " in shelf for name in listed)


def test_without_a_word_everything_is_listed() -> None:
    output = run("reference").output
    for file in FILES:
        assert file in output


def test_an_unknown_word_gives_the_nearest() -> None:
    assert "'placement'" in run("reference", "placemnt", code=2).output.lower()


def test_every_word_of_the_list_can_be_looked_up() -> None:
    for word in lookup.words():
        assert lookup.look_up(word), word
