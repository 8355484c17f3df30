"""Ids of entities: the base of the record that stands for them, while nobody else claims it.

Of namesakes, the one of whom an article told first has the bare id (``john-smith``), and the others
have that of their record (``john-smith.gbr``): a newcomer takes no id from anybody.
"""

from collections.abc import Collection, Iterable, Mapping

from graph.identity.clusters import Cluster
from graph.identity.parting import is_part
from graph.identity.traits import PersonTraits, Record


def age(stamp: str, record: str) -> tuple[bool, str, str]:
    """Orders records by their earliest publication; what has no date comes last."""
    return stamp.startswith("|"), stamp, record


def _age(record: Record) -> tuple[bool, str, str]:
    return age(record.stamp, record.id)


def _standing(record: Record) -> tuple[bool, bool, tuple[bool, str, str]]:
    """Orders the records of an entity: parts of others last, full names first, then by age."""
    bare = isinstance(record.traits, PersonTraits) and not record.traits.is_full
    return is_part(record.id), bare, _age(record)


def representative(cluster: Iterable[Record]) -> Record:
    """The record that stands for an entity."""
    return min(cluster, key=_standing)


def name_clusters(
    clusters: Collection[Cluster], records: Mapping[str, Record], bases: Collection[str]
) -> dict[str, Cluster]:
    """The clusters by the ids of their entities.

    ``records`` holds every record of the ``bases``; a cluster that is not named by one of them
    keeps the id that it has.
    """
    owners: dict[str, Record] = {}
    for cluster in clusters:
        for one in cluster:
            record = records[one]
            known = owners.get(record.base)
            if known is None or _age(record) < _age(known):
                owners[record.base] = record
    named: dict[str, Cluster] = {}
    for cluster in clusters:
        first = representative(records[one] for one in cluster)
        if first.base not in bases and first.entity is not None:
            named[first.entity] = cluster
        else:
            named[first.base if owners[first.base].id in cluster else first.id] = cluster
    return named
