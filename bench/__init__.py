"""The benchmark: queries through GraphQL beside the same Cypher by hand. Run it by `make bench`."""
