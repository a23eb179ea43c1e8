"""How the cursor goes from box to box, and what is seen around it."""
