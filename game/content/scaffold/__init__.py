"""New campaigns and new entries, filled in so that they check clean and can be played at once."""
