"""Files made to do harm: one clear line, soon, and nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from content_samples import CAMPAIGN, checked, codes, copied, only, read, texts_of

from game.content.loader import check_campaign, check_campaign_texts, load_campaign
from game.content.problems import ContentError
from game.content.reading.folder import MAX_FILE
from game.content.reading.readers import FAST, PURE

SECONDS = 20.0


@contextmanager
def soon() -> Iterator[None]:
    """Fail where the work inside takes more than a second of the processor."""
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("loader", [FAST, PURE], ids=["fast", "pure"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "N110"),
        ("{a: " * 50_000, "N110"),
        ("- " * 100_000, "N110"),
        ("a: &a [x]\nb: *a\n", "N107"),
        ("a: !!python/object/apply:os.system [ls]\n", "N108"),
        ("a: !<tag:yaml.org,2002:int> 3\n", "N108"),
        ("<<: {a: 1}\n", "N109"),
        ("%TAG ! tag:x,2024:\n---\na: 1\n", "N111"),
    ],
)
def test_bombs_are_refused_at_once(text: str, code: str, loader: object) -> None:
    with soon():
        reading = read(text, loader)
    assert reading.root is None
    assert reading.problems[0].code == code
    assert len(reading.problems) <= 2


def test_a_billion_laughs_are_not_laughed() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    with soon():
        reading = read("\n".join(rows))
    assert {problem.code for problem in reading.problems} == {"N107"}
    assert len(reading.problems) <= 50


def test_merge_keys_within_merge_keys_are_refused() -> None:
    with soon():
        reading = read("\n".join(f"<<: {{<<: {{k{i}: 1}}}}" for i in range(2000)))
    assert reading.root is None


def test_more_values_than_any_campaign_has_are_refused() -> None:
    with soon():
        report = checked({"cards/many.yaml": "cards: [" + "0," * 300_000 + "]\n"})
    assert codes(report) == ["N115"]


def test_ten_thousand_areas_are_one_line() -> None:
    areas = "".join(
        f"  - {{id: a-{n}, name: A, kind: sea, country: sea, covers: [us-arizona]}}\n"
        for n in range(10_000)
    )
    with soon():
        report = checked({"map.yaml": f"areas:\n{areas}routes: []\n"})
    assert [p.message for p in report.problems if p.file == "map.yaml"] == [
        "`areas` has too many items: at most 120, not 10000.",
        "`routes` needs more items: at least 1, not 0.",
    ]


def test_a_hundred_thousand_unknown_keys_are_two_hundred_lines() -> None:
    many = "".join(f"key-{n}: 1\n" for n in range(50_000))
    start = time.process_time()
    report = checked({"bots.yaml": many})
    assert time.process_time() - start < 2 * SECONDS
    assert len(report.problems) < 250
    assert "N118" in codes(report)


def test_a_key_repeated_without_end_is_fifty_lines() -> None:
    with soon():
        reading = read("a: 1\n" * 50_000)
    assert {problem.code for problem in reading.problems} == {"N112"}
    assert len(reading.problems) == 50


@pytest.mark.parametrize("filling", [" ", "(", "a", "9", "-", "not ", "a(", ">= "])
def test_endless_conditions_are_refused_at_once(filling: str) -> None:
    line = ("harm" + filling * 200)[:200].strip()
    text = texts_of(CAMPAIGN)["campaign.yaml"].replace("when: harm >= 12", f'when: "{line}"')
    with soon():
        report = checked({"campaign.yaml": text})
    assert len(report.problems) <= 1


def test_a_text_of_four_megabytes_is_refused_with_a_short_line() -> None:
    long = texts_of(CAMPAIGN)["campaign.yaml"].replace("low Harm", "x" * (MAX_FILE - 10_000))
    with soon():
        report = checked({"campaign.yaml": long})
    assert codes(report) == ["N207"]
    assert len(report.problems[0].message) < 200


def test_texts_from_memory_have_the_same_limits() -> None:
    with soon():
        report = check_campaign_texts({"campaign.yaml": "a" * (MAX_FILE + 1)})
    assert codes(report) == ["N102"]
    report = check_campaign_texts({f"cards/{n}.yaml": "a: 1" for n in range(500)})
    assert codes(report) == ["N102"]


def test_only_known_names_are_taken_from_memory() -> None:
    report = check_campaign_texts(
        {"../campaign.yaml": "a: 1", "/etc/passwd": "b", "cards/../x.yaml": "c"}
    )
    assert [problem.message for problem in report.problems] == [
        "There is no campaign.yaml in this folder, so it is no campaign."
    ]


def test_half_a_character_from_memory_is_refused() -> None:
    assert codes(check_campaign_texts({"campaign.yaml": "title: \ud800\n"})) == ["N104"]


# ---- folders ---------------------------------------------------------------------------------


def test_a_file_of_more_than_four_megabytes_is_refused(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign / "bots.yaml").write_bytes(b"#" * (MAX_FILE + 1))
    with soon():
        report = check_campaign(campaign)
    assert codes(report)[0] == "N102"
    assert report.problems[0].message == "This file is larger than 4 MB."


def test_a_folder_of_more_than_sixteen_megabytes_is_one_line(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    for number in range(5):
        (campaign / "cards" / f"big-{number}.yaml").write_bytes(b"#" * MAX_FILE)
    with soon():
        assert only(campaign).message == "The campaign is larger than 16 MB in all."


def test_a_folder_of_too_many_files_is_one_line(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    for number in range(401):
        (campaign / "cards" / f"c{number}.yaml").write_text("cards: []\n")
    with soon():
        assert only(campaign).message == "There are more than 400 files here."


def test_a_folder_of_far_too_many_other_files_is_one_line(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    for number in range(5_100):
        (campaign / f"n{number}").touch()
    with soon():
        assert only(campaign).message == "There are more than 5000 files here."


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_to_a_file_is_not_followed(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    secret = tmp_path / "secret.yaml"
    secret.write_text("bots: []\n")
    (campaign / "bots.yaml").unlink()
    (campaign / "bots.yaml").symlink_to(secret)
    report = check_campaign(campaign)
    assert codes(report)[0] == "N114"
    assert report.problems[0].message == "This is a link; links are not followed."


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign / "cards").rename(tmp_path / "cards")
    (campaign / "cards").symlink_to(tmp_path / "cards")
    assert "N114" in codes(check_campaign(campaign))


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_library_that_is_a_link_is_passed_over(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    library = campaign.parent / "library"
    library.rename(tmp_path / "elsewhere")
    library.symlink_to(tmp_path / "elsewhere")
    report = check_campaign(campaign)
    assert report.library != library
    assert "N403" in codes(report)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign / "bots.yaml").unlink()
    os.mkfifo(campaign / "bots.yaml")
    with soon():
        report = check_campaign(campaign)
    assert report.problems[0].message == "This is not a file."


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign / "bots.yaml").unlink()
    (campaign / "bots.yaml").mkdir()
    assert codes(check_campaign(campaign))[0] == "N101"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("título: é\n".encode("latin-1"), "stored in another way"),
        ("bots: []\n".encode("utf-16"), "not plain UTF-8 text"),
        ("bots: []\n".encode("utf-32"), "not plain UTF-8 text"),
        (b"bots: []\n\x00", "invisible character here (U+0000)"),
        (b"\x89PNG\r\n\x1a\n", "stored in another way"),
        (b"PK\x03\x04\x14\x00\x06\x00", "invisible character"),
        (b"a: \xc0\xaf\n", "stored in another way"),
        (b"a: \xed\xa0\x80\n", "stored in another way"),
    ],
)
def test_other_encodings_are_refused(tmp_path: Path, data: bytes, message: str) -> None:
    campaign = copied(tmp_path)
    (campaign / "bots.yaml").write_bytes(data)
    report = check_campaign(campaign)
    found = [problem.message for problem in report.problems if problem.file == "bots.yaml"]
    assert len(found) == 1
    assert message in found[0]


def test_the_place_of_a_byte_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign / "bots.yaml").write_bytes("# ok\nä: ".encode() + b"\xff\n")
    problem = next(p for p in check_campaign(campaign).problems if p.file == "bots.yaml")
    assert (problem.code, problem.line, problem.column) == ("N103", 2, 4)


def test_a_byte_order_mark_and_other_line_ends_change_nothing(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    digest = load_campaign(campaign).digest
    for path in campaign.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert load_campaign(campaign).digest == digest


def test_a_folder_that_does_not_exist_is_one_line(tmp_path: Path) -> None:
    problem = only(tmp_path / "nowhere")
    assert problem.code == "N101"


def test_a_file_instead_of_a_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "campaign.yaml").write_text("id: x\n")
    assert only(tmp_path / "campaign.yaml").code == "N101"


def test_an_empty_folder_is_no_campaign(tmp_path: Path) -> None:
    assert only(tmp_path).message == (
        "There is no campaign.yaml in this folder, so it is no campaign."
    )


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("bots.yml", "Is it meant to be called bots.yaml?"),
        ("Campaign.YAML", "Is it meant to be called campaign.yaml?"),
        ("unit.yaml", "Is it meant to be called units.yaml?"),
        ("cards/more.yml", "Is it meant to be called more.yaml?"),
        ("cards/my cards.yaml", "Is it meant to be called my-cards.yaml?"),
        ("house-rules.yaml", "Files are named campaign.yaml"),
        ("\x1b[31mred.yaml", "Files are named campaign.yaml"),
    ],
)
def test_a_file_that_looks_as_if_it_were_read_is_pointed_out(
    tmp_path: Path, name: str, fix: str
) -> None:
    campaign = copied(tmp_path)
    (campaign / name).write_text("a: 1\n")
    problem = only(campaign)
    assert problem.code == "N117"
    assert problem.hint.startswith(fix)
    assert problem.file.isprintable()


@pytest.mark.parametrize("name", ["README.md", "picture.png", ".hidden.yaml", "cards/notes.txt"])
def test_other_files_are_nobodys_business(tmp_path: Path, name: str) -> None:
    campaign = copied(tmp_path)
    (campaign / name).write_text("a: 1\n")
    assert check_campaign(campaign).problems == ()


def test_a_campaign_is_called_like_its_folder(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    campaign = campaign.rename(campaign.parent / "renamed")
    assert only(campaign).code == "N404"


def test_loading_raises_errors_only(tmp_path: Path) -> None:
    campaign = copied(tmp_path)
    (campaign / "bots.yml").write_text("a: 1\n")
    assert load_campaign(campaign).id == "small-test"
    (campaign / "bots.yaml").write_text("bots: 3\n")
    with pytest.raises(ContentError) as raised:
        load_campaign(campaign)
    assert {problem.severity for problem in raised.value.problems} == {"error"}
    assert "bots.yaml:1:7: error N203" in str(raised.value)
