"""What every layer may use: translation, neutral text, files read, replaced and watched."""
