"""The kit sheet draws at every scale; set NADC_KIT_SHEET to a folder to keep its pictures."""

import os
from pathlib import Path

import pygame
import pytest
from kit_sheet import MakeKit, draw_sheet, draw_tray

SCALES = [(1600, 1000, 100), (1280, 720, 100), (1280, 720, 150), (1600, 1000, 150)]


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize(("width", "height", "text"), SCALES)
def test_sheet_draws(kit_at: MakeKit, width: int, height: int, text: int, contrast: bool) -> None:
    kit = kit_at(width, height, text, contrast=contrast)
    gain = kit.metrics.scale
    sheet = draw_sheet(kit, width, round(2600 * gain * gain * 1600 / width + 600))
    tray = draw_tray(kit, width)
    assert sheet.get_at((2, 2))[:3] == kit.theme.screen
    folder = os.environ.get("NADC_KIT_SHEET")
    if folder:
        name = f"{width}x{height}-{text}{'-contrast' if contrast else ''}"
        pygame.image.save(sheet, str(Path(folder) / f"sheet-{name}.png"))
        pygame.image.save(tray, str(Path(folder) / f"tray-{name}.png"))
