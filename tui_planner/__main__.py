"""`python -m tui_planner` is the same as `tui-planner`."""

from .cli.main import run

if __name__ == "__main__":
    run()
