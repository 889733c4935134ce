"""Every PDF of both folders, read by qpdf, pdfua and outloud (PyPI). Tiles hold a poster as a picture, without tags."""

from collections.abc import Iterator

from audit.sample import Sample
from audit.verdict import Verdict, counted
from tests.posters.soundness import READERS


def verdicts(sample: Sample) -> Iterator[Verdict]:
    tagged = [each for each in sample.posters if "tiled" not in each.parts]
    for name, reader in READERS.items():
        judged = sample.posters if name == "qpdf" else tagged
        complaints = [f"{sample.name(path)}: {each}" for path in judged for each in reader(path)]
        yield counted(name, "posters", len(judged), complaints, "errors")
