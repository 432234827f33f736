"""Finds what is wrong in templates without running them: in every branch, not only those that a brief runs through.

Owns syntax, names, fields of the view, filters, tests, blocks and includes, each at its line with the words that are
meant. What a template computes for itself (macro parameters, its own variables) is trusted.
"""

import re
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.idtracking import symbols_for_node

from briefgen.diagnostics import Finding, Span
from briefgen.documents.validation import nearest
from briefgen.editions.view import EditionView
from briefgen.models.audience import Audience
from briefgen.templating.environment import TemplateEnvironment
from briefgen.templating.search import SearchPath

CONTEXT: dict[str, Any] = {
    "view": EditionView,
    "audience": Audience,
    "headings": dict,
    "target": str,
    "language": str,
    "numbers": str,
    "furniture": str,
    "tokens": dict,
    "columns": int,
    "stylesheet": str,
}
"""What every template is given, by name, with its type."""
OWN = frozenset(
    {
        "self",
        "super",
        "loop",
        "caller",
        "varargs",
        "kwargs",
        "_",
        "gettext",
        "ngettext",
        "pgettext",
        "npgettext",
    }
)
MAX_FINDINGS = 50


def lint(search_path: SearchPath, own: Path) -> tuple[Finding, ...]:
    """Find what is wrong in the templates of `search_path` that lie below `own`, the workspace's `templates/`."""
    linter = _Linter(search_path)
    places = [place for place in _places(search_path) if linter.is_below(place, own)]
    found = [finding for place in places for finding in linter.file(place)]
    return tuple(dict.fromkeys(found))[:MAX_FINDINGS]


def _places(search_path: SearchPath) -> Iterator[str]:
    """The places of all templates of the folders."""
    for index, folder in enumerate(search_path.folders):
        for path in sorted(folder.path.rglob("*.j2")):
            yield f"{index}:{path.relative_to(folder.path).as_posix()}"


class _Linter:
    def __init__(self, search_path: SearchPath) -> None:
        self.search_path = search_path
        self.environment = TemplateEnvironment(search_path, "en")
        self.parsed: dict[str, nodes.Template | TemplateSyntaxError | ValueError] = {}

    def is_below(self, place: str, own: Path) -> bool:
        path = self.search_path.file(place)
        return path is not None and path.is_relative_to(own.resolve())

    def parse(self, place: str) -> nodes.Template | TemplateSyntaxError | ValueError:
        if place not in self.parsed:
            try:
                self.parsed[place] = self.environment.parse(self.search_path.read(place), place)
            except (TemplateSyntaxError, ValueError) as error:
                self.parsed[place] = error
        return self.parsed[place]

    def file(self, place: str) -> Iterator[Finding]:
        tree = self.parse(place)
        source = _Source(self.search_path, place)
        if isinstance(tree, TemplateSyntaxError):
            yield source.finding(
                "template-error",
                tree.message or "this is not a template",
                tree.lineno,
                None,
                "correct it at this line",
            )
        elif isinstance(tree, ValueError):
            yield source.finding("template-error", str(tree), 1, None, "save it as UTF-8 text")
        else:
            parents = list(self.parents(place, tree))
            yield from self._references(tree, place, source)
            yield from self._filters(tree, source)
            yield from self._blocks(tree, parents, source)
            yield from _Names(self._known(tree, parents), source).check(tree)

    def parents(self, place: str, tree: nodes.Template) -> Iterator[nodes.Template]:
        """The templates that one extends, the nearest first."""
        seen = {place}
        while True:
            extends = next(tree.find_all(nodes.Extends), None)
            name = extends.template.value if extends and isinstance(extends.template, nodes.Const) else None
            place = self.search_path.find(str(name), place) or "" if name else ""
            parent = self.parse(place) if place and place not in seen else None
            if not isinstance(parent, nodes.Template):
                return
            seen.add(place)
            yield parent
            tree = parent

    def _references(self, tree: nodes.Template, place: str, source: "_Source") -> Iterator[Finding]:
        for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            optional = isinstance(node, nodes.Include) and node.ignore_missing
            for name in _constants(getattr(node, "template", None)):
                if not optional and self.search_path.find(name, place) is None:
                    near = nearest(name, [place.partition(":")[2] for place in _places(self.search_path)])
                    message = f"there is no template `{name}` along this audience's folders"
                    yield source.finding("template-error", message, node.lineno, name, _meant(near))

    def _filters(self, tree: nodes.Template, source: "_Source") -> Iterator[Finding]:
        kinds = (
            (nodes.Filter, self.environment.filters, "filter"),
            (nodes.Test, self.environment.tests, "test"),
        )
        for kind, known, word in kinds:
            for node in tree.find_all(kind):
                if node.name not in known:
                    remedy = _meant(nearest(node.name, known))
                    yield source.finding(
                        "template-undefined",
                        f"there is no {word} `{node.name}`",
                        node.lineno,
                        node.name,
                        remedy,
                    )

    def _blocks(
        self, tree: nodes.Template, parents: list[nodes.Template], source: "_Source"
    ) -> Iterator[Finding]:
        known = {block.name for parent in parents for block in parent.find_all(nodes.Block)}
        nested = {inner.name for block in tree.find_all(nodes.Block) for inner in block.find_all(nodes.Block)}
        for block in tree.find_all(nodes.Block) if parents else ():
            if block.name not in known and block.name not in nested:
                remedy = _meant(nearest(block.name, known)) or f"there are: {', '.join(sorted(known))}"
                message = (
                    f"no template that this one extends has a block `{block.name}`: it would never be printed"
                )
                yield source.finding("template-undefined", message, block.lineno, block.name, remedy)

    def _known(self, tree: nodes.Template, parents: Iterable[nodes.Template]) -> set[str]:
        """The names that hold anywhere in the file: given, global, and set at the top of it or of what it extends."""
        top = {name for each in (tree, *parents) for name in symbols_for_node(each).stores}
        return {*CONTEXT, *OWN, *self.environment.globals, *top}


