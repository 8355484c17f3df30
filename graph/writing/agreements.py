"""Writing agreements: their states are folded on, or told anew from all claims that remain."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from graph.writing import statements
from graph.writing.claims import AgreementClaim, load_claim
from graph.writing.drafts import Draft
from graph.writing.fold import EntityState, agreement_state
from graph.writing.reading import Reading
from graph.writing.resolved import resolved_agreement
from graph.writing.retraction import DELETE_PARTIES
from graph.writing.sender import Sender
from graph.writing.states import agreement_row, edge_rows, entity_state

Row = dict[str, Any]

STATES: Final = """
MATCH (n:Agreement) WHERE n.id IN $ids
RETURN properties(n) AS node, COLLECT {
  MATCH (n)<-[r:PARTY_TO]-(o)
  RETURN r{.*, label: head(labels(o)), key: coalesce(o.code, o.id)}
} AS edges
"""
CLAIMS: Final = """
MATCH (n:Agreement)-[r:REPORTED_IN]->(:Article) WHERE n.id IN $ids RETURN r.claims AS claims
"""
PARTIES: Final = ("Nation", "Organization")


class Agreements:
    """Writes agreements, inside a transaction."""

    def __init__(self, reading: Reading, sender: Sender) -> None:
        self._reading = reading
        self._send = sender

    async def write(self, fresh: Sequence[Draft], touched: Collection[str]) -> None:
        """Write what articles say of agreements; those touched are told anew."""
        claims = [claim for one in fresh for claim in one.agreements]
        await self._send.run(DELETE_PARTIES, touched)
        retold = [
            load_claim(row["claims"], AgreementClaim)
            for row in await self._reading.rows(CLAIMS, touched)
        ]
        states = await self._known({claim.id for claim in claims} - set(touched))
        for claim in await self._resolved([*retold, *claims]):
            state = agreement_state(claim)
            known = states.get(claim.id)
            states[claim.id] = known.merged(state) if known else state
        await self._publish([states[key] for key in sorted(states)])
        reports = [row for one in fresh for row in one.agreement_reports]
        await self._send.send(statements.REPORTS["Agreement"], reports)

    async def _known(self, ids: Collection[str]) -> dict[str, EntityState]:
        rows = await self._reading.rows(STATES, ids)
        return {row["node"]["id"]: entity_state(row["node"], row["edges"]) for row in rows}

    async def _resolved(self, claims: Sequence[AgreementClaim]) -> list[AgreementClaim]:
        refs = {f"{one.label}:{one.key}" for claim in claims for one in claim.parties}
        entities = await self._reading.entities(refs)
        return [resolved_agreement(claim, entities) for claim in claims]

    async def _publish(self, states: Sequence[EntityState]) -> None:
        await self._send.send(
            statements.ENTITIES["Agreement"], [agreement_row(state) for state in states]
        )
        for label in PARTIES:
            rows = [row for state in states for row in edge_rows(state, label)]
            await self._send.send(statements.PARTIES[label], rows)
