"""The commands of the app: their keys and words, and what each of them calls."""
