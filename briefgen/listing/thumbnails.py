"""Small pictures of a PDF's first page, files of their own.

Files rather than data in the page: at 10,000 editions they would make it some 40 MB, while a browser fetches only the
pictures that come into view.
"""

import io

WIDTH = 160
"""In pixels; shown at half of it, so that it is sharp on dense screens."""
COLOURS = 16


def thumbnail(pdf: bytes) -> bytes | None:
    """The first page of `pdf` as a PNG; None where it cannot be drawn. The same PDF gives the same bytes."""
    # Loaded only where an edition is new.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            picture = page.render(scale=WIDTH / page.get_width()).to_pil()
        finally:
            document.close()
    except pypdfium2.PdfiumError:
        return None
    written = io.BytesIO()
    picture.convert("RGB").quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()
