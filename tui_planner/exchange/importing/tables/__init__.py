"""Tables and lists of sessions that people keep themselves: rows whose columns must be guessed."""
