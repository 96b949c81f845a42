"""``python -m newsnorm``: the command line."""

import sys

from newsnorm.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
