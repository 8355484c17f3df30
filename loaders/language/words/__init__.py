"""Words: the tokens of a sentence as Universal Dependencies counts them."""
