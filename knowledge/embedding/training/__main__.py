"""Train the domain embedder: `python -m knowledge.embedding.training --esco DIR --out FILE`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Train from an ESCO folder, print the yardstick and write the weights; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.embedding.training", description=__doc__)
    parser.add_argument(
        "--esco", type=Path, required=True, help="folder with the CSV files of the ESCO download"
    )
    parser.add_argument("--out", type=Path, required=True, help="weights file to write (.npz)")
    parser.add_argument(
        "--pairs", type=Path, action="append", default=[], help="CSV with columns nl,en,de; may be repeated"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--minutes",
        type=float,
        default=15.0,
        help="stop after this long; a run that is stopped cannot be repeated exactly",
    )
    parser.add_argument("--steps", type=int, help="number of training steps")
    parser.add_argument(
        "--threads", type=int, default=2, help="the same number of threads gives the same weights"
    )
    chosen = parser.parse_args(arguments)
    try:
        import torch
    except ModuleNotFoundError:
        print(
            "Training needs PyTorch: pip install 'leerwijzer[training]'. Using the embedder does not.",
            file=sys.stderr,
        )
        return 2
    from knowledge.embedding.training.build import TrainingRun, trained
    from knowledge.embedding.training.model import TrainingSettings

    torch.set_num_threads(chosen.threads)
    torch.use_deterministic_algorithms(True)
    settings = TrainingSettings(threads=chosen.threads, **({"steps": chosen.steps} if chosen.steps else {}))
    today = datetime.now(UTC).date()
    run = TrainingRun(chosen.esco, tuple(chosen.pairs), chosen.seed, chosen.minutes, today, settings)
    try:
        weights = trained(run, lambda line: print(line, flush=True))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    weights.save(chosen.out)
    print(f"{chosen.out}: {chosen.out.stat().st_size / 1e6:.2f} MB, {weights.fingerprint}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
