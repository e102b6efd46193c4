"""The interface: the only part of the game that knows pygame.

The pieces, from the ground up:

``theme``    `Theme` (every colour), `Metrics` (design pixels to pixels), `make_theme`.
             Seat style ids: us, mexico, canada, cartel, veo, adversary, white.
             Card levels: strategic, operational, tactical, inject.
``text``     `TextStyle(size, colour, face)`, `TextPainter`: `draw` (y is the middle of the
             capitals), `wrap` / `draw_paragraph` / `rich` (y is the top), `halo`, `width`.
``curves``   points only: `spline`, `dashes`, `point_at`, `portion`, `evenly`, `arrow_head`.
``paint``    `Painter`: `box`, `panel`, `shadow`, `focus_ring`, `chosen_ring`, `rule`, `sprite`;
             free `polyline`, `dashed`, `arrow`, `supersampled` for surfaces that get reduced.
``glyphs``   `Glyphs`: `draw(surface, name, centre, size, colour, back)`, `seat`, `level`, `mode`,
             `dashed_diamond`; `GLYPHS` lists the names.
``assets``   `Symbols`: `surface(symbol_id, height_px)`, `draw`.
``kit``      `Kit` bundles them: `kit.theme`, `.metrics`, `.text`, `.paint`, `.glyphs`, `.symbols`,
             `.tr` (gettext), `kit.px(n)`, and the text styles `kit.body`, `.label`, `.title`,
             `.number`. Sizes handed to the kit are design pixels unless a name says px; rects and
             points are pixels.
``motion``   `Motion`: `travel(name, start, end, duration, holds=)`, `fade`, `value`, `skip`;
             durations HOVER, PANEL, CAMERA, COUNTER, DICE, FLOW_UNIT.
``screen``   `Screen`: `layout`, `handle`, `update`, `draw`, `idle`, `title`, `on_pop`.
``widgets``  see `game.ui.widgets`; `widgets.form_screen.FormScreen` is a screen of controls.
``settings`` `Settings`, `SettingsFile`.
``window``   the one window, pygame's start and end. ``crash`` records of failures.
``app``      `App`: `push`, `pop`, `replace`, `run`, `settings`, `present`.
"""

import os
import sys

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def _import_pygame() -> None:
    """Import pygame without pkg_resources.

    Pygame asks for it only to find its own icon and has a way without; where setuptools is
    installed it would cost most of pygame's start and a warning.
    """
    if "pygame" in sys.modules or "pkg_resources" in sys.modules:
        return
    sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import pygame  # noqa: F401
    finally:
        del sys.modules["pkg_resources"]


_import_pygame()
