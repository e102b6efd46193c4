"""The screens: menu, seats, the table, the curtain, flow, the ending, and what stands beside."""
