"""What of a release may no longer be shown: past its last day, withdrawn, or replaced since.

Purge takes the first two down from the live release; rollback refuses a release
that has any, and none is kept.
"""

from collections.abc import Mapping
from datetime import date

from generator.approvals import is_withdrawn
from generator.release.manifest import Made, Manifest


def latest(withdrawn: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    """The later line of each notice or list: what a release knew as withdrawn stays so if the ledger is set back."""
    return {subject: max(withdrawn.get(subject, 0), others.get(subject, 0)) for subject in {*withdrawn, *others}}


def gone(manifest: Manifest, today: date, withdrawn: Mapping[str, int]) -> frozenset[str]:
    """The paths past their last day or of withdrawn notices; `withdrawn` are lines of the ledger by notice or list."""
    withdrawn = latest(withdrawn, manifest.withdrawn)
    down = {
        address
        for address, origin in manifest.notices.items()
        if is_withdrawn(withdrawn, origin.line, address, origin.list)
    }
    return frozenset(
        path for path, made in manifest.files.items() if _is_past(made, today) or not down.isdisjoint(made.notices)
    )


def unfit(manifest: Manifest, live: Manifest, today: date, withdrawn: Mapping[str, int]) -> frozenset[str]:
    """The paths for which a release must not become the live one again, which is now `live`.

    Besides what is gone: what the live release shows in a corrected version, or has taken down for the next list.
    """
    replaced = _replaced(manifest, live)
    return gone(manifest, today, latest(withdrawn, live.withdrawn)) | {
        path for path, made in manifest.files.items() if not replaced.isdisjoint(made.notices)
    }


def _replaced(manifest: Manifest, live: Manifest) -> set[str]:
    shown = {address for made in live.files.values() for address in made.notices}
    return {
        address
        for address, origin in manifest.notices.items()
        if (now := live.notices.get(address)) and (now.line > origin.line or (now == origin and address not in shown))
    }


def _is_past(made: Made, today: date) -> bool:
    return bool(made.until) and made.until < today.isoformat()
