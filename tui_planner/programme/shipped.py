"""The programme that is opened where none is named."""

from pathlib import Path

FILE_NAME = "programme.toml"


def find_shipped() -> Path:
    """Find the example that is installed with the package, or lies beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / FILE_NAME
    return installed if installed.exists() else package.parent / FILE_NAME


def find_default() -> str:
    """Find `programme.toml` in this folder, else the shipped example."""
    return FILE_NAME if Path(FILE_NAME).exists() else str(find_shipped())
