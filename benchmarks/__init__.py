"""The speed and memory of the program, each case beside a yardstick.

In a checkout with its `test` extra installed:

    .venv/bin/python -m benchmarks                # every case, which takes half an hour
    .venv/bin/python -m benchmarks check --pairs 5

A case and its yardstick run in turn, so that what the machine does meanwhile hits both alike. Shown
are the medians, the median of the ratios with the half of them that lies around it, and whether the
bar is met. Machines drift: differences under 8 % say nothing.

The programmes are made anew each time, the same ones. What the app is held against is installed at
the first run into an environment of its own, `.yardsticks` in the checkout.
"""
