"""Identity across articles: which records of articles mean one person, body or event.

A *record* is what articles say under one name of one nation (or, of an event, in one wording). An
entity of the graph is a cluster of records. Clusters are a function of the records and of the
judgements that people made: never of the order in which articles came.
"""
