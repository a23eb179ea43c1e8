"""The cache of programmes that have been read before."""
