"""What is guaranteed of every PDF of a release: one module each.

A module has a `TITLE`, `concerns(printed, known)`, which says whether it is about a PDF, and
`objections(printed, known)`, which yields what is wrong with it. `again` is about a release as a
whole, because it compiles part of it once more.
"""
