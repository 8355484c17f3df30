"""Training of the language model; needs the extra ``entente[train]``, never used at run time."""
