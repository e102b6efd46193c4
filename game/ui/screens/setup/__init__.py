"""Setting up a sitting: who plays which seat, the options, and the brief."""
