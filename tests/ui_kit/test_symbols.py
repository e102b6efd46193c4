"""Every symbol in the index has its picture, and every shipped unit its symbol."""

import re

import pytest

from game import resources
from game.ui.assets import read_index, window_icon
from game.ui.kit import Kit

FOLDER = resources.assets_dir() / "symbols"
NEEDED = (
    *("satellite", "uas", "patrol-aircraft", "navy-patrol", "cutter", "customs-team"),
    *("border-team", "police-team", "guard-sensors", "c-uas", "ew", "advisor"),
    *("forensic-advisor", "finance-cell", "cyber-team", "prosecutor", "task-force"),
    *("community-programme", "cell", "lab", "front", "mole", "gunmen", "decoy"),
    *("drone-wing", "cyber-crew", "unknown"),
)


def test_index_and_pictures_agree() -> None:
    index = read_index(FOLDER)
    assert {symbol.file for symbol in index.values()} == {p.name for p in FOLDER.glob("*.png")}


@pytest.mark.parametrize("symbol", NEEDED)
def test_needed_symbols_are_there(symbol: str) -> None:
    entry = read_index(FOLDER)[symbol]
    assert len(entry.sidc) == 20
    assert entry.side in ("friend", "hostile", "unknown")


def test_shipped_units_have_symbols() -> None:
    table = resources.campaigns_dir() / "library" / "units.yaml"
    named = re.findall(r"^\s+symbol:\s*([\w-]+)", table.read_text(encoding="utf-8"), re.M)
    assert named
    assert set(named) <= set(read_index(FOLDER))


def test_symbols_scale_to_a_height_and_keep_their_shape(kit: Kit) -> None:
    small, large = kit.symbols.surface("customs-team", 26), kit.symbols.surface("customs-team", 52)
    assert small.get_height() == 26
    assert abs(large.get_width() - 2 * small.get_width()) <= 1
    assert kit.symbols.surface("customs-team", 26) is small


def test_an_unknown_id_shows_as_unknown(kit: Kit) -> None:
    assert "airship" not in kit.symbols
    assert kit.symbols.surface("airship", 30) is kit.symbols.surface("unknown", 30)


def test_fills_are_muted(kit: Kit) -> None:
    friend, hostile = kit.symbols.surface("ew", 132), kit.symbols.surface("cell", 132)
    for image, at, muted in (
        (friend, (20, 66), (0xCF, 0xE3, 0xF4)),
        (hostile, (66, 118), (0xF4, 0xBF, 0xB0)),
    ):
        drawn = image.get_at(at)
        assert all(abs(a - b) <= 3 for a, b in zip(drawn[:3], muted, strict=True))


def test_the_icon_is_there(kit: Kit) -> None:
    assert window_icon(resources.assets_dir()).get_size() == (256, 256)
