"""The model: the catalog with its filters."""

from dataclasses import dataclass

from graph.ontology import Ontology
from schema.model.catalog import build_catalog
from schema.model.field import Catalog
from schema.model.filter import Filters, build_filters


@dataclass(frozen=True, slots=True)
class Model:
    """All that GraphQL shows of the graph, and what its lists can be filtered by."""

    ontology: Ontology
    catalog: Catalog
    filters: Filters


def build_model(ontology: Ontology) -> Model:
    """The model of an ontology."""
    catalog = build_catalog(ontology)
    return Model(ontology, catalog, build_filters(catalog, ontology))
