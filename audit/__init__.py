"""Independent checkers, run on the built sample office: `make audit`.

One module of `audit/checkers/` per checker, found by its name. None of them is
ours: a checker judges the site as its readers and other people's programs do.
"""
