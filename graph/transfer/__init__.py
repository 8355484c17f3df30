"""The whole graph as a stream: told apart by a digest, written out, and read back in."""
