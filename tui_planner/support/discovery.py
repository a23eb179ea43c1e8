"""Records that the modules of a package declare: adding one is adding a file."""

from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TypeVar

Record = TypeVar("Record")


def has_module(package: ModuleType, name: str) -> bool:
    """Tell whether a package has a module of a name, without importing it."""
    if not name.isidentifier() or name == "__init__":
        return False
    return PathFinder.find_spec(f"{package.__name__}.{name}", package.__path__) is not None


def list_modules(package: ModuleType) -> list[str]:
    """List the names of the modules in a package, without importing them."""
    from pkgutil import iter_modules  # noqa: PLC0415 - who knows a name does without

    return [module.name for module in iter_modules(package.__path__)]


def find_record(package: ModuleType, name: str, kind: type[Record]) -> Record:
    """Import a module of a package, and return the record of one kind that it declares.

    Raises:
        TypeError: it declares none or several, which is a fault of whoever wrote it.
    """
    module = import_module(f"{package.__name__}.{name}")
    found = [value for value in vars(module).values() if isinstance(value, kind)]
    if len(found) != 1:
        text = f"{module.__name__} declares {len(found)} records of {kind.__name__}, not one"
        raise TypeError(text)
    return found[0]


def find_records(package: ModuleType, kind: type[Record]) -> list[Record]:
    """Import every module of a package, and return the records of one kind that they declare."""
    return [find_record(package, name, kind) for name in list_modules(package)]
