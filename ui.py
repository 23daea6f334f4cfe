"""Start the page: `python ui.py [--host 127.0.0.1] [--port 7860] [--home MAP]`."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""Before numpy is loaded: answers multiply small matrices in several processes, which threads of their own only slow down
(first words of 40 people at once take twice as long with threads, benchmarks/load.py)."""

from assistant.interface.start import main  # noqa: E402

if __name__ == "__main__":
    raise SystemExit(main())
