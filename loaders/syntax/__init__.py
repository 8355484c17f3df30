"""Syntax: words, phrases and predications, from the dependencies that a language model gives.

It is what events need, and no more: who does what to whom, with tense, voice, modality, negation.
"""
