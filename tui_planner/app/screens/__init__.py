"""What lies over the main screen: lists, forms, texts."""
