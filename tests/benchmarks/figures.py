"""Figures of benchmarks: kept with the case and printed, never asserted."""

from functools import cache

from game.content.loader import load_campaign
from game.resources import campaigns_dir


@cache
def first_light():
    """The campaign that is measured."""
    return load_campaign(campaigns_dir() / "first-light")


def show(benchmark, **figures):
    """Keep figures with the case and print them."""
    benchmark.extra_info.update(figures)
    print("", *(f"{name} = {value}" for name, value in figures.items()), sep="\n  ")
