"""The table: ribbon, tracks, prompt, map, column and tray of a running sitting."""
