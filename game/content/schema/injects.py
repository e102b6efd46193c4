"""Injects: what White or the calendar brings into play (RULES 13)."""

from typing import Literal

from pydantic import Field

from game.content.schema.effects import Effect
from game.content.schema.words import Condition, Entry, Id, Phase, Source, Text, Title


class At(Entry):
    """A fixed moment."""

    quarter: int = Field(ge=1, le=20)
    """The quarter."""
    phase: Phase = "situation"
    """The phase at whose beginning it fires."""


class TableRow(Entry):
    """One row of a probability table."""

    weight: int = Field(ge=1, le=100)
    """Its share."""
    inject: Id | None = None
    """The inject, whose own trigger is `manual: true`; nothing happens when missing."""


class Trigger(Entry):
    """When an inject fires; one of the four."""

    at: At | None = None
    """At a fixed moment."""
    when: Condition | None = None
    """In the first SITUATION in which this holds."""
    table: tuple[TableRow, ...] = Field(default=(), strict=False)
    """In each SITUATION one row is drawn, and its inject fires, once unless it says `repeat`; this
    entry itself is only the table."""
    manual: bool = False
    """Only when White fires it, or another inject does."""


class Option(Entry):
    """One answer to an inject."""

    label: Title
    """The words on the button."""
    note: Text | None = None
    """What it will do, in a few words."""
    effects: tuple[Effect, ...] = Field(default=(), strict=False)
    """What it does."""
    default: bool = False
    """Taken when nobody answers."""
    score: Literal["good", "fair", "poor"] | None = None
    """How the expected answer rates it, for the review."""
    chain: Id | None = None
    """The inject that follows next quarter, whose own trigger is `manual: true`."""


class Inject(Entry):
    """An event from outside: headline, intelligence, call or brief."""

    id: Id
    """Its kebab-case word."""
    title: Title
    """Its title."""
    trigger: Trigger
    """When it fires."""
    to: tuple[Id, ...] = Field(default=(), strict=False)
    """Seats that it reaches; empty means the whole room."""
    answered_by: Id | None = None
    """The seat that chooses an option; the first of `to` when missing."""
    delivery: Literal["headline", "intel", "call", "brief"] = "headline"
    """How it arrives."""
    text: Text
    """What is said."""
    effects: tuple[Effect, ...] = Field(default=(), strict=False)
    """What it does at once."""
    options: tuple[Option, ...] = Field(default=(), strict=False, max_length=5)
    """Answers to choose from."""
    repeat: bool = False
    """Whether it may fire more than once."""
    time_s: int = Field(default=60, ge=5, le=900)
    """Seconds to decide."""
    expected: Text | None = None
    """The response hoped for; White only."""
    objectives: tuple[Id, ...] = Field(default=(), strict=False)
    """Learning objectives that it serves."""
    discuss: Text | None = None
    """A question for the review."""
    source: Source | None = None
    """Where it comes from in the source documents."""
    fact_note: Text | None = None
    """Where the public record differs."""
    white_notes: Text | None = None
    """Notes for the facilitator."""


class InjectsFile(Entry):
    """injects.yaml: a list of injects."""

    injects: tuple[Inject, ...] = Field(strict=False, min_length=1, max_length=500)
    """The injects."""
