"""A walk at random through the whole app, as no plan of tests would take it.

One line walks as far as one likes, and prints the seed of each life of the app:

    .venv/bin/python -m tests.walk --steps 30000 --language nl

A fault ends it with the steps that led there; `--seed` with its number walks there again.
"""
