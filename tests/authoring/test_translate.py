"""`nadc translate`: what is missing is added, what is done stays, what changed is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from authors import made, replace, report, run

from game.content.loader import check_campaign, load_campaign
from game.content.texts import campaign_texts


def test_new_files_hold_every_text_once(tmp_path: Path) -> None:
    folder = made(tmp_path)
    output = run("translate", str(folder), "--language", "es", "--language", "fr").output
    wanted = campaign_texts(load_campaign(folder))
    for language in ("es", "fr"):
        text = (folder / "locale" / f"{language}.yaml").read_text(encoding="utf-8")
        assert text.startswith("# yaml-language-server: $schema=../.schema/locale.json\n")
        assert text.count('translation: ""') == text.count("- text: ") == len(wanted)
        assert f"{language}.yaml: 0 done, {len(wanted)} missing, 0 to look at again" in output
    codes = [problem.code for problem in check_campaign(folder).problems]
    assert codes == ["N903", "N903"]


def test_no_language_is_begun_unasked(tmp_path: Path) -> None:
    folder = made(tmp_path)
    output = run("translate", str(folder), code=1).output
    assert "two-rivers has no translation yet" in output and "--language es" in output
    run("translate", str(folder), "--language", "es")
    assert "fr.yaml" not in run("translate", str(folder)).output
    assert [path.name for path in (folder / "locale").iterdir()] == ["es.yaml"]


def test_texts_are_grouped_by_the_file_in_which_they_stand(tmp_path: Path) -> None:
    folder = made(tmp_path)
    run("translate", str(folder), "--language", "es")
    text = (folder / "locale" / "es.yaml").read_text(encoding="utf-8")
    order = [text.index(f"# ---- {file}") for file in ("campaign.yaml", "cards/own.yaml")]
    assert order == sorted(order) and order[-1] < text.index("# ---- library/")
    assert not (folder / "locale" / "fr.yaml").exists()


def done(folder: Path) -> Path:
    """A campaign's Spanish file with every text translated."""
    run("translate", str(folder), "--language", "es")
    path = folder / "locale" / "es.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    for ix, line in enumerate(lines):
        if line.strip() == 'translation: ""':
            stars = "**" * lines[ix - 2].count("**")
            lines[ix] = f'    translation: "ES {ix}{stars}" # checked by Ana'
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_finished_translation_is_clean_used_and_left_alone(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    assert report(folder) == ""
    before = path.read_bytes()
    assert (
        "160 done, 0 missing, 0 to look at again"
        in run("translate", str(folder), "--language", "es").output
    )
    assert path.read_bytes() == before
    campaign = load_campaign(folder)
    assert campaign.locales["es"]["Two Rivers"].startswith("ES ")


def entry(path: Path, text: str) -> list[str]:
    """The lines of a language file from a text up to the next one."""
    whole = path.read_text(encoding="utf-8")
    return whole[whole.index(f'- text: "{text}"') :].split("\n  ")[:5]


def test_a_changed_text_keeps_its_translation_until_it_was_looked_at(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    replace(folder / "campaign.yaml", "low Harm and a sound Border", "low Harm and a calm Border")
    output = run("translate", str(folder), "--language", "es").output
    assert "'low Harm and a sound Border' is now 'low Harm and a calm Border'" in output
    block = entry(path, "low Harm and a calm Border")
    assert block[1] == '  was: "low Harm and a sound Border"'
    assert block[2] == "  place: seats.us.wants"
    assert block[3].startswith('  translation: "ES ') and block[3].endswith("# checked by Ana")
    assert "low Harm and a calm Border" not in load_campaign(folder).locales["es"]
    assert "N904" in report(folder)
    before = path.read_bytes()
    run("translate", str(folder), "--language", "es")
    assert path.read_bytes() == before
    replace(path, '    was: "low Harm and a sound Border"\n', "")
    assert report(folder) == ""


def translation_of(path: Path, text: str) -> str:
    """The line of a text's translation."""
    return next(line for line in entry(path, text) if "translation:" in line)


def test_a_text_that_is_quite_another_is_found_by_its_place(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    before = translation_of(path, "low Harm and a sound Border")
    replace(folder / "campaign.yaml", "low Harm and a sound Border", "quiet streets")
    output = run("translate", str(folder)).output
    assert "'low Harm and a sound Border' is now 'quiet streets'" in output
    assert translation_of(path, "quiet streets") == before
    assert "159 done, 0 missing, 1 to look at again" in output


def test_files_without_places_are_gone_through_in_their_order(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    lines = path.read_text(encoding="utf-8").split("\n")
    bare = "\n".join(line for line in lines if not line.startswith("    place:"))
    path.write_text(bare, encoding="utf-8")
    before = translation_of(path, "low Harm and a sound Border")
    replace(folder / "campaign.yaml", "low Harm and a sound Border", "quiet streets")
    run("translate", str(folder))
    assert translation_of(path, "quiet streets") == before
    assert "    place: seats.us.wants\n" in path.read_text(encoding="utf-8")


def test_a_text_that_is_changed_back_is_done_again(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    before = path.read_bytes()
    frame = folder / "campaign.yaml"
    replace(frame, "low Harm and a sound Border", "quiet streets")
    run("translate", str(folder))
    replace(frame, "quiet streets", "low Harm and a sound Border")
    assert "160 done, 0 missing, 0 to look at again" in run("translate", str(folder)).output
    assert path.read_bytes() == before


def test_a_text_that_changes_twice_keeps_what_it_was_translated_from(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    frame = folder / "campaign.yaml"
    replace(frame, "low Harm and a sound Border", "quiet streets")
    run("translate", str(folder))
    replace(frame, "quiet streets", "few loads")
    run("translate", str(folder))
    assert entry(path, "few loads")[1] == '  was: "low Harm and a sound Border"'


def test_a_text_that_is_gone_is_put_aside_and_comes_back(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    before = sorted(path.read_text(encoding="utf-8").split("\n"))
    board = folder / "map.yaml"
    replace(board, "name: Fishing boats, ", "")
    replace(board, "name: Night boats, ", "")
    output = run("translate", str(folder), "--language", "es").output
    assert "158 done, 0 missing, 0 to look at again" in output
    assert "put aside, the campaign no longer has it: 'Fishing boats'" in output
    text = path.read_text(encoding="utf-8")
    aside = text[text.index("\naside:\n") :]
    assert '  - text: "Fishing boats"\n    place: routes.fishing-boats.name\n' in aside
    assert report(folder) == ""
    run("translate", str(folder))
    assert path.read_text(encoding="utf-8") == text
    replace(board, "{id: fishing-boats, ", "{id: fishing-boats, name: Fishing boats, ")
    output = run("translate", str(folder)).output
    assert "there again, with its translation: 'Fishing boats'" in output
    text = path.read_text(encoding="utf-8")
    assert "Fishing boats" not in text[text.index("\naside:\n") :]
    replace(board, "{id: night-boats, ", "{id: night-boats, name: Night boats, ")
    run("translate", str(folder))
    text = path.read_text(encoding="utf-8")
    assert "aside:\n" not in text
    assert set(before) <= set(text.split("\n"))
    assert report(folder) == ""


def test_an_open_entry_of_a_text_that_is_gone_is_no_news(tmp_path: Path) -> None:
    folder = made(tmp_path)
    run("translate", str(folder), "--language", "es")
    replace(folder / "map.yaml", "name: Fishing boats, ", "")
    assert [problem.code for problem in check_campaign(folder).problems] == ["N903"]
    run("translate", str(folder))
    assert "Fishing boats" not in (folder / "locale" / "es.yaml").read_text(encoding="utf-8")


def test_every_translation_survives_a_campaign_that_is_written_anew(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)

    def kept() -> set[str]:
        return set(re.findall(r'translation: ("ES .*?")', path.read_text(encoding="utf-8")))

    before = kept()
    (folder / "injects.yaml").unlink()
    for name in ("cards/own.yaml", "bots.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        turned = re.sub(r'"([^"\n]*)"', lambda found: f'"{found[1][::-1]}"', text)
        (folder / name).write_text(turned, encoding="utf-8")
    output = run("translate", str(folder)).output
    assert int(re.findall(r"(\d+) to look at again", output)[0]) > 40
    assert output.count("put aside") > 5
    assert kept() == before
    assert {problem.code for problem in check_campaign(folder).problems} <= {"N903", "N904"}


def test_a_partial_translation_can_be_excused_on_its_line(tmp_path: Path) -> None:
    folder = made(tmp_path)
    run("translate", str(folder), "--language", "es")
    path = folder / "locale" / "es.yaml"
    problem = check_campaign(folder).problems[0]
    assert (problem.code, problem.source) == ("N903", "texts:")
    assert "160 of 160 texts" in problem.message
    replace(path, "\ntexts:\n", "\ntexts: # nadc: ignore N903 because it comes in spring\n")
    assert report(folder) == ""


@pytest.mark.parametrize(
    ("text", "translation", "says"),
    [
        ("By **{by}** today.", "Hoy **{by}**.", ""),
        (
            "By **{by}** today.",
            "Hoy {by}.",
            "Marks of bold words: 2 in the text, 0 in its translation.",
        ),
        (
            "By **{by}** today.",
            "Hoy **{por}**.",
            "What stands in braces differs from the text: {by}.",
        ),
    ],
)
def test_marks_that_got_lost_are_found(
    tmp_path: Path, text: str, translation: str, says: str
) -> None:
    folder = made(tmp_path)
    path = done(folder)
    replace(folder / "campaign.yaml", "low Harm and a sound Border", text)
    run("translate", str(folder))
    lines = entry(path, text)
    whole = path.read_text(encoding="utf-8")
    whole = whole.replace("\n  " + lines[1], "")
    whole = whole.replace(lines[3], f'  translation: "{translation}"')
    path.write_text(whole, encoding="utf-8")
    found = check_campaign(folder).problems
    assert [(one.code, one.message) for one in found] == ([("N905", says)] if says else [])


def test_listing_writes_nothing_and_names_the_lines(tmp_path: Path) -> None:
    folder = made(tmp_path)
    output = run("translate", str(folder), "--language", "es", "--list").output
    assert "  campaign.yaml:9: Two Rivers\n" in output
    assert not (folder / "locale").exists()


def test_other_languages_are_kept_up_to_date_too(tmp_path: Path) -> None:
    folder = made(tmp_path)
    run("translate", str(folder), "--language", "pt-br")
    assert (folder / "locale" / "pt-br.yaml").is_file()
    assert "pt-br.yaml" in run("translate", str(folder)).output


@pytest.mark.parametrize("language", ["Spanish", "../es", "e"])
def test_what_is_no_language_is_refused(tmp_path: Path, language: str) -> None:
    folder = made(tmp_path)
    output = run("translate", str(folder), "--language", language, code=1).output
    assert "no language" in output


def test_errors_are_mended_first(tmp_path: Path) -> None:
    folder = made(tmp_path)
    replace(folder / "campaign.yaml", "quarters: 3\n", "quarters: three\n")
    output = run("translate", str(folder), code=1).output
    assert "N203" in output and "mistakes in two-rivers must be mended first" in output
    assert f"nadc check {folder}" in output
