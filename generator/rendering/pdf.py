"""How every PDF is written: small, and with equal bytes for equal content."""

import io

from pikepdf import ObjectStreamMode, Pdf


def written(document: Pdf) -> bytes:
    """With object streams: a fifth of the size of what the compiler writes."""
    out = io.BytesIO()
    document.save(
        out,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return out.getvalue()
