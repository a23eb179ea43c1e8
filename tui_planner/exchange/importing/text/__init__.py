"""Readers of texts, names and times in the ways in which published files write them."""
