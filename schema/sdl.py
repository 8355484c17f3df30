"""The schema as text: ``python -m schema.sdl > schema.graphql``."""

import sys

from graphql import print_schema

from graph.ontology import Ontology, load_ontology
from schema.model.model import build_model
from schema.types.build import build_schema, core_schema


def print_sdl(ontology: Ontology) -> str:
    """The schema definition language of the whole schema."""
    return print_schema(core_schema(build_schema(build_model(ontology)))) + "\n"


if __name__ == "__main__":
    sys.stdout.write(print_sdl(load_ontology()))
