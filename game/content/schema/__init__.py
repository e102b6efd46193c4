"""Every word that an author may write, as frozen models; their docstrings are the manual."""

from game.content.schema.board import Area, Box, MapFile, Route
from game.content.schema.bots import Bot, BotsFile, Line, Stance
from game.content.schema.campaign import (
    CampaignFile,
    Discussion,
    Margin,
    Objective,
    Placement,
    SeatSpec,
    Start,
)
from game.content.schema.cards import Card, CardsFile, Cost, Target, Test
from game.content.schema.effects import AreaPick, Effect
from game.content.schema.guide import Fork, GuideStep
from game.content.schema.injects import Inject, InjectsFile, Option
from game.content.schema.rules import Rules
from game.content.schema.units import PieceKind, Pool, UnitsFile

__all__ = [
    "Area",
    "AreaPick",
    "Bot",
    "BotsFile",
    "Box",
    "CampaignFile",
    "Card",
    "CardsFile",
    "Cost",
    "Discussion",
    "Effect",
    "Fork",
    "GuideStep",
    "Inject",
    "InjectsFile",
    "Line",
    "MapFile",
    "Margin",
    "Objective",
    "Option",
    "PieceKind",
    "Placement",
    "Pool",
    "Route",
    "Rules",
    "SeatSpec",
    "Stance",
    "Start",
    "Target",
    "Test",
    "UnitsFile",
]
