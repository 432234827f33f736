"""All the text that an output holds, wherever in it: what a reader, a search engine or a curious tool could find."""

from collections.abc import Iterator

from briefgen.leaks.passages import Passage, data_passages


def passages_of(form: str, data: bytes) -> Iterator[Passage]:
    """Yield every text of an output in the format `form`."""
    if form == "pdf":
        from briefgen.leaks.reading_pdf import pdf_passages

        yield from pdf_passages(data)
    elif form == "docx":
        from briefgen.leaks.reading_word import word_passages

        yield from word_passages(data)
    elif form == "json":
        yield from data_passages(data, "source")
    elif form == "html":
        from briefgen.leaks.reading_markup import markup_passages

        yield from markup_passages(data.decode("utf-8", "replace"))
    else:
        yield Passage("source", data.decode("utf-8", "replace"))
