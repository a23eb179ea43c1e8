"""What holds the documentation to the program: `python -m tests.docs` makes its tables anew."""
