"""Small pictures of posters for the print room."""

import io

import pypdfium2

# Pixels: twice what the print room shows, for screens of double density.
WIDTH, HEIGHT = 280, 360
_QUALITY = 60


def thumbnail(pdf: bytes) -> bytes:
    """The first sheet as WebP within `WIDTH` x `HEIGHT`; equal bytes for equal input."""
    out = io.BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
        page.render(scale=scale).to_pil().convert("RGB").save(out, "WEBP", quality=_QUALITY)
    return out.getvalue()
