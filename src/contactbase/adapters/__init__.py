"""The only I/O: a pure half (bytes to rows) and a short file half."""
