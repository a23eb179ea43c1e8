"""The commands run as in their own tests."""

from tests.cli.conftest import cli, folder

__all__ = ["cli", "folder"]
