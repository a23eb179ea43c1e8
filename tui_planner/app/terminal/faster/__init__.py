"""The parts that use what Textual keeps to itself; each is optional."""
