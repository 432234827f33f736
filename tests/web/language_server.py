"""A client for yaml-language-server, as small as it can be: open a document, read what the editor would underline."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "schemaStore": {"enable": False}}}
"""What the editor's settings say: only the document's own modeline chooses a schema, nothing is fetched."""


class Mark(NamedTuple):
    """One thing the editor underlines; the line counts from 1."""

    line: int
    message: str


class LanguageServer:
    """One running server, spoken to over its standard input and output (Language Server Protocol 3)."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        capabilities = {"workspace": {"configuration": True}}
        self._send(id=1, method="initialize", params={"rootUri": root.as_uri(), "capabilities": capabilities})
        self._wait(lambda message: message.get("id") == 1 and "result" in message)
        self._send(method="initialized", params={})
        self._wait(lambda message: message.get("method") == "workspace/configuration")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def marks(self, path: Path) -> list[Mark]:
        """What an editor that opens `path`, for the first time, underlines."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        published = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )
        return [
            Mark(each["range"]["start"]["line"] + 1, each["message"])
            for each in published["params"]["diagnostics"]
        ]

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _wait(self, wanted: Any) -> dict[str, Any]:
        """Answer the server's own requests until the wanted message comes."""
        while True:
            message = self._receive()
            if "id" in message and "method" in message:
                self._send(id=message["id"], result=_answer(message))
            if wanted(message):
                return message

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "yaml-language-server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _answer(request: Mapping[str, Any]) -> object:
    if request["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(item["section"], {}) for item in request["params"]["items"]]
