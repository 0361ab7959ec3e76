"""Readers for measuring: keep-alive connections that cost far less than the server they ask.

Plain sockets, because the usual clients of Python need longer for an answer than the hub does.
"""

import re
import selectors
import socket
import threading
import time
from collections import Counter
from dataclasses import dataclass

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_STATE = re.compile(rb"\r\nx-hub-cache: *(\w+)", re.IGNORECASE)
_CHUNK = 1 << 18
CONNECTIONS = 4


class WrongAnswer(Exception):
    """An answer that is not what is measured."""

    @classmethod
    def status(cls, path: str, line: str) -> "WrongAnswer":
        """Another status than 200."""
        return cls(f"{path}: {line}")


@dataclass(frozen=True, slots=True)
class Pace:
    """How many answers came in how many seconds."""

    answers: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds


class _Reader:
    """One connection that asks the same again and again."""

    def __init__(self, port: int, path: str) -> None:
        self._path = path
        self._question = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            "Accept-Encoding: gzip, deflate, br\r\nAccept: text/html\r\n\r\n"
        ).encode()
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._heard = b""
        self.head = b""

    def ask(self) -> None:
        self._heard = b""
        self.socket.sendall(self._question)

    def hear(self) -> bool:
        """Take what has come; whether the answer is whole."""
        come = self.socket.recv(_CHUNK)
        if not come:
            raise WrongAnswer.status(self._path, "the server hung up")
        self._heard += come
        head, found, body = self._heard.partition(b"\r\n\r\n")
        if not found:
            return False
        length = _LENGTH.search(head)
        # An answer without length comes in chunks and ends with an empty one.
        is_whole = len(body) >= int(length[1]) if length else body.endswith(b"0\r\n\r\n")
        if is_whole and not head.startswith(b"HTTP/1.1 200"):
            raise WrongAnswer.status(self._path, head.split(b"\r\n")[0].decode())
        self.head = head
        return is_whole


def pace(port: int, path: str, *, seconds: float) -> Pace:
    """Ask for a path on four connections at once, for so long. Raises WrongAnswer unless all are 200."""
    readers = [_Reader(port, path) for _ in range(CONNECTIONS)]
    with selectors.DefaultSelector() as selector:
        for reader in readers:
            selector.register(reader.socket, selectors.EVENT_READ, reader)
            reader.ask()
        answers, begun = 0, time.perf_counter()
        while (now := time.perf_counter()) - begun < seconds or answers == 0:
            heard = [key.data for key, _ in selector.select() if key.data.hear()]
            answers += len(heard)
            for reader in heard:
                reader.ask()
    for reader in readers:
        reader.socket.close()
    return Pace(answers, now - begun)


def states(port: int, path: str, *, readers: int) -> Counter[str]:
    """So many readers ask once, all at the same moment; how often each state of the page cache answered."""
    found: Counter[str] = Counter()
    start = threading.Barrier(readers)

    def read() -> None:
        reader = _Reader(port, path)
        start.wait()
        reader.ask()
        while not reader.hear():
            pass
        state = _STATE.search(reader.head)
        found[state[1].decode() if state else "uncached"] += 1
        reader.socket.close()

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
