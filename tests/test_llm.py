"""Facts from a language model endpoint: a real local one, with good answers and bad ones."""

import json
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from graph.errors import InputError
from graph.facts import Article, ArticleFacts, EventFact, Evidence, Office, Ref
from loaders.extraction_job import ChosenExtraction
from loaders.llm.account import Account, Tally
from loaders.llm.answer import answer_schema
from loaders.llm.chat import LARGEST
from loaders.llm.extraction import LlmExtraction
from loaders.llm.options import LlmOptions, completions_url
from loaders.sources import SourceArticle
from loaders.workers import local_workers
from tests.extraction import PUBLISHED, told
from tests.llm_endpoint import Endpoint, Reply, endpoint, fails, says

TEXT = (
    "A chill on the Danube\n\n"
    "Warsaw gave Budapest the cold shoulder on Monday. Polish envoy Jan Nowak left the hall when "
    "Hungary's delegation came in. Two days later the Visegrad Roundtable, a club of mayors, "
    "buried the Danube Understanding, which Poland and Hungary had signed. French President "
    "Emmanuel Macron met German Chancellor Angela Merkel in Berlin on Tuesday."
)
SNUB = "Warsaw gave Budapest the cold shoulder on Monday."
WALKOUT = "Polish envoy Jan Nowak left the hall when Hungary's delegation came in."
BURIED = TEXT[TEXT.index("Two days") : TEXT.index(" French")]
MEETING = TEXT[TEXT.index("French") :]

SNUBBED = {
    "type": "REJECT",
    "mode": "meet",
    "modality": "ASSERTED",
    "quote": SNUB,
    "actors": ["Warsaw"],
    "recipients": ["Budapest"],
    "when": "on Monday",
    "earliest": "2020-01-01",
    "latest": "2020-01-01",
}
MET = {
    "type": "CONSULT",
    "modality": "ASSERTED",
    "quote": "Emmanuel Macron met German Chancellor Angela Merkel",
    "actors": ["Macron", "Angela Merkel"],
    "recipients": [],
    "place": "Berlin",
    "when": "Tuesday",
}
ANSWER = {
    "events": [SNUBBED, MET],
    "persons": [],
    "organizations": [
        {"name": "Visegrad Roundtable", "kind": "INTERGOVERNMENTAL", "nation": "Hungary"}
    ],
    "agreements": [
        {
            "name": "the Danube Understanding",
            "kind": "OTHER",
            "status": "TERMINATED",
            "quote": "buried the Danube Understanding",
            "parties": ["Poland", "Hungary"],
        }
    ],
}


def given(text: str = TEXT, key: str = "a1") -> SourceArticle:
    return SourceArticle(Article(key, "A chill on the Danube", text, published_at=PUBLISHED), "mem")


def job(served: Endpoint, folder: Path, **changes: Any) -> LlmExtraction:
    folder.mkdir(exist_ok=True)
    options = LlmOptions(
        completions_url(served.url), "tiny", folder / "cache", pause=0.001, timeout=5.0
    )
    options = replace(options, **changes)
    return LlmExtraction("model", options, Account(folder / "account.json", options.budget))


def extract(run: LlmExtraction, articles: Sequence[SourceArticle] = ()) -> list[ArticleFacts]:
    found = run(articles or (given(),))
    facts = [one for one in found if isinstance(one, ArticleFacts)]
    assert len(facts) == len(found)
    return facts


@pytest.fixture(scope="module")
def ruled() -> ArticleFacts:
    [facts] = ChosenExtraction("model")([given()])
    assert isinstance(facts, ArticleFacts)
    return facts


def one_of(facts: ArticleFacts, sentence: str) -> EventFact:
    """The only event that a sentence tells."""
    [event] = [one for one in facts.events if one.evidence.quote == sentence]
    return event


def test_an_answer_joins_what_the_rules_found(tmp_path: Path, ruled: ArticleFacts) -> None:
    with endpoint(says(ANSWER)) as served:
        run = job(served, tmp_path)
        [facts] = extract(run)
    assert run.account.read() == Tally(tokens=1000, articles={"answered": 1})
    assert facts.extractor == run.name
    assert run.name.startswith("llm:tiny/")
    snub, met = one_of(facts, SNUB), one_of(facts, MEETING)
    [signed] = [event for event in facts.events if event.effect == "SIGNED"]
    assert told(snub) == ("REJECT", "meet", "ASSERTED", ("POL",), ("HUN",))
    # The words of the article outweigh the day that the model reckons.
    assert (snub.date.earliest, snub.date.source) == ("2020-06-15", "TEXT")
    start = TEXT.index(SNUB)
    assert snub.evidence == Evidence(start, start + len(SNUB), SNUB, 1)
    # Found by both ways, the meeting is one event, and surer.
    known = one_of(ruled, MEETING)
    assert met == replace(known, confidence=min(round(known.confidence + 0.1, 2), 0.99))
    # The rules themselves find more, now that they know what was signed.
    assert signed.agreement == "danube-understanding"


