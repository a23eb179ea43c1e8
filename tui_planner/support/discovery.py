"""Records that the modules of a package declare: adding one is adding a file."""

from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from itertools import chain
from os import listdir
from types import ModuleType
from typing import TypeVar

Record = TypeVar("Record")


def has_module(package: ModuleType, name: str) -> bool:
    """Tell whether a package has a module of a name, without importing it."""
    if not name.isidentifier() or name == "__init__":
        return False
    return PathFinder.find_spec(f"{package.__name__}.{name}", package.__path__) is not None


def list_modules(package: ModuleType) -> list[str]:
    """List the names of the modules in a package, without importing them.

    The folders are read here, as every start of the app does it: to import `pkgutil` takes longer.
    """
    files = (file.partition(".") for file in chain.from_iterable(map(listdir, package.__path__)))
    return sorted(name for name, _dot, end in files if end == "py" and name != "__init__")


def find_record(package: ModuleType, name: str, kind: type[Record]) -> Record:
    """Import a module of a package, and return the record of one kind that it declares.

    Raises:
        TypeError: it declares none or several, which is a fault of whoever wrote it.
    """
    found = [*_list_records(package, name, kind)]
    if len(found) != 1:
        module = f"{package.__name__}.{name}"
        text = f"{module} declares {len(found)} records of {kind.__name__}, not one"
        raise TypeError(text)
    return found[0]


def find_records(package: ModuleType, kind: type[Record]) -> list[Record]:
    """Import every module of a package, and return the records of one kind that they declare."""
    return [find_record(package, name, kind) for name in list_modules(package)]


def collect_records(package: ModuleType, kind: type[Record]) -> Iterator[Record]:
    """Import every module of a package, and yield all records of one kind that they declare."""
    for name in list_modules(package):
        yield from _list_records(package, name, kind)


def _list_records(package: ModuleType, name: str, kind: type[Record]) -> Iterator[Record]:
    values = vars(import_module(f"{package.__name__}.{name}")).values()
    return (value for value in values if isinstance(value, kind))
