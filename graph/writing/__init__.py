"""Writing facts: the graph is a function of the articles in it, whatever way they came.

An article owns its edges: MENTIONS to what it names and REPORTED_IN from what it tells; each keeps
what this article says (its claims). All else is derived by folding claims, and folding does not
depend on their order. Adding an article folds its claims into what is there; taking one back
deletes its edges and folds anew what the remaining articles say.
"""
