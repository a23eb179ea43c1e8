"""What one delegate chose, kept in a file of their own, and what follows from it."""
