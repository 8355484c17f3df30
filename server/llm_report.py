"""How the account of a language model is told, as data and to a reader."""

from collections.abc import Mapping
from typing import Any

from loaders.llm.account import Account


def llm_data(account: Account) -> dict[str, Any]:
    """The account as plain data, for ``--json``."""
    tally = account.read()
    return {
        "tokens": tally.tokens,
        "budget": account.budget,
        "articles": tally.articles,
        "withoutAnswer": tally.reasons,
        "dropped": tally.dropped,
    }


def llm_lines(account: Account) -> list[str]:
    """The account as lines: what it cost, what went without an answer and why, what was wrong."""
    tally = account.read()
    told = [f"{tally.tokens:,} of {account.budget:,} tokens", _listed(tally.articles)]
    lines = [", ".join(filter(None, told))]
    if tally.reasons:
        lines.append(f"by the rules alone: {_listed(tally.reasons)}")
    if tally.dropped:
        lines.append(f"dropped from the answers: {_listed(tally.dropped)}")
    return lines


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()))
