"""English for all tests and what they start: a text is translated from the first import on."""

import os

os.environ["LANGUAGE"] = "en"  # goes before LC_ALL and LANG
