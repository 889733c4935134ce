"""Runs every independent checker on the built sample office and prints one table: `make audit`.

`python -m audit [CHECKER …] [--built FOLDER]`. Ends with 1 if something misses its target. Nothing is asked of the
network. A busy machine lowers the performance that Lighthouse measures, and nothing else.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.checkers import judged, names
from audit.sample import Sample
from audit.server import served
from audit.tools import FOLDER
from audit.verdict import Verdict, complaints, table


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkers", nargs="*", metavar="CHECKER", choices=[[], *names()], help=", ".join(names()))
    parser.add_argument("--built", type=Path, help="a folder with site/ and print/; without it the sample is built")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="gongshi-audit-") as folder:
        built = asked.built or _built(Path(folder))
        with served(built / "site") as address:
            verdicts = list(_verdicts(Sample(built.absolute(), address), asked.checkers or names()))
    print(table(verdicts))
    print(complaints(verdicts))
    missed = sum(not each.ok for each in verdicts)
    print(f"\n{len(verdicts)} lines, {missed} miss their target")
    return 1 if missed else 0


def _verdicts(sample: Sample, checkers: Sequence[str]) -> Iterator[Verdict]:
    for name in checkers:
        print(f"{name} …", file=sys.stderr, flush=True)
        yield from judged(name, sample)


def _built(folder: Path) -> Path:
    """The sample office, built as anybody builds it."""
    print("building the sample office …", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "generator", "build", "--project", str(FOLDER.parent), "--out", str(folder)]
    ended = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"the sample office cannot be built:\n{ended.stderr or ended.stdout}")
    return folder


if __name__ == "__main__":
    sys.exit(main())
