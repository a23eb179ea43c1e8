"""How the program is called: its commands, what they print, and where."""
