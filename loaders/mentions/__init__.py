"""Mentions: where an article names nations, people, organizations and agreements."""
