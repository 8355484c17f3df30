"""Agreements: treaties, alliances, ceasefires and relations, named or not."""
