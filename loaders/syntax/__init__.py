"""Syntax by rules: word classes, phrases and clauses, shallow and replaceable.

It gives what events need: who does what to whom, with tense, voice, modality and negation. A
parser can take its place by giving the same ``SentenceSyntax``.
"""
