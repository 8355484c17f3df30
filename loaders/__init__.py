"""Articles in, facts out, facts written."""
