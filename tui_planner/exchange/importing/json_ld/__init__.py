"""Events of schema.org in JSON-LD, by themselves or in a page."""
