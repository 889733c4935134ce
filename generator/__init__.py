"""Gongshi: approved lists in, disclosure site and wall posters out."""

import os

# Nothing here multiplies matrices; and a process with one thread can be copied (see `release.forked`).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
