"""What tests use that add a file to a package, as someone who carries the program on would."""

import sys
from importlib import invalidate_caches
from pathlib import Path
from types import ModuleType

import pytest


def add_module(
    package: ModuleType, name: str, text: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let a module be in a package until the end of the test; it lies in a folder of its own."""
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    if str(folder) not in package.__path__:
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    full = f"{package.__name__}.{name}"
    monkeypatch.setitem(sys.modules, full, ModuleType(full))  # to be as it was: absent
    monkeypatch.delitem(sys.modules, full)
    monkeypatch.setattr(package, name, None, raising=False)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    invalidate_caches()
