"""The first screen and what is reached from it: saves, settings, credits."""
