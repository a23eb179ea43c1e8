"""From the tables of a file to the programme, or to every problem that the file has."""
