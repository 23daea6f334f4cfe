"""`python -m knowledge`: ask the records."""

from __future__ import annotations

import sys

from knowledge.catalogue_cli import main

if __name__ == "__main__":
    sys.exit(main())
