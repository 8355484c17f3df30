"""From a GraphQL selection to Cypher: selection, plan, statement.

A compiled statement knows no value of a client. It knows where each value is found (``given``),
so it serves every request that has the same document and variables of the same form.
"""
