"""The things of the game in words: tracks, areas, units, cards, effects, conditions, phases."""