def test_the_rules_stand_and_the_model_fills_what_they_leave_open(
    tmp_path: Path, ruled: ArticleFacts
) -> None:
    with endpoint(says(ANSWER)) as served:
        [facts] = extract(job(served, tmp_path))
    assert facts.persons == ruled.persons
    [club] = ruled.organizations
    assert facts.organizations == (replace(club, kind="INTERGOVERNMENTAL", nation="HUN"),)
    [understanding] = facts.agreements
    assert (understanding.id, understanding.status) == ("danube-understanding", "TERMINATED")
    assert understanding.parties == (Ref("Nation", "HUN"), Ref("Nation", "POL"))
    assert understanding.evidence.quote == BURIED


def test_people_whom_only_the_model_knows_get_their_identity_from_the_rules(
    tmp_path: Path,
) -> None:
    text = (
        "Talks in Vienna\n\nThe talks were opened by abdul Rahman Wardak, minister of Afghanistan, "
        "in Vienna. Wardak greeted the Austrian hosts."
    )
    person = {
        "name": "abdul Rahman Wardak",
        "aliases": ["Wardak"],
        "nation": "Afghanistan",
        "offices": [{"title": "minister", "of": "Afghanistan", "quote": "minister of Afghanistan"}],
    }
    with endpoint(says({"events": [], "persons": [person]})) as served:
        run = job(served, tmp_path)
        [facts] = extract(run, [given(text)])
    assert run.account.read().dropped == {}
    [minister] = facts.persons
    assert (minister.id, minister.nation) == ("abdul-rahman-wardak", "AFG")
    assert [span.text for span in minister.mentions] == ["abdul Rahman Wardak", "Wardak"]
    [office] = minister.offices
    assert (office.title, office.of) == ("Minister", Ref("Nation", "AFG"))
    assert isinstance(office, Office)


BAD_EVENTS: dict[str, dict[str, Any]] = {
    "quote": SNUBBED | {"quote": "Warsaw declared war on Budapest"},
    "quote ": SNUBBED | {"quote": "war " * 500_000},
    " quote": SNUBBED | {"quote": "Warsaw"},
    "unknown value": SNUBBED | {"type": "WAR"},
    "nobody named": SNUBBED | {"actors": [], "recipients": []},
    "malformed": SNUBBED | {"actors": "Warsaw"},
}


@pytest.mark.parametrize("reason", BAD_EVENTS)
def test_what_the_article_does_not_bear_out_is_dropped_and_counted(
    tmp_path: Path, ruled: ArticleFacts, reason: str
) -> None:
    with endpoint(says({"events": [BAD_EVENTS[reason]]})) as served:
        run = job(served, tmp_path)
        [facts] = extract(run)
    assert replace(facts, extractor=ruled.extractor) == ruled
    assert run.account.read().dropped == {reason.strip(): 1}


def test_a_bad_part_does_not_spoil_the_rest_of_an_event(tmp_path: Path) -> None:
    event = SNUBBED | {
        "mode": "visit",
        "recipients": ["Budapest", "Vladimir Putin"],
        "when": "on Friday",
        "place": "Moscow",
        "speaker": "Reuters",
        "agreement": "INF treaty",
        "effect": "SIGNED",
    }
    with endpoint(says({"events": [event]})) as served:
        run = job(served, tmp_path)
        [facts] = extract(run)
    [snub] = [one for one in facts.events if one.type == "REJECT"]
    assert told(snub) == ("REJECT", None, "ASSERTED", ("POL",), ("HUN",))
    assert (snub.date.earliest, snub.date.source) == ("2020-06-17", "PUBLICATION")
    assert (snub.place, snub.attributed_to, snub.agreement, snub.effect) == (None,) * 4
    assert run.account.read().dropped == {"unknown value": 1, "not named": 4, "date": 1}


