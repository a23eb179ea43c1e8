"""A headless Chromium, driven through the DevTools protocol over a pipe.

Messages are JSON, each ended by a zero byte: commands go to descriptor 3 of the browser, answers
and events come from its descriptor 4. So no port is opened, and no library is needed.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe"),
)
_PATIENCE = 180

Message = dict[str, Any]


class Chromium:
    """A running browser with one tab.

    Attributes:
        events: What the tab reported, in order: console messages, requests, exceptions.
    """

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self.events: list[Message] = []
        self._to, self._from = to_browser, from_browser
        self._read = b""
        self._number = 0
        self._session = ""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._call(f"{domain}.enable")

    def open(self, page: Path, width: int = 1280, height: int = 800, *, dark: bool = False) -> None:
        """Open a file in a window of some pixels, and wait until it is there."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", media="", features=[scheme])
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip
        self.events.clear()
        self._call("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._take()

    def evaluate(self, script: str) -> Any:
        """The value of an expression of JavaScript; a promise is waited for."""
        answer = self._call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key and let it go, such as `Tab` or `Enter`."""
        code = {"Tab": 9, "Enter": 13}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self._call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key,
                windowsVirtualKeyCode=code, **(text if kind == "keyDown" else {}),
            )  # fmt: skip

    def screenshot(self) -> bytes:
        """The whole page as PNG."""
        data = self._call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        return base64.b64decode(data)

    def pdf(self) -> bytes:
        """The page as it is printed, on the paper that it asks for."""
        data = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        return base64.b64decode(data)

    def emulate_print(self) -> None:
        """Show the page as paper would, until another is opened."""
        self._call("Emulation.setEmulatedMedia", media="print")

    def requests(self) -> list[str]:
        """The addresses that were asked for, the page itself and data in it left out."""
        asked = [e["params"] for e in self.events if e["method"] == "Network.requestWillBeSent"]
        urls = [one["request"]["url"] for one in asked if one["type"] != "Document"]
        return [url for url in urls if not url.startswith("data:")]

    def complaints(self) -> list[Message]:
        """What stands in the console, and what went wrong."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [event for event in self.events if event["method"] in kinds]

    def close(self) -> None:
        """Ask the browser to end."""
        self._session = ""
        self._call("Browser.close")

    def _call(self, method: str, **params: Any) -> Message:
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._take()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                result: Message = answer["result"]
                return result

    def _take(self) -> Message:
        """The next message; an event is kept."""
        until = time.monotonic() + _PATIENCE
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._from], [], [], max(0, until - time.monotonic()))
            assert ready, "Chromium does not answer."
            read = os.read(self._from, 1 << 20)
            assert read, "Chromium has ended."
            self._read += read
        raw, _, self._read = self._read.partition(b"\0")
        message: Message = json.loads(raw)
        if "method" in message:
            self.events.append(message)
        return message


def installed() -> str:
    """The browser that is there; where there is none, the test is skipped."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    return found


@contextmanager
def running(profile: Path) -> Iterator[Chromium]:
    """A browser with a profile of its own, ended at the end."""
    out_of_test, to_browser = os.pipe()
    from_browser, into_test = os.pipe()
    # A shell puts the two ends where Chromium looks for them: Python only keeps their numbers.
    script = f'exec "$0" "$@" 3<&{out_of_test} 4>&{into_test}'
    process = subprocess.Popen(
        ["bash", "-c", script, installed(), *_FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(out_of_test, into_test),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(out_of_test)
    os.close(into_test)
    try:
        browser = Chromium(to_browser, from_browser)
        yield browser
        browser.close()
        process.wait(_PATIENCE)
    finally:
        process.kill()
        process.wait()
        os.close(to_browser)
        os.close(from_browser)
