"""`python -m game` is the command line."""

from game.cli import main

if __name__ == "__main__":
    main(prog_name="nadc")
