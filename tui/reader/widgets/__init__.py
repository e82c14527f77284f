"""The reader's widgets, one a file; they draw what the pure modules say."""
