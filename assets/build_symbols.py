"""Draws the unit and piece symbols and the window's icon; run it after changing a table below.

    python assets/build_symbols.py

Symbols are MIL-STD-2525D, drawn with milsymbol and turned into pictures with resvg, both needed
here only. Fills are muted so that a board full of counters stays calm, and letters are set in the
game's own font. The result is ``symbols/*.png`` with ``symbols/index.json``, and ``icon.png``.
"""

import io
import json
import os
import re
from pathlib import Path

import resvg_py
from milsymbol import Symbol

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

ASSETS = Path(__file__).resolve().parent
FONT = ASSETS / "fonts" / "IBMPlexSansCondensed-Bold.ttf"
HEIGHT = 132
FRIEND, HOSTILE, UNKNOWN = "CFE3F4", "F4BFB0", "F3E6A8"

MUTED = {
    "rgb(128,224,255)": FRIEND,
    "rgb(255,128,128)": HOSTILE,
    "rgb(255,255,128)": UNKNOWN,
    "rgb(255,161,255)": FRIEND,
}

# id: (symbol set, entity and modifiers, headquarters or task force digit)
FRIENDLY = {
    "satellite": ("05", "1107000000", 0),
    "uas": ("01", "1103000000", 0),
    "patrol-aircraft": ("01", "1101100000", 0),
    "navy-patrol": ("30", "1205000000", 0),
    "cutter": ("30", "1403000000", 0),
    "coast-guard-team": ("10", "2011000000", 0),
    "customs-team": ("10", "2003000000", 0),
    "border-team": ("10", "2002000000", 0),
    "police-team": ("10", "2007000000", 0),
    "law-enforcement": ("10", "2000000000", 0),
    "guard-sensors": ("10", "1512000000", 0),
    "c-uas": ("10", "1301004700", 0),
    "ew": ("10", "1505000000", 0),
    "advisor": ("10", "1218000000", 0),
    "forensic-advisor": ("40", "1101120000", 0),
    "finance-cell": ("10", "1607000000", 0),
    "cyber-team": ("10", "2100000000", 0),
    "prosecutor": ("10", "2005000000", 0),
    "task-force": ("10", "2011000000", 4),
    "community-programme": ("11", "1104000000", 0),
}
HOSTILES = {
    "cell": ("11", "1101001100", 0),
    "lab": ("40", "1105020000", 0),
    "front": ("20", "1202050000", 0),
    "safe-house": ("20", "1117000000", 0),
    "mole": ("11", "1108000000", 0),
    "gunmen": ("40", "1104000000", 0),
    "decoy": ("11", "1101001100", 1),
    "drone-wing": ("01", "1103000000", 0),
    "cyber-crew": ("10", "2100000000", 0),
    "smuggling": ("40", "1101190000", 0),
    "plot": ("40", "1103010000", 0),
}
# Shorter names that unit tables may use for the same picture.
ALSO = {
    "vessel": "cutter",
    "navy": "navy-patrol",
    "sensor": "guard-sensors",
    "forensic": "forensic-advisor",
    "finance": "finance-cell",
    "cyber": "cyber-team",
    "programme": "community-programme",
    "drone": "drone-wing",
    "crew": "cyber-crew",
}

ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">
<rect x="8" y="8" width="240" height="240" rx="52" fill="#18232E"/>
<path d="M128 34 L208 60 V126 C208 176 174 206 128 226 C82 206 48 176 48 126 V60 Z"
 fill="#FCFBF8" stroke="#FFC21A" stroke-width="10" stroke-linejoin="round"/>
<rect x="72" y="80" width="44" height="44" rx="6" fill="#1F5FA8"/>
<path d="M164 76 L190 122 H138 Z" fill="#2B6B2F" stroke="#2B6B2F" stroke-width="4"
 stroke-linejoin="round"/>
<circle cx="128" cy="164" r="27" fill="#8E3573"/>
</svg>"""


def sidc(identity: int, symbol: tuple[str, str, int]) -> str:
    """The twenty digits of a symbol: version, reality, identity, set, status, entity."""
    symbol_set, entity, task_force = symbol
    return f"100{identity}{symbol_set}0{task_force}00{entity}"


def picture(svg: str, height: int) -> pygame.Surface:
    """An SVG as a picture of a height, cut to what is drawn."""
    data = bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, zoom=6, skip_system_fonts=True, font_files=[str(FONT)]
        )
    )
    drawn = pygame.image.load(io.BytesIO(data), "symbol.png").convert_alpha()
    cut = drawn.subsurface(drawn.get_bounding_rect()).copy()
    width = round(cut.get_width() * height / cut.get_height())
    return pygame.transform.smoothscale(cut, (width, height))


def symbol_svg(code: str, letters: str = "") -> str:
    """The symbol of a code with muted fills; `letters` are added in its middle."""
    svg: str = Symbol(code, size=60).as_svg()
    for loud, calm in MUTED.items():
        svg = svg.replace(loud, f"#{calm}").replace(loud.replace(",", ", "), f"#{calm}")
    svg = re.sub(r'font-family="[^"]*"', 'font-family="IBM Plex Sans Condensed"', svg)
    if letters:
        text = (
            '<text x="100" y="127" text-anchor="middle" font-size="76" font-weight="bold" '
            f'font-family="IBM Plex Sans Condensed">{letters}</text>'
        )
        svg = svg.replace("</svg>", f"{text}</svg>")
    return svg


def main() -> None:
    """Draw every symbol and the icon."""
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    folder = ASSETS / "symbols"
    folder.mkdir(exist_ok=True)
    index: dict[str, dict[str, str]] = {}
    rows = [("friend", 3, name, symbol) for name, symbol in FRIENDLY.items()]
    rows += [("hostile", 6, name, symbol) for name, symbol in HOSTILES.items()]
    rows.append(("unknown", 1, "unknown", ("10", "0000000000", 0)))
    for side, identity, name, symbol in rows:
        code = sidc(identity, symbol)
        svg = symbol_svg(code, "?" if side == "unknown" else "")
        file = f"{name}.png"
        pygame.image.save(picture(svg, HEIGHT), str(folder / file))
        index[name] = {"file": file, "side": side, "sidc": code}
    for name, same in ALSO.items():
        index[name] = index[same]
    text = json.dumps(index, indent=1, sort_keys=True)
    (folder / "index.json").write_text(f"{text}\n", encoding="utf-8")
    pygame.image.save(picture(ICON, 256), str(ASSETS / "icon.png"))


if __name__ == "__main__":
    main()
