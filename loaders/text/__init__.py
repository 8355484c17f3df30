"""Text: tokens, sentences and quotations, all with character offsets."""
