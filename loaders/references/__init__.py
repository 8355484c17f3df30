"""References: pronouns and definite phrases, and whom they stand for."""
