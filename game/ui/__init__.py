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
``motion``   `Motion`: `travel(name, start, end, duration)`, `fade`, `value`, `skip`; durations
             HOVER, PANEL, CAMERA, COUNTER, DICE, FLOW_UNIT.
``screen``   `Screen`: `layout`, `handle`, `update`, `draw`, `idle`, `title`, `on_pop`.
``widgets``  see `game.ui.widgets`.
``settings`` `Settings`, `SettingsFile`.
``app``      `App`: `push`, `pop`, `replace`, `run`.
"""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
