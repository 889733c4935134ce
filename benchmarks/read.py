"""Reads one list with pandas and does nothing else: what `benchmarks.check` is compared with."""

import sys

import pandas as pd

if __name__ == "__main__":
    path = sys.argv[1]
    frame = pd.read_csv(path, dtype=str) if path.endswith(".csv") else pd.read_excel(path, engine="calamine")
    print(len(frame))
