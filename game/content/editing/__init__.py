"""Changing an author's files: where things stand, edits that keep the rest, and safe writing."""
