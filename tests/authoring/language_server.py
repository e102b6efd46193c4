"""The YAML language server, driven over its standard input and output as an editor does."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

VARIABLE = "NADC_YAML_SERVER"
"""Names the program where it is not on the path."""
PATIENCE = 30
"""Seconds to wait for an answer."""


def server_program() -> str | None:
    """Where the language server is, or None where it is not installed."""
    return os.environ.get(VARIABLE) or shutil.which("yaml-language-server")


class LanguageServer:
    """One server that has a folder open."""

    def __init__(self, program: str, folder: Path) -> None:
        self._folder = folder
        self._next = 0
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._findings: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> LanguageServer:
        root = self._folder.as_uri()
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "campaign"}],
                "capabilities": {
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                    "workspace": {"configuration": True},
                },
            },
        )
        self.tell("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.tell("exit", {})
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with a text, whatever lies on the disk; returns what is wrong with it."""
        uri = path.as_uri()
        self._findings[uri] = queue.Queue()
        self.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}},
        )
        return self._findings[uri].get(timeout=PATIENCE)

    def close(self, path: Path) -> None:
        """Close a file."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """The words that are offered at a place (from 0), each with its manual."""
        answer = self.ask("textDocument/completion", self._at(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {str(item["label"]): _text(item.get("documentation")) for item in items or []}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is said about the word at a place (from 0)."""
        answer = self.ask("textDocument/hover", self._at(path, line, column))
        return _text(answer["contents"]) if answer else ""

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._next += 1
        waiting = self._answers[self._next] = queue.Queue()
        self._send({"id": self._next, "method": method, "params": params})
        message = waiting.get(timeout=PATIENCE)
        assert "error" not in message, message
        return message.get("result")

    def tell(self, method: str, params: Any) -> None:
        """Send a notice."""
        self._send({"method": method, "params": params})

    def _at(self, path: Path, line: int, column: int) -> dict[str, Any]:
        position = {"line": line, "character": column}
        return {"textDocument": {"uri": path.as_uri()}, "position": position}

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._process.stdin
        assert pipe is not None
        pipe.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        pipe.flush()

    def _listen(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        while True:
            length = 0
            while (line := pipe.readline().strip()) or not length:
                if (not line and pipe.closed) or self._process.poll() is not None:
                    return
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self._take(json.loads(pipe.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers[message["id"]].put(message)
        elif method == "textDocument/publishDiagnostics":
            found = self._findings.get(message["params"]["uri"])
            if found is not None:
                found.put(message["params"]["diagnostics"])
        elif "id" in message:
            self._send({"id": message["id"], "result": self._reply(method, message["params"])})

    def _reply(self, method: str, params: Any) -> Any:
        """What an editor answers: its settings, and nothing else."""
        if method != "workspace/configuration":
            return None
        settings = {"yaml": {"validate": True, "hover": True, "completion": True}}
        return [settings.get(item.get("section")) for item in params["items"]]


def _text(content: Any) -> str:
    return str(content.get("value", "")) if isinstance(content, dict) else str(content or "")
