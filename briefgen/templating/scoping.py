"""Which names hold where in a template, and which are used where they do not.

Follows Jinja's scopes: a loop, macro, `with` and block keep what they set to themselves; a branch of an `if` does not.
What is set in one branch only is trusted, and so is a name whose absence the template asks about.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes
from jinja2.runtime import LoopContext

from briefgen.documents.validation import nearest
from briefgen.editions.view import ItemView
from briefgen.templating.viewtypes import Module, element_of, field_named, fields_of, owner_of, said, type_of


@dataclass(frozen=True, slots=True)
class Misuse:
    """A name that is not there: its line, the words to point at, what is wrong and what may be meant."""

    line: int
    words: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that hold at one place, with their types where these can be told."""

    names: frozenset[str]
    kinds: Mapping[str, Any]

    def with_names(self, names: Iterable[str], kinds: Mapping[str, Any] | None = None) -> "Scope":
        """The scope with `names` set anew."""
        new = frozenset(names)
        kept = {name: kind for name, kind in self.kinds.items() if name not in new}
        return Scope(self.names | new, {**kept, **(kinds or {})})


LOOP = Module("loop", frozenset(name for name in dir(LoopContext) if not name.startswith("_")))
Visit = Generator[Misuse, None, Scope]


@dataclass
class Walk:
    """One template. `blocks` are the names of all its blocks and those it inherits; `inherited` what holds in the blocks that it
    overrides, `module` finds an imported template. What holds at its includes and scoped blocks is gathered on the way.
    """

    top: Scope
    blocks: frozenset[str]
    inherited: Mapping[str, Scope]
    module: Callable[[str], Module | None]
    included: dict[str, set[str]] = field(default_factory=dict)
    scoped: dict[str, Scope] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()

    def check(self, tree: nodes.Template) -> Generator[Misuse, None, None]:
        """Yield every name and field that is not there."""
        self.asked = frozenset(_asked_about(tree))
        yield from self._visit(tree, self.top)

    def gather(self, tree: nodes.Template) -> None:
        """Go through a template for what is gathered on the way."""
        for _ in self.check(tree):
            pass

    def _visit(self, node: nodes.Node, scope: Scope) -> Visit:
        handler = getattr(self, f"_{type(node).__name__.lower()}", None)
        if handler is not None:
            after: Scope = yield from handler(node, scope)
            return after
        return (yield from self._all(node.iter_child_nodes(), scope))

    def _all(self, each: Iterable[nodes.Node], scope: Scope) -> Visit:
        for node in each:
            scope = yield from self._visit(node, scope)
        return scope

    def _name(self, node: nodes.Name, scope: Scope) -> Visit:
        if node.ctx == "load" and node.name not in scope.names | self.asked:
            message = f"nothing is called `{node.name}` here"
            yield Misuse(node.lineno, node.name, message, meant(nearest(node.name, scope.names)))
        return scope

    def _getattr(self, node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Visit:
        yield from self._all(node.iter_child_nodes(), scope)
        name, owner = field_named(node), owner_of(node, scope.kinds)
        module = type_of(node.node, scope.kinds)
        if isinstance(node.node, nodes.Name) and node.node.name == "self" and name not in self.blocks:
            yield Misuse(node.lineno, name, f"there is no block `{name}`", meant(nearest(name, self.blocks)))
        elif isinstance(module, Module) and name not in module.exports:
            yield _not_in(node, module, name)
        elif name.startswith("_") and isinstance(node, nodes.Getattr):
            remedy = "print what the view documents: templates/README.md"
            yield Misuse(node.lineno, name, f"templates may not read `{name}`", remedy)
        elif owner is not None and not name.startswith("_") and name not in (fields := fields_of(owner)):
            remedy = meant(nearest(name, fields)) or f"there are: {', '.join(sorted(fields))}"
            yield Misuse(node.lineno, name, f"{said(owner)} has no field `{name}`", remedy)
        return scope

    _getitem = _getattr

    def _assign(self, node: nodes.Assign, scope: Scope) -> Visit:
        yield from self._visit(node.node, scope)
        return scope.with_names(_targets(node.target), _kind(node.target, type_of(node.node, scope.kinds)))

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope) -> Visit:
        yield from self._all(node.body, scope)
        return scope.with_names(_targets(node.target))

    def _for(self, node: nodes.For, scope: Scope) -> Visit:
        yield from self._visit(node.iter, scope)
        kind = _kind(node.target, element_of(type_of(node.iter, scope.kinds)))
        inner = scope.with_names({*_targets(node.target), "loop"}, {**kind, "loop": LOOP})
        yield from self._all(filter(None, (node.test, *node.body)), inner)
        yield from self._all(node.else_, scope)
        return scope

    def _macro(self, node: nodes.Macro, scope: Scope) -> Visit:
        yield from self._all(node.defaults, scope)
        known = scope.with_names({node.name})
        own = {*(each.name for each in node.args), "caller", "varargs", "kwargs"}
        yield from self._all(node.body, known.with_names(own))
        return known

    def _callblock(self, node: nodes.CallBlock, scope: Scope) -> Visit:
        yield from self._visit(node.call, scope)
        yield from self._all(node.defaults, scope)
        yield from self._all(node.body, scope.with_names(each.name for each in node.args))
        return scope

    def _with(self, node: nodes.With, scope: Scope) -> Visit:
        yield from self._all(node.values, scope)
        names = {name for target in node.targets for name in _targets(target)}
        yield from self._all(node.body, scope.with_names(names))
        return scope

    def _filterblock(self, node: nodes.FilterBlock, scope: Scope) -> Visit:
        yield from self._all(node.iter_child_nodes(), scope)
        return scope

    def _block(self, node: nodes.Block, scope: Scope) -> Visit:
        around = scope if node.scoped else self.top
        if node.scoped:
            self.scoped[node.name] = scope
        given = self.inherited.get(node.name)
        if given is not None:
            around = around.with_names(
                given.names - around.names, {"item": ItemView} if "item" in given.names else {}
            )
        yield from self._all(node.body, around.with_names({"super"}))
        return scope

    def _import(self, node: nodes.Import, scope: Scope) -> Visit:
        yield from self._visit(node.template, scope)
        module = self._module(node.template)
        return scope.with_names({node.target}, {node.target: module} if module else {})

    def _fromimport(self, node: nodes.FromImport, scope: Scope) -> Visit:
        yield from self._visit(node.template, scope)
        module = self._module(node.template)
        pairs = [(each, each) if isinstance(each, str) else each for each in node.names]
        for name, _ in pairs:
            if module is not None and name not in module.exports:
                yield _not_in(node, module, name)
        return scope.with_names(alias for _, alias in pairs)

    def _include(self, node: nodes.Include, scope: Scope) -> Visit:
        yield from self._visit(node.template, scope)
        for name in constants(node.template) if node.with_context else ():
            self.included.setdefault(name, set()).update(scope.names)
        return scope

    def _module(self, template: nodes.Expr) -> Module | None:
        names = constants(template)
        return self.module(names[0]) if isinstance(template, nodes.Const) and names else None