def _constants(node: Any) -> list[str]:
    if isinstance(node, nodes.Const):
        return [str(node.value)]
    return [str(each.value) for each in getattr(node, "items", ()) if isinstance(each, nodes.Const)]


def _meant(near: str | None) -> str:
    return f"did you mean `{near}`?" if near else ""


class _Source:
    """The text of a template, for findings at its lines."""

    def __init__(self, search_path: SearchPath, place: str) -> None:
        self.path = search_path.label(place)
        file = search_path.file(place)
        self.lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file else []

    def finding(self, rule: str, message: str, line: int, words: str | None, remedy: str) -> Finding:
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) if words else None
        start, end = match.span() if match else (len(text) - len(text.lstrip()), len(text.rstrip()) or 1)
        return Finding(rule, message, path=self.path, span=Span(line, start + 1, line, end + 1), help=remedy)


class _Names:
    """Looks every name up where it is used, and every field of the view by its type."""

    def __init__(self, known: set[str], source: _Source) -> None:
        self.known = known
        self.source = source

    def check(self, tree: nodes.Template) -> Iterator[Finding]:
        yield from self._walk(tree, dict(CONTEXT), self.known)

    def _walk(self, node: nodes.Node, types_: dict[str, Any], known: set[str]) -> Iterator[Finding]:
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
            message = f"nothing is called `{node.name}` here"
            yield self.source.finding(
                "template-undefined", message, node.lineno, node.name, _meant(nearest(node.name, known))
            )
        elif isinstance(node, nodes.Getattr):
            yield from self._field(node, types_)
        types_, known = self._inside(node, types_, known)
        for child in node.iter_child_nodes():
            yield from self._walk(child, types_, known)

    def _inside(
        self, node: nodes.Node, types_: dict[str, Any], known: set[str]
    ) -> tuple[dict[str, Any], set[str]]:
        """What is known inside `node`: its own variables, of a type where that can be told."""
        if not isinstance(
            node,
            nodes.For | nodes.Macro | nodes.CallBlock | nodes.With | nodes.Block | nodes.If | nodes.Scope,
        ):
            return types_, known
        stored = {name.name for name in node.find_all(nodes.Name) if name.ctx in ("store", "param")}
        stored |= {each.target for each in node.find_all(nodes.Import)}
        stored |= {macro.name for macro in node.find_all(nodes.Macro)}
        typed = {name: kind for name, kind in types_.items() if name not in stored}
        if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            element = _element(_type(node.iter, types_))
            if (
                element is not None
                and sum(n.name == node.target.name and n.ctx == "store" for n in node.find_all(nodes.Name))
                == 1
            ):
                typed[node.target.name] = element
        return typed, known | stored

    def _field(self, node: nodes.Getattr, types_: dict[str, Any]) -> Iterator[Finding]:
        owner = _plain(_type(node.node, types_))
        if owner is None or node.attr.startswith("_") or not _is_record(owner):
            return
        fields = _fields(owner)
        if node.attr not in fields:
            message = f"{_said(owner)} has no field `{node.attr}`"
            remedy = _meant(nearest(node.attr, fields)) or f"there are: {', '.join(sorted(fields))}"
            yield self.source.finding("template-undefined", message, node.lineno, node.attr, remedy)


def _said(owner: type) -> str:
    return f"the {owner.__name__.removesuffix('View').lower() or 'view'}"


def _is_record(owner: Any) -> bool:
    return isinstance(owner, type) and (is_dataclass(owner) or hasattr(owner, "model_fields"))


def _fields(owner: type) -> dict[str, Any]:
    """The public fields and methods of a record, with the types of what they give."""
    found = {name: kind for name, kind in typing.get_type_hints(owner).items() if not name.startswith("_")}
    found.pop("model_config", None)
    for name in (name for name in vars(owner) if not name.startswith(("_", "model_"))):
        thing = vars(owner)[name]
        getter = thing.fget if isinstance(thing, property) else thing
        if isinstance(getter, types.FunctionType):
            found[name] = typing.get_type_hints(getter).get("return")
    return found


def _type(node: nodes.Node, types_: dict[str, Any]) -> Any:
    """The type of an expression, None where it cannot be told."""
    if isinstance(node, nodes.Name):
        return types_.get(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _plain(_type(node.node, types_))
        return _fields(owner).get(node.attr) if _is_record(owner) else None
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and isinstance(node.arg.value, str)
    ):
        owner = _plain(_type(node.node, types_))
        return _fields(owner).get(node.arg.value) if _is_record(owner) else None
    return _type(node.node, types_) if isinstance(node, nodes.Call) else None


def _plain(kind: Any) -> Any:
    """A type without None."""
    parts = [part for part in typing.get_args(kind) if part is not type(None)]
    return parts[0] if isinstance(kind, types.UnionType) and len(parts) == 1 else kind


def _element(kind: Any) -> Any:
    """What a loop over `kind` gives."""
    arguments = typing.get_args(_plain(kind))
    return arguments[0] if len(arguments) in (1, 2) and arguments[-1:] in ((...,), arguments[:1]) else None
