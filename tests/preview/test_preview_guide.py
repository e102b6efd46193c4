"""The page of guided steps: all that a step says, in whatever moment."""

from game.content.loader import load_campaign
from game.narrate.language import translator
from game.narrate.words import Words
from game.resources import campaigns_dir
from game.ui.screens.preview.chapters import guide_chapters


def test_a_step_is_shown_with_all_that_it_says() -> None:
    campaign = load_campaign(campaigns_dir() / "first-light")
    pages = {one.id: one for one in guide_chapters(Words(campaign, translator()))}
    for step in campaign.frame.guide:
        said = {passage.words for passage in pages[step.id].passages}
        assert {step.title, step.text, *step.then.values()} <= said
        if step.missed is not None:
            assert step.missed in said
        if step.otherwise is not None:
            assert f"**{step.otherwise.title}** {step.otherwise.text}" in said
        assert not any("“”" in passage for passage in said)
