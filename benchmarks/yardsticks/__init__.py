"""Programs that ours are held against, in an environment of their own.

They import nothing of this project, and are run by the path of their interpreter.
"""
