"""Pieces: what stands on the map (RULES 3)."""

from typing import Literal

from pydantic import Field

from game.content.schema.words import AreaKind, Authority, Country, Entry, Id, Mode, Text, Title

Trait = Literal[
    "cell",
    "lab",
    "front",
    "mole",
    "gunmen",
    "decoy",
    "advisor",
    "forensic",
    "prosecutor",
    "aircraft",
    "satellite",
    "ew",
]


class Bonus(Entry):
    """What a piece adds to tests made in its area."""

    surveil: int = Field(default=0, ge=-3, le=3)
    """On Surveil."""
    raid: int = Field(default=0, ge=-3, le=3)
    """On Raid."""
    case: int = Field(default=0, ge=-3, le=3)
    """On Build case."""
    govern: int = Field(default=0, ge=-3, le=3)
    """On Govern."""
    intimidate: int = Field(default=0, ge=-3, le=3)
    """On Intimidate."""


class PieceKind(Entry):
    """A kind of piece: an NADC unit or a Red piece."""

    id: Id
    """Its kebab-case word."""
    name: Title
    """One of them, as in "Border team"."""
    plural: Title
    """Several of them, as in "Border teams"."""
    side: Literal["nadc", "red"]
    """Who owns such pieces."""
    symbol: Id
    """The counter's symbol."""
    summary: Text
    """What it does, in one sentence."""
    detect: int = Field(default=0, ge=0, le=5)
    """D: its chance in six to see one unit of flow."""
    endgame: int = Field(default=0, ge=0, le=5)
    """E: its chance in six to stop what was seen."""
    support_endgame: int = Field(default=0, ge=0, le=2)
    """E that it adds only beside a unit with law-enforcement authority on its route."""
    authority: Authority = "none"
    """Its legal title."""
    modes: tuple[Mode, ...] = Field(default=(), strict=False)
    """Routes it can watch; empty means none at all."""
    kinds: tuple[AreaKind, ...] = Field(default=(), strict=False)
    """Kinds of area it may stand in; empty means any."""
    countries: tuple[Country, ...] = Field(default=(), strict=False)
    """Countries it may stand in; empty means any that the law allows."""
    coastal: bool = False
    """Whether it may also stand in coastal areas where `kinds` would forbid it."""
    gov_max: int | None = Field(default=None, ge=-2, le=2)
    """Red only: the highest governance at which it can be placed."""
    area_max: int = Field(default=6, ge=1, le=6)
    """How many of this kind may stand in one area."""
    needs: Id | None = None
    """A kind that must already be in the area (Gunmen need a Cell)."""
    reach: bool = False
    """Red only: must be placed within reach of a cell."""
    watches: int = Field(default=1, ge=0, le=2)
    """How many routes it watches at a time; satellites watch two and stand nowhere."""
    traits: tuple[Trait, ...] = Field(default=(), strict=False)
    """What the rules treat it as."""
    supply: int = Field(default=0, ge=0, le=6)
    """Units added to the network's supply each quarter from the quarter after placing."""
    launder: int = Field(default=0, ge=0, le=9)
    """Dirty cash that it launders each quarter."""
    bonus: Bonus = Bonus()
    """What it adds to tests in its area."""


class Pool(Entry):
    """A seat's force pool: the limit on what it can have on the map."""

    kind: Id
    """The kind of piece."""
    count: int = Field(ge=1, le=20)
    """How many exist."""


class UnitsFile(Entry):
    """units.yaml: the kinds of piece."""

    kinds: tuple[PieceKind, ...] = Field(strict=False, min_length=1, max_length=80)
    """Every kind of piece a campaign of this folder may use."""