def test_an_interval_of_the_model_dates_words_that_are_none_of_ours(tmp_path: Path) -> None:
    walkout = SNUBBED | {"quote": WALKOUT, "when": "when Hungary's delegation came in"}
    for days, found in {
        ("2020-06-01", "2020-06-30"): ("2020-06-01", "2020-06-30", "MONTH"),
        ("2020-06-30", "2020-06-01"): ("2020-06-17", "2020-06-17", "DAY"),
        ("2020-06-31", "2020-07-01"): ("2020-06-17", "2020-06-17", "DAY"),
        ("1900-01-01", "1999-12-31"): ("2020-06-17", "2020-06-17", "DAY"),
    }.items():
        event = walkout | {"earliest": days[0], "latest": days[1]}
        with endpoint(says({"events": [event]})) as served:
            [facts] = extract(job(served, tmp_path / days[0], attempts=1))
        [date] = [one.date for one in facts.events if one.type == "REJECT"]
        assert (date.earliest, date.latest, date.precision) == found


GOOD = says(ANSWER)
RETRIED: dict[str, list[Reply]] = {
    "malformed JSON": [says('{"events": [')],
    "no JSON": [says("I would rather not.")],
    "nothing said": [says("")],
    "nothing of an answer": [says({"error": "no"})],
    "wrong type of the whole": [says({"events": "none"})],
    "deep nesting": [says('{"events":' + "[" * 100_000)],
    "not the protocol": [Reply(parts=(b"<html>",)), Reply(parts=(b'{"choices": []}',))],
    "busy": [fails(429, Retry_After="0.01"), fails(429, Retry_After="Wed, 21 Oct 2015")],
    "out of order": [fails(500), fails(503)],
    "cut off": [says('{"events": [', finish="length")],
    "slow": [Reply(delay=2.0)],
    "dripping": [Reply(parts=(b" ",) * 100, delay=0.1)],
}


@pytest.mark.parametrize("trouble", RETRIED)
def test_trouble_that_passes_is_retried(tmp_path: Path, trouble: str) -> None:
    timeout = 0.5 if trouble in ("slow", "dripping") else 5.0
    with endpoint(*RETRIED[trouble], GOOD) as served:
        run = job(served, tmp_path, timeout=timeout)
        extract(run)
        assert run.account.read().articles == {"answered": 1}
        assert len(served.asked) == len(RETRIED[trouble]) + 1


LASTING: dict[str, tuple[Reply, str, int]] = {
    "server error": (fails(500), "server error", 4),
    "busy": (fails(429), "busy", 4),
    "malformed": (says("{"), "not the schema", 4),
    "cut off": (says("{", finish="length"), "truncated", 2),
    "huge": (Reply(parts=(b" " * (LARGEST + 1),)), "too large", 1),
    "refused in every way": (fails(400), "refused", 4),
}


@pytest.mark.parametrize("trouble", LASTING)
def test_trouble_that_lasts_leaves_the_article_to_the_rules(
    tmp_path: Path, ruled: ArticleFacts, trouble: str
) -> None:
    reply, reason, requests = LASTING[trouble]
    with endpoint(reply) as served:
        run = job(served, tmp_path)
        # Under the name of the rules, so that a later load asks again.
        assert extract(run) == [ruled]
        assert len(served.asked) == requests
    tally = run.account.read()
    assert (tally.articles, tally.reasons) == ({"failed": 1}, {reason: 1})


def test_an_endpoint_that_is_not_there_is_given_up_after_a_few_articles(tmp_path: Path) -> None:
    with endpoint(GOOD) as served:
        run = job(served, tmp_path, attempts=1, parallel=1)
    extract(run, [given(key=f"a{number}") for number in range(7)])
    tally = run.account.read()
    assert (tally.articles, tally.tokens) == ({"failed": 5, "unasked": 2}, 0)
    assert tally.reasons == {"unreachable": 5, "given up": 2}


@pytest.mark.parametrize("status", [301, 401, 403, 404])
def test_what_no_request_can_get_past_stops_the_run(tmp_path: Path, status: int) -> None:
    with endpoint(fails(status)) as served:
        run = job(served, tmp_path)
        with pytest.raises(InputError, match=f"status {status}") as caught:
            extract(run)
    assert "ENTENTE_LLM_KEY" in caught.value.fix
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_an_endpoint_that_takes_no_schema_is_told_it_in_words(tmp_path: Path) -> None:
    with endpoint(fails(400), fails(400), says(f"```json\n{json.dumps(ANSWER)}\n```")) as served:
        run = job(served, tmp_path, parallel=1)
        extract(run, [given(key="a"), given(f"{TEXT} More.", key="b")])
        formats = [one.get("response_format", {}).get("type") for one in served.asked]
        # The second article is asked about in the way that worked for the first.
        assert formats == ["json_schema", "json_schema", "json_object", "json_object"]
        assert [len(one["messages"]) for one in served.asked] == [2, 2, 3, 3]
    assert run.account.read().articles == {"answered": 2}


