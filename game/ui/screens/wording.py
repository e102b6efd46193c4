"""The words of a campaign in the language that the interface speaks at this moment."""

import re

from game.content.campaign import Campaign
from game.narrate.language import Translator
from game.narrate.words import Words

_LANGUAGE = re.compile(r"^Language: *([a-z]{2})", re.MULTILINE)


def language_of(translator: Translator) -> str:
    """The two letters of a translator's language, as its catalogue says; English without one."""
    found = _LANGUAGE.search(translator.gettext(""))
    return found.group(1) if found is not None else "en"


def words_of(campaign: Campaign, translator: Translator) -> Words:
    """The names and sentences of a campaign for whoever reads the screen now."""
    return Words(campaign, translator, language_of(translator))
