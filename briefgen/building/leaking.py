"""The leak check of one edition: what its audience may know, what it may not, and where every output is searched for that.

What an audience may know is what the shipped templates and writers make of its view. The title, the glossary and the
id of a brief are not drawn from items and are chosen by nobody's clearance, so they are searched like an output.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.audiences import Resolved
from briefgen.checks.case import Case, Item
from briefgen.editions import EditionView, select, to_json
from briefgen.leaks import Leak, Passage, find_leaks, gather_secrets, passages_of
from briefgen.leaks.finding import FILE_NAME
from briefgen.models.audience import Audience
from briefgen.templating import Rendered, render
from briefgen.templating.inline import plain
from briefgen.writing.markdown import to_markdown
from briefgen.writing.text import to_text

FIGURES = re.compile(r"\d+")


def leaks_of(
    case: Case, audience: Audience, resolved: Resolved, hidden: Sequence[Item], files: Mapping[str, bytes]
) -> tuple[Leak, ...]:
    """The words of `hidden` in `files`, the outputs of an edition by format, and in what names and heads them."""
    view = select(case, audience)
    secrets = gather_secrets(case, hidden, _told(view, audience, resolved))
    return find_leaks(files, secrets, dict(_heads(view)))


def _heads(view: EditionView) -> Iterator[tuple[str, str]]:
    """What every output of an edition carries, whatever its items."""
    yield FILE_NAME, f"{view.brief}/{view.audience}"
    yield "title", plain(view.title)
    yield "subtitle", plain(view.subtitle)
    yield from ((f"glossary: {term.term}", plain(term.meaning)) for term in view.glossary)


def _told(view: EditionView, audience: Audience, resolved: Resolved) -> str:
    """All that the audience is rightly told: its items, sources and furniture, as every format words them."""
    bare = replace(view, brief="", title="", subtitle="", glossary=())
    page = render(bare, audience, resolved.shipped_path, "html")
    outputs = {
        "json": to_json(bare),
        "html": page.html if isinstance(page, Rendered) else "",
        "md": to_markdown(bare, audience),
        "txt": to_text(bare, audience),
    }
    told = [_rightly(each) for form, text in outputs.items() for each in passages_of(form, text.encode())]
    return "\n".join((*told, *_templates(resolved)))


def _rightly(passage: Passage) -> str:
    """The words of a passage; the figures of code are sizes, and none of them is told."""
    return passage.text if passage.prose else FIGURES.sub(" ", passage.text)


def own_templates(resolved: Resolved) -> Iterator[tuple[str, str]]:
    """The templates and stylesheets of an audience that do not ship, by their labels."""
    shipped = set(resolved.shipped_path.roots())
    for folder in resolved.search_path.folders:
        for path in sorted(folder.path.rglob("*")) if folder.path not in shipped else ():
            if path.suffix in (".j2", ".css", ".svg") and path.is_file():
                yield (
                    folder.label(path.relative_to(folder.path).as_posix()),
                    path.read_text("utf-8", "replace"),
                )


def _templates(resolved: Resolved) -> Iterator[str]:
    """The words of the shipped templates, of the branches that this edition does not run through, too."""
    for folder in resolved.shipped_path.roots():
        for path in sorted(folder.rglob("*.j2")):
            yield FIGURES.sub(" ", path.read_text(encoding="utf-8"))
