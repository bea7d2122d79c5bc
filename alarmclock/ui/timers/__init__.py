"""The Timers page: presets, a length to type, and a card for each timer."""