def _not_in(node: nodes.Node, module: Module, name: str) -> Misuse:
    message = f"`{module.name}` has nothing called `{name}`"
    return Misuse(node.lineno, name, message, meant(nearest(name, module.exports)))


def _targets(target: nodes.Node) -> set[str]:
    """The names that an assignment sets; a field of a namespace sets none."""
    own = [target] if isinstance(target, nodes.Name) else []
    return {name.name for name in (*own, *target.find_all(nodes.Name))}


def _kind(target: nodes.Node, kind: Any) -> dict[str, Any]:
    return {target.name: kind} if isinstance(target, nodes.Name) and kind is not None else {}


def _asked_about(tree: nodes.Template) -> Iterable[str]:
    """The names whose absence a template reckons with: `x is defined`, `x|default("")`."""
    for test in tree.find_all((nodes.Test, nodes.Filter)):
        if test.name in ("defined", "undefined", "default", "d") and isinstance(test.node, nodes.Name):
            yield test.node.name


def constants(node: Any) -> list[str]:
    """The names of templates that an include, import or extends may mean, where they are written out."""
    if isinstance(node, nodes.Const):
        return [str(node.value)]
    if isinstance(node, nodes.CondExpr):
        return [*constants(node.expr1), *constants(node.expr2)]
    return [name for each in getattr(node, "items", ()) for name in constants(each)]


def meant(near: str | None) -> str:
    """The remedy for a misspelt name."""
    return f"did you mean `{near}`?" if near else ""
