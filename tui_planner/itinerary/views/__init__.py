"""What the screen, the printed lines and the exports show of a plan."""
