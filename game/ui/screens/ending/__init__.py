"""The ending: who achieved what, how it came about, and what to talk about."""
