"""The preview's own pages: the list of editions, and the frame around one."""

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from briefgen.preview.heads import Head

STYLE = """\
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{margin:0}
header{display:flex;gap:1rem;align-items:baseline;padding:.6rem 1rem;border-bottom:1px solid #8886}
header h1{font-size:1rem;margin:0}nav ul{padding:1rem 2rem}nav li{margin-bottom:.7rem}nav small{opacity:.7}main{display:flex;height:calc(100vh - 3.2rem)}
iframe{flex:1;border:0;border-right:1px solid #8884;background:#fff}
#faults{position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;background:Canvas;color:CanvasText;
border-top:3px solid #b3261e;padding:.5rem 1rem;font-size:.85rem}#faults:empty{display:none}
#faults pre{margin:.1rem 0 .6rem;overflow-x:auto}#faults b{color:#b3261e}
@media (prefers-color-scheme:dark){#faults b{color:#f2b8b5}}"""

SCRIPT = """\
const faults = document.getElementById("faults"), state = document.getElementById("state");
const show = (id) => { const frame = document.getElementById(id); if (!frame) return;
  const y = id === "html" && frame.contentWindow ? frame.contentWindow.scrollY : 0;
  frame.addEventListener("load", () => { if (y) frame.contentWindow.scrollTo(0, y); }, { once: true });
  frame.src = frame.dataset.src + "?v=" + Date.now(); };
const list = async () => { const nav = document.querySelector("nav"); if (!nav) return;
  const page = new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html");
  nav.replaceWith(page.querySelector("nav")); };
let first = true;
new EventSource("/events").onmessage = (event) => {
  const news = JSON.parse(event.data);
  state.textContent = news.error || ("version " + news.version);
  if (!first) { news.formats.forEach(show); list(); }
  first = false;
  faults.replaceChildren(...news.diagnostics.map((each) => {
    const box = document.createElement("div"), head = document.createElement("div"), line = document.createElement("pre");
    const rule = document.createElement("b"); rule.textContent = each.severity + " " + each.rule;
    head.append(rule, " " + each.path + ":" + each.line + ": " + each.message + (each.help ? " (" + each.help + ")" : ""));
    line.textContent = (each.source || []).join("\\n"); box.append(head, line); return box; }));
};"""


def listing(editions: list[tuple[str, str]], heads: Mapping[str, Head]) -> str:
    """The page that lists all briefs, each with its title, its date and its audiences."""
    audiences: dict[str, list[str]] = {}
    for brief, audience in editions:
        audiences.setdefault(brief, []).append(audience)
    rows = "".join(_row(brief, heads.get(brief, Head(brief)), names) for brief, names in audiences.items())
    return _page("Briefs", f"<nav aria-label=Briefs><ul>{rows or '<li>no brief yet</li>'}</ul></nav>")


def _row(brief: str, head: Head, audiences: list[str]) -> str:
    links = ", ".join(
        f'<a href="/view/{quote(brief)}/{quote(name)}">{escape(name)}</a>' for name in audiences
    )
    date = f", {escape(head.date)}" if head.date else ""
    return (
        f"<li><b dir=auto>{escape(head.title)}</b> <small>({escape(brief)}{date})</small><br>for {links}</li>"
    )


def frame(brief: str, audience: str) -> str:
    """The page that shows one edition: the HTML, the PDF beside it, the faults below."""
    base = f"/out/{quote(brief)}/{quote(audience)}"
    body = (
        f'<main><iframe id=html title="HTML" src="{base}.html" data-src="{base}.html"></iframe>'
        f'<iframe id=pdf title="PDF" src="{base}.pdf" data-src="{base}.pdf"></iframe></main>'
    )
    return _page(f"{brief} for {audience}", body)


def _page(title: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>{escape(title)}</title>"
        f'<meta name=viewport content="width=device-width"><style>{STYLE}</style>'
        f'<header><h1>{escape(title)}</h1><a href="/">all briefs</a><span id=state></span></header>{body}'
        f"<div id=faults role=log aria-live=polite></div><script>{SCRIPT}</script></html>"
    )
