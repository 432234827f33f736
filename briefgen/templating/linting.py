"""Finds what is wrong in templates without running them: in every branch, not only those that a brief runs through.

Owns syntax, names, fields of the view, filters, tests, blocks and includes, each at its line with the words that are
meant. What a template computes for itself (macro parameters, its own variables) is trusted.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.idtracking import symbols_for_node

from briefgen.diagnostics import Finding, Span
from briefgen.documents.validation import nearest
from briefgen.editions.view import EditionView
from briefgen.models.audience import Audience
from briefgen.templating.environment import TemplateEnvironment
from briefgen.templating.plainwords import of_syntax
from briefgen.templating.scoping import Scope, Walk, constants, meant
from briefgen.templating.search import SearchPath
from briefgen.templating.viewtypes import Module

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
OWN = frozenset({"self", "_", "gettext", "ngettext", "pgettext", "npgettext"})
MAX_FINDINGS = 50


def lint(search_path: SearchPath, own: Path) -> tuple[Finding, ...]:
    """Find what is wrong in the templates of `search_path` that lie below `own`, the workspace's `templates/`."""
    linter = _Linter(search_path)
    places = [place for place in _places(search_path) if linter.is_below(place, own)]
    linter.follow_includes(places)
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
        self.included: dict[str, set[str]] = {}

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
            said = of_syntax(tree.message or "", "\n".join(source.lines), tree.lineno)
            yield source.finding("template-error", said.message, said.line or tree.lineno, None, said.remedy)
        elif isinstance(tree, ValueError):
            yield source.finding("template-error", str(tree), 1, None, "save it as UTF-8 text")
        else:
            parents = list(self.parents(place, tree))
            yield from self._references(tree, place, source)
            yield from self._filters(tree, source)
            yield from self._blocks(tree, parents, source)
            for misuse in self.walk(place, tree, parents).check(tree):
                yield source.finding(
                    "template-undefined", misuse.message, misuse.line, misuse.words, misuse.remedy
                )

    def follow_includes(self, places: Iterable[str]) -> None:
        """Learn which names hold where a template is included: its own text does not show them."""
        for place in places:
            tree = self.parse(place)
            if isinstance(tree, nodes.Template):
                walk = self.walk(place, tree, list(self.parents(place, tree)))
                walk.gather(tree)
                for name, names in walk.included.items():
                    self.included.setdefault(self.search_path.find(name, place) or "", set()).update(names)

    def walk(self, place: str, tree: nodes.Template, parents: list[nodes.Template]) -> Walk:
        """What is known while the names of a template are looked up."""
        known = frozenset(self._known(tree, parents)) | self.included.get(place, set())
        named = frozenset(block.name for each in (tree, *parents) for block in each.find_all(nodes.Block))
        kinds = {**CONTEXT, **self._modules(place, (tree, *parents))}
        return Walk(Scope(known, kinds), named, self._scoped(parents), partial(self._exports, place))

    def _modules(self, place: str, trees: Iterable[nodes.Template]) -> dict[str, Module]:
        """The templates that these import, by the names they give them."""
        imports = (node for tree in trees for node in tree.find_all(nodes.Import))
        known = ((node.target, constants(node.template)) for node in imports)
        found = {target: self._exports(place, names[0]) for target, names in known if len(names) == 1}
        return {target: module for target, module in found.items() if module}

    def _scoped(self, parents: list[nodes.Template]) -> dict[str, Scope]:
        """What holds in the scoped blocks of the parents, the nearest parent's first."""
        found: dict[str, Scope] = {}
        for index in reversed(range(len(parents))):
            tree, above = parents[index], parents[index + 1 :]
            top = Scope(frozenset(self._known(tree, above)), CONTEXT)
            walk = Walk(top, frozenset(), found, lambda name: None)
            walk.gather(tree)
            found = {**found, **walk.scoped}
        return found

    def _exports(self, place: str, name: str) -> Module | None:
        """What the template called `name` gives to one that imports it; None where it cannot be read."""
        found = self.search_path.find(name, place)
        tree = self.parse(found) if found else None
        if not isinstance(tree, nodes.Template):
            return None
        imported = {node.target for node in tree.find_all(nodes.Import)}
        names = symbols_for_node(tree).stores - imported
        return Module(name, frozenset(each for each in names if not each.startswith("_")))

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
            for name in constants(getattr(node, "template", None)):
                if not optional and self.search_path.find(name, place) is None:
                    near = nearest(name, [place.partition(":")[2] for place in _places(self.search_path)])
                    message = f"there is no template `{name}` along this audience's folders"
                    yield source.finding("template-error", message, node.lineno, name, meant(near))

    def _filters(self, tree: nodes.Template, source: "_Source") -> Iterator[Finding]:
        kinds = (
            (nodes.Filter, self.environment.filters, "filter"),
            (nodes.Test, self.environment.tests, "test"),
        )
        for kind, known, word in kinds:
            for node in tree.find_all(kind):
                if node.name not in known:
                    remedy = meant(nearest(node.name, known))
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
                remedy = meant(nearest(block.name, known)) or f"there are: {', '.join(sorted(known))}"
                message = (
                    f"no template that this one extends has a block `{block.name}`: it would never be printed"
                )
                yield source.finding("template-undefined", message, block.lineno, block.name, remedy)

    def _known(self, tree: nodes.Template, parents: Iterable[nodes.Template]) -> set[str]:
        """The names that hold anywhere in the file: given, global, and set at the top of it or of what it extends."""
        top = {name for each in (tree, *parents) for name in symbols_for_node(each).stores}
        return {*CONTEXT, *OWN, *self.environment.globals, *top}


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
        span = Span(line, start + 1, line, end + 1)
        return Finding(rule, message, path=self.path, span=span, help=remedy, source=(text,) if text else ())
