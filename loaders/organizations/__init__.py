"""Organizations: by their names, by what their names end in, and by what they are to a state."""
