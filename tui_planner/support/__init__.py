"""Foundations for every layer: translation, neutral text, files read, replaced and watched."""
