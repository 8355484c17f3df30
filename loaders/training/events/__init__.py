"""Training of the event-type model; needs the extra ``entente[train]``, never used at run time."""
