"""`check --fix`: safe fixes applied to the text of briefs, touching nothing else.

Owns the decision which fixes are kept: one that does not make its fault go away, or brings up another, is undone.
Works on bytes and writes nothing.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.catalogue import rule
from briefgen.diagnostics import Diagnostic, TextEdit, TextFix
from briefgen.documents.splicing import apply_edits
from briefgen.inspection.inspecting import Inspected, inspect_brief
from briefgen.sources.library import Library
from briefgen.workspace import Workspace, read_bytes

BOM = b"\xef\xbb\xbf"
MOST_ROUNDS = 200
"""An end for fixes that would bring each other up again and again."""

Faults = Counter[tuple[str, str | None, str]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What safe fixes make of some files: their bytes before and after by path, and the titles of the fixes.

    `left` tells of those that were undone, and why.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    titles: tuple[str, ...]
    left: tuple[str, ...] = ()

    def diff(self) -> str:
        """The changes as a unified diff."""
        return "".join(line for path in sorted(self.after) for line in self._diff(path))

    def _diff(self, path: str) -> Iterator[str]:
        old, new = (
            side[path].decode("utf-8").splitlines(keepends=True) for side in (self.before, self.after)
        )
        for line in difflib.unified_diff(old, new, path, path):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def fix_briefs(workspace: Workspace, library: Library, brief_ids: tuple[str, ...]) -> Fixed:
    """Apply the safe fixes of each brief, one after the other, until none is left that helps."""
    before: dict[str, bytes] = {}
    drafts: dict[str, bytes] = {}
    titles: list[str] = []
    left: dict[str, str] = {}
    for brief_id in brief_ids:
        titles += _fix_brief(workspace, library, brief_id, before, drafts, left)
    changed = {path: data for path, data in drafts.items() if data != before[path]}
    told = tuple(f"{title}: {why}" for title, why in left.items())
    return Fixed({path: before[path] for path in changed}, changed, tuple(titles), told)


def _fix_brief(
    workspace: Workspace,
    library: Library,
    brief_id: str,
    before: dict[str, bytes],
    drafts: dict[str, bytes],
    left: dict[str, str],
) -> Iterator[str]:
    """Apply fixes to `drafts`; yield the title of each that is kept, and note in `left` why another is not."""
    tried: set[tuple[str, str | None, str, str]] = set()
    now = inspect_brief(workspace, library, brief_id, drafts=drafts)
    for _ in range(MOST_ROUNDS):
        found = next(_fixable(now, tried), None)
        if found is None:
            return
        diagnostic, fix = found
        path = diagnostic.path
        old = drafts[path] if path in drafts else read_bytes(workspace.root / path)
        then = inspect_brief(workspace, library, brief_id, drafts={**drafts, path: _edited(old, fix.edits)})
        title, faults, remain = f"{diagnostic.item or path}: {fix.title}", _faults(now), _faults(then)
        if (
            remain.total() >= faults.total()
        ):  # another one of the same name is still to be fixed where this one helped
            tried.add((diagnostic.rule, diagnostic.item, diagnostic.message, fix.title))
        if _mends(diagnostic, faults, remain):
            before.setdefault(path, old)
            drafts[path] = _edited(old, fix.edits)
            now = then
            left.pop(title, None)
            yield title
        else:
            left[title] = _why_not(diagnostic, faults, remain)


def _mends(diagnostic: Diagnostic, faults: Faults, left: Faults) -> bool:
    """Whether a fix took its own fault away and brought up no other.

    What could not be read before is checked only now: a fault of form that is mended may bring up those of other
    families.
    """
    before = faults - Counter([_fault(diagnostic)]) + _respaced(left)
    if rule(diagnostic.rule).family != "form":
        return before >= left
    new = left - before
    return left[_fault(diagnostic)] < faults[_fault(diagnostic)] and not any(
        rule(name).family == "form" for name, _, _ in new
    )


def _why_not(diagnostic: Diagnostic, faults: Faults, left: Faults) -> str:
    """What speaks against a fix that `_mends` nothing."""
    new = sorted({name for name, _, _ in left - faults} - {diagnostic.rule})
    return f"it would bring up {', '.join(new)}" if new else "it does not help"


def _fixable(
    inspected: Inspected, tried: set[tuple[str, str | None, str, str]]
) -> Iterator[tuple[Diagnostic, TextFix]]:
    # A stray field is mostly the rest of a text that a comma cut short: what the others say is not what was meant.
    cut = {each.item for each in inspected.diagnostics if each.rule == "unknown-field"}
    for diagnostic in inspected.diagnostics:
        for fix in diagnostic.fixes if diagnostic.item not in cut else ():
            name = (diagnostic.rule, diagnostic.item, diagnostic.message, fix.title)
            if fix.safe and name not in tried and diagnostic.path.endswith(".yaml"):
                yield diagnostic, fix


def _edited(data: bytes, edits: tuple[TextEdit, ...]) -> bytes:
    """Apply edits to a file's bytes; lines and columns count without its byte order mark. Line ends are kept."""
    mark = BOM if data.startswith(BOM) else b""
    text = data[len(mark) :].decode("utf-8")
    if "\r\n" in text:
        edits = tuple(TextEdit(edit.span, edit.text.replace("\n", "\r\n")) for edit in edits)
    return mark + apply_edits(text, edits).encode("utf-8")


def _faults(inspected: Inspected) -> Faults:
    """The faults of a brief by rule, item and message; a fixed quote has yet to be reviewed, which is no fault."""
    return Counter(_fault(each) for each in inspected.diagnostics if each.rule != "not-locked")


def _respaced(faults: Faults) -> Faults:
    """Those of the blanks of a quote, which are told once it is known where it stands, and have a fix of their own."""
    return Counter({fault: count for fault, count in faults.items() if fault[0] == "quote-respaced"})


def _fault(diagnostic: Diagnostic) -> tuple[str, str | None, str]:
    return diagnostic.rule, diagnostic.item, diagnostic.message
