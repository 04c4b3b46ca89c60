"""A small client of the language server, for measurements and long runs: what it is told is kept by method and URI."""

import json
import os
import pathlib
import selectors
import subprocess
import time


class Gone(Exception):
    """The server has ended."""


class Client:
    def __init__(self, binary, options=(), environment=None, encodings=("utf-16",), capabilities=None):
        self.process = subprocess.Popen([binary, "server", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env={**os.environ, **(environment or {})})
        os.set_blocking(self.process.stdout.fileno(), False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        self.bytes = b""
        self.next_id = 1
        self.answers = {}
        self.heard = []     # every notification, in order
        self.diagnostics = {}
        self.versions = {}  # of the diagnostics
        self.symbols = {}   # dafny/textDocument/symbolStatus
        self.status = {}    # dafny/compilation/status
        self.lines = {}     # dafny/verification/status/gutter
        self.versions_sent = {}
        general = {"positionEncodings": list(encodings)}
        self.initialized = self.request("initialize", {
            "processId": os.getpid(), "rootUri": None, "capabilities": {"general": general, **(capabilities or {})}})
        self.notify("initialized", {})

    def send(self, message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise Gone(self.process.stderr.read()) from error

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params, timeout=60):
        number = self.ask(method, params)
        self.wait_for(lambda: number in self.answers, timeout)
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def ask(self, method, params):
        number = self.next_id
        self.next_id += 1
        self.send({"id": number, "method": method, "params": params})
        return number

    def wait_for(self, condition, timeout=60):
        """Hears what the server says until the condition holds; False when it does not within so many seconds."""
        end = time.monotonic() + timeout
        while not condition():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.hear(left)
        return True

    def hear(self, seconds):
        if self.selector.select(seconds):
            part = self.process.stdout.read(1 << 20)
            if not part:
                raise Gone(self.process.stderr.read())
            self.bytes += part
            while self.take():
                pass

    def take(self):
        head, separator, rest = self.bytes.partition(b"\r\n\r\n")
        if not separator:
            return False
        length = int(head.split(b":")[1])
        if len(rest) < length:
            return False
        self.bytes = rest[length:]
        self.receive(json.loads(rest[:length]))
        return True

    def receive(self, message):
        if "method" not in message:
            self.answers[message["id"]] = message
            return
        if "id" in message:
            self.send({"id": message["id"], "result": None})
            return
        params = message["params"]
        self.heard.append((time.monotonic(), message["method"], params))
        if message["method"] == "textDocument/publishDiagnostics":
            self.diagnostics[params["uri"]] = params["diagnostics"]
            self.versions[params["uri"]] = params.get("version")
        elif message["method"] == "dafny/textDocument/symbolStatus":
            self.symbols[params["uri"]] = params
        elif message["method"] == "dafny/compilation/status":
            self.status[params["uri"]] = params
        elif message["method"] == "dafny/verification/status/gutter":
            self.lines[params["uri"]] = params

    def open(self, path, text=None):
        uri = pathlib.Path(path).resolve().as_uri()
        text = pathlib.Path(path).read_text(encoding="utf-8") if text is None else text
        self.versions_sent[uri] = 1
        self.notify("textDocument/didOpen",
                    {"textDocument": {"uri": uri, "languageId": "dafny", "version": 1, "text": text}})
        return uri

    def change(self, uri, changes):
        self.versions_sent[uri] += 1
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": self.versions_sent[uri]}, "contentChanges": changes})
        return self.versions_sent[uri]

    def is_at_rest(self, uri):
        """All is known about the text as it was sent last. Of a text with errors, all that will be proved."""
        version = self.versions_sent[uri]
        symbols = self.symbols.get(uri, {})
        status = self.status.get(uri, {})
        if symbols.get("version") != version or status.get("version") != version:
            return False
        complete = status["status"] == "ResolutionSucceeded"
        open_states = (0, 1, 2) if complete else (1, 2)
        return all(each["status"] not in open_states for each in symbols["namedVerifiables"])

    def forget(self, uri):
        for known in (self.diagnostics, self.versions, self.symbols, self.status, self.lines):
            known.pop(uri, None)

    def close(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.process.stderr.close()
        return code