def test_the_request_holds_the_model_to_a_schema_and_bears_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTENTE_LLM_KEY", "secret")
    with endpoint(GOOD) as served:
        run = job(served, tmp_path)
        extract(run)
        [body] = served.asked
        assert served.keys == ["Bearer secret"]
    assert (body["model"], body["max_tokens"]) == ("tiny", run.options.room)
    schema = body["response_format"]["json_schema"]["schema"]
    assert schema == answer_schema()
    assert schema["type"] == "object"
    assert TEXT in body["messages"][1]["content"]
    everything = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"secret" in one for one in (*everything, pickle.dumps(run)))


def test_the_schema_takes_answers_with_everything_told_and_no_others() -> None:
    empty: dict[str, list[Any]] = {
        "events": [],
        "persons": [],
        "organizations": [],
        "agreements": [],
    }
    jsonschema.validate(empty, answer_schema())
    absent = dict.fromkeys(("place", "speaker", "agreement", "effect"))
    jsonschema.validate(empty | {"events": [absent | SNUBBED]}, answer_schema())
    for wrong in (SNUBBED, absent | SNUBBED | {"type": "WAR"}, absent | SNUBBED | {"more": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(empty | {"events": [wrong]}, answer_schema())


def test_an_answer_is_paid_for_once(tmp_path: Path) -> None:
    with endpoint(GOOD) as served:
        first = extract(job(served, tmp_path))
        again = job(served, tmp_path / "again", cache=tmp_path / "cache")
        assert extract(again) == first
        assert again.account.read() == Tally(articles={"cached": 1})
        other = job(served, tmp_path / "other", cache=tmp_path / "cache", model="large")
        extract(other)
        assert [one["model"] for one in served.asked] == ["tiny", "large"]


def test_a_spoilt_cache_is_asked_anew(tmp_path: Path) -> None:
    with endpoint(GOOD) as served:
        extract(job(served, tmp_path))
        [kept] = (tmp_path / "cache").rglob("*.json")
        kept.write_bytes(b"\xff{")
        run = job(served, tmp_path / "again", cache=tmp_path / "cache")
        extract(run)
    assert run.account.read().articles == {"answered": 1}
    assert json.loads(kept.read_text()) == ANSWER


def test_a_budget_that_is_used_up_leaves_the_rest_to_the_rules(tmp_path: Path) -> None:
    with endpoint(says(ANSWER, tokens=9_500)) as served:
        run = job(served, tmp_path, budget=19_000, parallel=1)
        facts = extract(run, [given(f"{TEXT} {n}.", key=f"a{n}") for n in range(4)])
        assert len(served.asked) == 1
    tally = run.account.read()
    assert (tally.tokens, tally.reserved) == (9_500, 0)
    assert tally.articles == {"answered": 1, "unasked": 3}
    assert tally.reasons == {"budget": 3}
    assert [one.extractor == run.name for one in facts] == [True, False, False, False]


def test_tokens_are_reckoned_where_the_endpoint_does_not_count_them(tmp_path: Path) -> None:
    with endpoint(says(ANSWER, tokens=None)) as served:
        run = job(served, tmp_path)
        extract(run)
        [body] = served.asked
    characters = len(json.dumps(body["messages"])) + len(json.dumps(ANSWER))
    assert characters / 4 < run.account.read().tokens < characters


def test_too_many_facts_are_cut(tmp_path: Path) -> None:
    with endpoint(says({"events": [MET] * 400})) as served:
        run = job(served, tmp_path)
        extract(run)
    assert run.account.read().dropped == {"too many": 100}


def test_processes_share_one_budget_and_one_account(tmp_path: Path) -> None:
    with endpoint(GOOD) as served:
        run = job(served, tmp_path)
        with local_workers(2) as workers:
            articles = [[given(f"{TEXT} {n}.", key=f"a{n}")] for n in range(2)]
            found = [one for facts in workers.executor.map(run, articles) for one in facts]
    assert [one.extractor for one in found if isinstance(one, ArticleFacts)] == [run.name] * 2
    assert run.account.read() == Tally(tokens=2000, articles={"answered": 2})


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("localhost:8080", "no address"),
        ("ftp://host/v1", "no address"),
        ("http://me:secret@host/v1", "holds a user"),
    ],
)
def test_addresses_that_cannot_be_used(url: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        completions_url(url)


def test_addresses_are_completed() -> None:
    base = "http://localhost:8080/v1"
    whole = f"{base}/chat/completions"
    assert [completions_url(one) for one in (base, f"{base}/", whole)] == [whole] * 3
