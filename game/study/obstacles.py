"""What stood against a card, said to whoever writes the campaign."""

from game.narrate.choices.reasons import reason_text
from game.narrate.language import mark
from game.narrate.things.targets import target_words
from game.narrate.words import Words
from game.rules.law import Reason


def obstacle(words: Words, card: str, reason: Reason) -> str:
    """Why a card could not be played, in one sentence; a missing target is described."""
    spec = words.campaign.cards[words.campaign.card_ix[card]]
    targets = [one for one in (spec.target, spec.second) if one is not None]
    if reason.code != "no-target" or not targets:
        return reason_text(words, reason)
    return words.say(
        mark("Nothing on the map was what it is aimed at ({target}), as far as the seat knew."),
        target="; ".join(target_words(words, one) for one in targets),
    )
