"""What was read of a programme, kept from one run of the program to the next."""
