"""Looking at a sitting again, and following one that is played in another window."""
