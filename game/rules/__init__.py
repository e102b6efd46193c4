"""The rulebook, one file per chapter. `engine.Game` is the only door."""
