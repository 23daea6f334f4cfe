"""Take documents in: ``python ingest.py MAP_OF_BESTAND``. See ``python ingest.py --help``."""

import sys

from knowledge.cli import main

if __name__ == "__main__":
    sys.exit(main())
