"""Finds a place for everything that stands on the map."""
