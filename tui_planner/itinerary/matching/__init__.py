"""Whether what was chosen is in a programme, and under which id, by more than its id."""
