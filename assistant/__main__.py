"""``python -m assistant``."""

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""As ui.py does, before numpy is loaded: threads of their own only slow small matrices down."""

from assistant.cli import main  # noqa: E402

sys.exit(main())
