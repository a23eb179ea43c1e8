"""The layout of a day without a screen: rows, columns, boxes, and the text in them."""
