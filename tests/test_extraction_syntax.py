"""Syntax: who does what to whom, in the constructions of the news."""

import pytest

from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax
from tests.extraction import document_of

Row = tuple[str, str, str, str]


def rows(text: str, title: str = "") -> list[Row]:
    """Lemma, subject, objects and obliques of each predication of the last sentence."""
    syntax = document_of(text, title).syntax[-1]
    return [_row(syntax, one) for one in syntax.predications]


def _row(syntax: SentenceSyntax, one: Predication) -> Row:
    obliques = "; ".join(f"{o.marker} {_text(syntax, (o.phrase,))}" for o in one.obliques)
    return one.lemma, _text(syntax, one.subject), _text(syntax, one.objects), obliques


def _text(syntax: SentenceSyntax, phrases: tuple[Phrase, ...]) -> str:
    return " + ".join(syntax.text(one.first, one.last) for one in phrases)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway expelled two diplomats on Monday.",
            [("expel", "Norway", "two diplomats", "")],
            id="active",
        ),
        pytest.param(
            "Two diplomats were expelled by Norway.",
            [("expel", "Two diplomats", "", "by Norway")],
            id="passive",
        ),
        pytest.param(
            "Norway and Sweden, close allies, signed a treaty with Chad.",
            [("sign", "Norway + Sweden", "a treaty", "")],
            id="coordination and apposition",
        ),
        pytest.param(
            "Norway, Sweden, and Denmark met in Oslo.",
            [("meet", "Norway + Sweden + Denmark", "", "in Oslo")],
            id="list",
        ),
        pytest.param(
            "Norway refused to meet Swedish envoys.",
            [("refuse", "Norway", "", ""), ("meet", "Norway", "Swedish envoys", "")],
            id="subject control",
        ),
        pytest.param(
            "Norway urged Sweden to withdraw its troops.",
            [("urge", "Norway", "Sweden", ""), ("withdraw", "Sweden", "its troops", "")],
            id="object control",
        ),
        pytest.param(
            "Norway said on Monday that Sweden had closed its embassy.",
            [("say", "Norway", "", ""), ("close", "Sweden", "its embassy", "")],
            id="that clause",
        ),
        pytest.param(
            "Norway said Sweden would close its embassy.",
            [("say", "Norway", "", ""), ("close", "Sweden", "its embassy", "")],
            id="clause without that",
        ),
        pytest.param(
            "The treaty, which Norway signed in May, expired.",
            [("sign", "Norway", "The treaty", ""), ("expire", "The treaty", "", "")],
            id="relative clause with a gap",
        ),
        pytest.param(
            "A militia based in Oslo attacked the town.",
            [("base", "A militia", "", "in Oslo"), ("attack", "A militia", "the town", "")],
            id="reduced relative",
        ),
        pytest.param(
            "Norway retaliated against Sweden by suspending trade.",
            [("retaliate", "Norway", "", "against Sweden"), ("suspend", "Norway", "trade", "")],
            id="manner",
        ),
        pytest.param(
            "After Norway left, Sweden signed the treaty.",
            [("leave", "Norway", "", ""), ("sign", "Sweden", "the treaty", "")],
            id="adverbial clause",
        ),
        pytest.param(
            "Norway is willing to work with Sweden.",
            [("be willing", "Norway", "", ""), ("work", "Norway", "", "with Sweden")],
            id="predicative adjective",
        ),
        pytest.param(
            "Peru's Foreign Minister Ana Ruiz held talks with Sweden.",
            [("hold", "Peru 's Foreign Minister Ana Ruiz", "talks", "with Sweden")],
            id="a subject with its office",
        ),
        pytest.param(
            "At least 81 people were killed in Oslo.",
            [("kill", "At least 81 people", "", "in Oslo")],
            id="blurred number",
        ),
    ],
)
def test_predications(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_headlines_have_a_grammar_of_their_own() -> None:
    title = "Norway to scrap pact with Sweden"
    assert rows("", title) == [("scrap", "Norway", "pact", "with Sweden")]
    (found,) = document_of("", title).syntax[0].predications
    assert found.finite
    assert found.future


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("signed", (True, False, False, "")),
        ("will sign", (False, True, False, "")),
        ("may sign", (False, False, False, "may")),
        ("did not sign", (True, False, True, "")),
        ("has never signed", (True, False, True, "")),
        ("won't sign", (False, True, True, "wo")),
    ],
)
def test_tense_modality_and_negation(verb: str, expected: tuple[bool, bool, bool, str]) -> None:
    (found,) = document_of(f"Norway {verb} the treaty.").syntax[0].predications
    modal = "" if found.modal == "will" else found.modal
    assert (found.past, found.future, found.negated, modal) == expected


def test_a_name_with_prepositions_is_one_phrase() -> None:
    document = document_of("The Organization for Security and Co-operation in Europe met.")
    syntax = document.syntax[0]
    assert [syntax.text(one.first, one.last) for one in syntax.phrases] == [
        "The Organization for Security and Co-operation in Europe"
    ]


def test_what_is_no_sentence_is_not_analyzed() -> None:
    document = document_of("word " * 400)
    assert [one.predications for one in document.syntax] == [()]
