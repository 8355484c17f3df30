"""The ontology, and the only code that talks to the database."""
