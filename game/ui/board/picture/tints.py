"""What the land is coloured by: the chosen layer turned into one tint for each map area.

Besides the tints this says which campaign area each map area belongs to, since that decides which
borders are drawn.
"""

from dataclasses import dataclass

from game.ui.board.land.geography import Geography, MapArea
from game.ui.board.scene import AreaMark, Layer, Scene
from game.ui.theme import Colour, Theme, mix, rgb

UNPLAYED_SHARE = 0.5
_DIMMED_SHARE = 0.55
_PRESENCE_SHARE = 0.3
_QUIET_SHARE = 0.45

GOVERNANCE_TINTS: dict[int, Colour] = {
    -2: rgb("D9A07F"),
    -1: rgb("EBCBAF"),
    0: rgb("EFE9D8"),
    1: rgb("C6DCD6"),
    2: rgb("93BDB9"),
}
"""Land by governance, from captured to resilient."""

VIOLENCE_TINTS: dict[int, Colour] = {
    0: rgb("EFEAD9"),
    1: rgb("F0D7B4"),
    2: rgb("E5AE86"),
    3: rgb("CE7C58"),
}
"""Land by violence, from none to three."""


@dataclass(frozen=True, slots=True)
class LandTints:
    """Colours and grouping of the map areas; equal tints give an equal base map."""

    colours: tuple[tuple[str, Colour], ...]
    owners: tuple[tuple[str, str], ...]
    insets: frozenset[str]


def land_tints(scene: Scene, geography: Geography, theme: Theme) -> LandTints:
    """The tints of a scene's layer. Areas that no campaign area covers are pale."""
    marks = {area_id: mark for mark in scene.areas for area_id in mark.covers}
    colours = tuple(
        (area.id, _tint(area, marks.get(area.id), scene.layer, theme))
        for area in geography.areas.values()
        if not area.is_water
    )
    owners = tuple((area_id, mark.id) for area_id, mark in sorted(marks.items()))
    played = (geography.areas[area_id] for area_id in marks if area_id in geography.areas)
    insets = frozenset(area.inset for area in played if area.inset is not None)
    return LandTints(colours, owners, insets)


def _tint(area: MapArea, mark: AreaMark | None, layer: Layer, theme: Theme) -> Colour:
    unplayed = theme.land["unplayed"]
    plain = not theme.tints and not theme.high_contrast
    country = theme.land.get("us" if plain else area.tint, unplayed)
    if mark is None:
        return mix(country, unplayed, UNPLAYED_SHARE)
    tint = _layer_tint(mark, layer, country, theme)
    return mix(tint, unplayed, _DIMMED_SHARE) if mark.dimmed else tint


def _layer_tint(mark: AreaMark, layer: Layer, country: Colour, theme: Theme) -> Colour:
    quiet = mix(country, theme.land["unplayed"], _QUIET_SHARE)
    if layer == "governance":
        return quiet if mark.gov is None else GOVERNANCE_TINTS[max(-2, min(2, mark.gov))]
    if layer == "violence":
        return VIOLENCE_TINTS[max(0, min(3, mark.violence))]
    if layer == "presence":
        if mark.presence is None:
            return quiet
        return presence_tint(mark.presence, theme)
    return country


def presence_tint(style: str, theme: Theme) -> Colour:
    """Land where a seat has most pieces."""
    return mix(theme.paper, theme.seat(style).colour, _PRESENCE_SHARE)
