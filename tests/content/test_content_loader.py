"""Folders into campaigns: the same from files and from memory, and nothing lost on the way."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from content_samples import CAMPAIGN, LIBRARY, checked, copied, texts_of
from pydantic import ValidationError

from game.content.loader import (
    check_campaign,
    check_library,
    digest,
    library_for,
    load_campaign,
    load_campaign_texts,
)
from game.content.problems import ContentError
from game.content.texts import campaign_texts
from game.resources import campaigns_dir


def test_a_campaign_is_read_whole_and_in_listed_order() -> None:
    campaign = load_campaign(CAMPAIGN)
    assert [area.id for area in campaign.areas] == ["south", "north", "desert", "west"]
    assert [card.id for card in campaign.cards] == [
        "shared-patrol",
        "shared-freeze",
        "pact",
        "sensors",
        "search",
        "new-front",
        "bluff",
    ]
    assert [bot.id for bot in campaign.bots] == ["shared-bot", "network"]
    assert [inject.id for inject in campaign.injects] == ["shared-news", "hearing", "follow-up"]
    assert campaign.card_ix["pact"] == 2


def test_a_campaign_cannot_be_changed() -> None:
    campaign = load_campaign(CAMPAIGN)
    with pytest.raises(dataclasses.FrozenInstanceError):
        campaign.digest = ""  # type: ignore[misc]
    with pytest.raises(ValidationError):
        campaign.cards[0].title = ""  # type: ignore[misc]


def test_a_campaign_read_from_its_own_texts_is_the_same() -> None:
    first = load_campaign(CAMPAIGN)
    second = load_campaign_texts(first.texts, first.library_texts)
    moved = dataclasses.replace(second, folder=first.folder)
    assert dataclasses.asdict(first) == dataclasses.asdict(moved)


def test_a_shipped_campaign_read_from_its_own_texts_is_the_same() -> None:
    first = load_campaign(campaigns_dir() / "first-light")
    second = load_campaign_texts(first.texts, first.library_texts)
    moved = dataclasses.replace(second, folder=first.folder)
    assert dataclasses.asdict(first) == dataclasses.asdict(moved)


def test_only_the_library_files_that_were_needed_are_carried() -> None:
    texts = texts_of(LIBRARY) | {"cards/other.yaml": "cards: []\n"}
    campaign = load_campaign_texts(texts_of(CAMPAIGN), texts)
    assert sorted(campaign.library_texts) == [
        "bots.yaml",
        "cards/shared.yaml",
        "injects.yaml",
        "units.yaml",
    ]


def test_a_broken_library_file_of_which_nothing_is_taken_disturbs_nobody() -> None:
    texts = texts_of(LIBRARY) | {"map.yaml": "areas: ["}
    assert load_campaign_texts(texts_of(CAMPAIGN), texts).id == "small-test"


def test_a_broken_library_file_from_which_something_is_taken_is_reported() -> None:
    texts = texts_of(LIBRARY) | {"bots.yaml": "bots: ["}
    with pytest.raises(ContentError) as raised:
        load_campaign_texts(texts_of(CAMPAIGN), texts)
    assert raised.value.problems[0].file == "library/bots.yaml" or any(
        problem.file == "library/bots.yaml" for problem in raised.value.problems
    )


def test_a_card_of_the_campaign_replaces_the_librarys_in_its_place() -> None:
    own = texts_of(LIBRARY)["cards/shared.yaml"].replace("title: Patrol", "title: My Patrol")
    own = own.partition("  - id: shared-freeze")[0].replace(", canada", "")
    report = checked({"cards/replaced.yaml": own})
    assert report.problems == ()
    assert report.campaign is not None
    assert [card.title for card in report.campaign.cards][:2] == ["My Patrol", "Freeze"]
    assert len(report.campaign.cards) == 7


def test_the_digest_depends_on_every_text_and_name() -> None:
    texts, shared = texts_of(CAMPAIGN), texts_of(LIBRARY)
    plain = digest(texts, shared)
    assert digest({**texts, "bots.yaml": texts["bots.yaml"] + "# more\n"}, shared) != plain
    assert digest(texts, {}) != plain
    assert digest({"a": "b"}, {}) != digest({}, {"a": "b"})
    assert digest(dict(reversed(texts.items())), shared) == plain


def test_the_library_is_the_folder_beside_or_the_shipped_one(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    assert library_for(campaign) == campaign.parent / "library"
    assert library_for(tmp_path / "alone") == campaigns_dir() / "library"
    assert load_campaign(campaign, LIBRARY).id == "small-test"


def test_problems_are_found_where_a_reader_can_open_them(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign.parent / "library" / "bots.yaml").write_text("bots: [3]\n")
    (campaign / "bots.yaml").write_text("bots: [3]\n")
    report = check_campaign(campaign)
    shown = {report.locate(problem.file) for problem in report.problems}
    assert str(campaign / "bots.yaml") in shown


def test_a_relative_path_is_as_good_as_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = copied(tmp_path)
    monkeypatch.chdir(campaign)
    assert load_campaign(Path()).id == "small-test"
    assert check_campaign(Path("..") / "small-test").problems == ()


def test_translations_are_kept_by_language() -> None:
    text = "texts:\n  - {text: Pact, translation: Pacto}\n"
    report = checked({"locale/es.yaml": text})
    assert report.campaign is not None
    assert report.campaign.locales == {"es": {"Pact": "Pacto"}}


def test_every_text_that_people_read_is_listed_once_for_translation() -> None:
    texts = campaign_texts(load_campaign(CAMPAIGN))
    assert len(texts) == len(set(texts))
    assert {"Small Test", "Pact", "Where did the flow go?", "Show nothing"} <= set(texts)
    assert "US" not in texts


@pytest.mark.parametrize("path", sorted(campaigns_dir().glob("*/campaign.yaml")), ids=str)
def test_the_shipped_campaigns_check_with_no_finding_at_all(path: Path) -> None:
    assert check_campaign(path.parent).problems == ()


def test_the_shipped_library_checks_with_no_finding_at_all() -> None:
    assert check_library(campaigns_dir() / "library").problems == ()
