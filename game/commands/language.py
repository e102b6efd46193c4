"""The language in which the command line speaks."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from game.resources import settings_path

if TYPE_CHECKING:
    from game.narrate.language import Translator


@cache
def translator_of_user() -> Translator:
    """The translator of the user's settings; English where they name no language."""
    from game.narrate.language import translator

    return translator(_chosen())


def _chosen() -> str:
    try:
        settings = json.loads(settings_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "en"
    language = settings.get("language") if isinstance(settings, dict) else None
    return language if isinstance(language, str) else "en"
