"""Whatever becomes of a campaign's texts, no translation is lost, and it is found again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.problems import Place
from game.content.reference.flow import in_flow
from game.content.translating.matching import match
from game.content.translating.updating import new_file, updated, written_entries
from game.content.translating.wanted import Text, Wanted

FILE = "locale/es.yaml"
SPOTS = [f"cards.card-{number}.summary" for number in range(8)]
WORDS = st.sampled_from(
    ["Harm +1.", "Harm +2.", "low: Harm", 'a "quoted" text', "#1", "- dash", "ñ, é", "two\nlines"]
)
CAMPAIGNS = st.dictionaries(st.sampled_from(SPOTS), WORDS, min_size=1)


def wanted(campaign: dict[str, str]) -> Wanted:
    """The texts of a made-up campaign, each at its spot."""
    texts: dict[str, Text] = {}
    for spot in sorted(campaign):
        text = campaign[spot]
        texts.setdefault(text, Text(text, Place("cards/own.yaml", 1), spot))
    return Wanted(texts, campaign)


def renewed(text: str, campaign: dict[str, str]) -> str:
    """A language file brought up to date."""
    return updated(FILE, text, match(written_entries(FILE, text), wanted(campaign)))


def translated(text: str, turn: int) -> str:
    """The same file with everything that is open translated."""
    parts = text.split('translation: ""')
    return "".join(
        part + (f'translation: "ES {turn} {number}"' if number < len(parts) - 1 else "")
        for number, part in enumerate(parts)
    )


def done(text: str) -> set[str]:
    """Every translation in a file."""
    return {one.translation for one in written_entries(FILE, text) if one.translation}


def as_written(text: str, layout: str) -> str:
    """The same file as other people lay it out."""
    entries = written_entries(FILE, text)
    if layout == "braces":
        rows = (f"- {in_flow({'text': e.text, 'translation': e.translation})}" for e in entries)
        return "texts:\n" + "".join(f"{row} # checked\n" for row in rows)
    if layout == "bare":
        lines = text.split("\n")
        return "\n".join(line for line in lines if not line.strip().startswith("place:"))
    return text


@settings(max_examples=200, deadline=None)
@given(st.lists(CAMPAIGNS, min_size=2, max_size=5), st.sampled_from(["braces", "bare", "as-made"]))
def test_every_translation_stays(campaigns: list[dict[str, str]], layout: str) -> None:
    text = translated(new_file(tuple(wanted(campaigns[0]).texts.values())), 0)
    text = as_written(text, layout)
    for turn, campaign in enumerate(campaigns[1:], start=1):
        before = done(text)
        text = renewed(text, campaign)
        assert done(text) == before
        entries = written_entries(FILE, text)
        used = [one.text for one in entries if not one.is_aside]
        assert sorted(used) == sorted(wanted(campaign).texts)
        assert renewed(text, campaign) == text
        text = translated(text, turn)


@settings(max_examples=100, deadline=None)
@given(CAMPAIGNS, CAMPAIGNS)
def test_what_comes_back_has_its_translation_again(
    first: dict[str, str], second: dict[str, str]
) -> None:
    text = translated(new_file(tuple(wanted(first).texts.values())), 0)
    by_text = {one.text: one.translation for one in written_entries(FILE, text)}
    back = renewed(renewed(text, second), first)
    found = {one.text: one for one in written_entries(FILE, back) if not one.is_aside}
    for said, translation in by_text.items():
        assert found[said].translation == translation
        assert not found[said].was
