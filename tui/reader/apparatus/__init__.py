"""The critical apparatus: what every source says of the current claim, word under word.

Pure functions from a comparison to lines of the screen. Loaded when it is first opened.
"""
