"""What the user has chosen, kept between starts.

A settings file that is missing, damaged or from another version never stops the game: what can be
read is taken, the rest keeps its default.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.ui.theme import TEXT_SIZES

LANGUAGES = ("en", "es", "fr")


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """How one seat was set the last time: its player, name, language and text size in percent."""

    seat: str
    player: str = "person"
    name: str = ""
    language: str = "en"
    text_size: int = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings; `text_size` is in percent, `window` the last size in pixels.

    `curtain` hides the board at hand-over; `curtain_explained` drops its explanation once read.
    `last_seats` holds the seats of the last sitting by campaign id.
    """

    language: str = "en"
    text_size: int = 100
    high_contrast: bool = False
    projector: bool = False
    reduced_motion: bool = False
    curtain: bool = True
    curtain_explained: bool = False
    full_screen: bool = False
    window: tuple[int, int] = (1600, 1000)
    last_seats: tuple[tuple[str, tuple[SeatChoice, ...]], ...] = ()

    def seats_of(self, campaign: str) -> tuple[SeatChoice, ...]:
        """How the seats of a campaign were set the last time; empty when never."""
        return dict(self.last_seats).get(campaign, ())

    def with_seats(self, campaign: str, seats: tuple[SeatChoice, ...]) -> "Settings":
        """These settings, with the seats of a campaign remembered."""
        others = tuple(row for row in self.last_seats if row[0] != campaign)
        return replace(self, last_seats=(*others, (campaign, seats)))

    def larger_text(self, steps: int) -> "Settings":
        """These settings with the text size moved by a number of steps, within its range."""
        index = TEXT_SIZES.index(self.text_size) if self.text_size in TEXT_SIZES else 0
        index = max(0, min(len(TEXT_SIZES) - 1, index + steps))
        return replace(self, text_size=TEXT_SIZES[index])


class SettingsFile:
    """Reads and writes the settings; writing replaces the file in one step."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        """The settings as kept; defaults for whatever is missing or cannot be read."""
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        return settings_from(data) if isinstance(data, dict) else Settings()

    def write(self, settings: Settings) -> bool:
        """Keep the settings; returns False when the disk refuses, which must not stop a game."""
        text = json.dumps(asdict(settings), indent=2, ensure_ascii=False)
        beside = self._path.with_suffix(".new")
        try:
            beside.write_text(text + "\n", encoding="utf-8")
            beside.replace(self._path)
        except OSError:
            return False
        return True


def settings_from(data: dict[str, Any]) -> Settings:
    """Settings from a JSON object; every field that does not fit keeps its default."""
    default = Settings()
    taken: dict[str, Any] = {}
    for field in fields(Settings):
        value = data.get(field.name)
        if isinstance(getattr(default, field.name), bool) and isinstance(value, bool):
            taken[field.name] = value
    if data.get("language") in LANGUAGES:
        taken["language"] = data["language"]
    if data.get("text_size") in TEXT_SIZES:
        taken["text_size"] = data["text_size"]
    window = _window(data.get("window"))
    if window is not None:
        taken["window"] = window
    taken["last_seats"] = _last_seats(data.get("last_seats"))
    return replace(default, **taken)


def _window(value: object) -> tuple[int, int] | None:
    match value:
        case [int(width), int(height)] if 640 <= width <= 16000 and 480 <= height <= 16000:
            return (width, height)
        case _:
            return None


def _last_seats(value: object) -> tuple[tuple[str, tuple[SeatChoice, ...]], ...]:
    if not isinstance(value, list):
        return ()
    rows = []
    for row in value:
        match row:
            case [str(campaign), list(seats)]:
                rows.append((campaign, tuple(_seats(seats))))
            case _:
                continue
    return tuple(rows)


def _seats(values: list[object]) -> list[SeatChoice]:
    seats = []
    for value in values:
        match value:
            case {
                "seat": str(seat),
                "player": str(player),
                "name": str(name),
                "language": str(language),
                "text_size": int(size),
            } if language in LANGUAGES and size in TEXT_SIZES:
                seats.append(SeatChoice(seat, player, name, language, size))
            case _:
                continue
    return seats
