"""python -m tests.damage [--seeds 300] [--first 0] [--small]: damage the policy, seed by seed."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.damage.looking import CLAUSES, SMALL, copy_to, damage, look

parser = argparse.ArgumentParser(prog="python -m tests.damage")
parser.add_argument("--seeds", type=int, default=300, help="so many damages (300)")
parser.add_argument("--first", type=int, default=0, help="the first seed (0)")
parser.add_argument("--small", action="store_true", help="the small edition of the tests")
args = parser.parse_args()
source = SMALL if args.small else CLAUSES
bad = 0
with tempfile.TemporaryDirectory() as folder:
    root = copy_to(Path(folder), source)
    for seed in range(args.first, args.first + args.seeds):
        for said in look(root, seed, source):
            way, name, _ = damage(seed, source)
            print(f"seed {seed}: {way} in {name}: {said[:300]}", flush=True)
            bad += 1
print(f"{args.seeds} damages, {bad} not told as they should be")
sys.exit(1 if bad else 0)
