"""What a day looks like, without a screen: rows, columns, boxes, and the text in them."""
