"""HTML: one page that reads well on a phone, a screen and paper, and asks nothing of any server."""
