"""The names of nations, bodies and offices: the tables, and the script that builds them."""
