"""`python -m evals`."""

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""As ui.py does, before numpy is loaded: the time of an answer is measured on one core."""

from evals.cli import main  # noqa: E402

sys.exit(main())
