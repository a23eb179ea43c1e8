"""Texts, names and times as published files write them."""
