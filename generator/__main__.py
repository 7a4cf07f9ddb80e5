"""`python -m generator` is the command `dailypapers`."""

from .doors.cli import main

if __name__ == "__main__":
    main(prog_name="dailypapers")
