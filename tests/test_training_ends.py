"""What the head of openings learns from; torch and onnx are not needed."""

from pathlib import Path

from loaders.text.sentence import LEAST_DOUBT
from loaders.training.stretches import Stretch, read_stretches
from loaders.training.treebank_text import TreebankDocument, read_documents

LINES = ("Kind regards", "Ana Ruiz", "The ferry was late again.", "we had to wait an hour")


def document(folder: Path) -> TreebankDocument:
    rows: list[str] = []
    for line in LINES:
        rows.append(f"# text = {line}")
        words = line.replace(".", " .").split()
        for number, word in enumerate(words, start=1):
            glued = "SpaceAfter=No" if words[number : number + 1] == ["."] else "_"
            head = "0\troot" if number == 1 else "1\tdep"
            rows.append(f"{number}\t{word}\t_\tX\t_\t_\t{head}\t_\t{glued}")
        rows.append("")
    path = folder / "letter.conllu"
    path.write_text("\n".join(["# newdoc id = letter", *rows, ""]))
    return next(read_documents(path))


def opened(stretch: Stretch) -> list[str]:
    return [word for word, opens in zip(stretch.words, stretch.opens, strict=True) if opens]


def test_stretches_hold_openings_only_where_sentences_begin(tmp_path: Path) -> None:
    letter = document(tmp_path)
    stretches = [one for one in read_stretches([letter, letter], seed=1) if one.document < 2]
    assert any(opened(one) for one in stretches if not one.natural)
    begins = {line.split()[0].lower() for line in LINES}
    assert all(word.lower() in begins for one in stretches for word in opened(one))
    assert all(
        blank or not opens
        for one in stretches
        for blank, opens in zip(one.behind_blank, one.opens, strict=True)
    )


def test_stretches_repeat_themselves_and_our_own_sentences_are_whole(tmp_path: Path) -> None:
    letter = document(tmp_path)
    stretches = list(read_stretches([letter, letter], seed=1))
    assert stretches == list(read_stretches([letter, letter], seed=1))
    written = [one for one in stretches if one.document == 2]
    assert len(written) > 1_500
    assert not any(any(one.opens) for one in written)
    assert {doubt for one in written for doubt in one.doubts} == {LEAST_DOUBT}
