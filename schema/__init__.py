"""Strawberry types, and the compiler from a GraphQL selection to Cypher."""
