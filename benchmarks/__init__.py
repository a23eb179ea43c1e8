"""How fast the program is, and how much memory it takes: each time beside a yardstick.

In a checkout with its `test` extra installed:

    .venv/bin/python -m benchmarks                # every case
    .venv/bin/python -m benchmarks check --pairs 5

A case and its yardstick run in turn, so that what the machine does meanwhile hits both alike.
Machines drift: differences under 8 % say nothing.
"""
