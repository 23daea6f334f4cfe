"""Take documents in: ``python ingest.py MAP_OF_BESTAND``. See ``python ingest.py --help``."""

import sys

if __name__ == "__main__":  # the import below it too: processes of the ingest read this file again
    from knowledge.cli import main

    sys.exit(main())
