"""`nadc translate`: what is missing is added, what is done stays, what changed is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from authors import made, replace, report, run

from game.content.loader import check_campaign, load_campaign
from game.content.texts import campaign_texts


def test_new_files_hold_every_text_once(tmp_path: Path) -> None:
    folder = made(tmp_path)
    output = run("translate", str(folder)).output
    wanted = campaign_texts(load_campaign(folder))
    for language in ("es", "fr"):
        text = (folder / "locale" / f"{language}.yaml").read_text(encoding="utf-8")
        assert text.startswith("# yaml-language-server: $schema=../.schema/locale.json\n")
        assert text.count('translation: ""') == text.count("- text: ") == len(wanted)
        assert f"{language}.yaml: 0 done, {len(wanted)} missing, 0 changed, 0 gone" in output
    codes = [problem.code for problem in check_campaign(folder).problems]
    assert codes == ["N903", "N903"]


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
            lines[ix] = f'    translation: "ES {ix}" # checked by Ana'
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_finished_translation_is_clean_used_and_left_alone(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    assert report(folder) == ""
    before = path.read_bytes()
    assert (
        "160 done, 0 missing, 0 changed, 0 gone"
        in run("translate", str(folder), "--language", "es").output
    )
    assert path.read_bytes() == before
    campaign = load_campaign(folder)
    assert campaign.locales["es"]["Two Rivers"].startswith("ES ")


def test_a_changed_text_keeps_its_translation_until_it_was_looked_at(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    replace(folder / "campaign.yaml", "low Harm and a sound Border", "low Harm and a calm Border")
    output = run("translate", str(folder), "--language", "es").output
    assert "'low Harm and a sound Border' is now 'low Harm and a calm Border'" in output
    text = path.read_text(encoding="utf-8")
    block = text[text.index('- text: "low Harm and a calm Border"') :].split("\n")[:3]
    assert block[1] == '    was: "low Harm and a sound Border"'
    assert block[2].startswith('    translation: "ES ') and block[2].endswith("# checked by Ana")
    assert "low Harm and a calm Border" not in load_campaign(folder).locales["es"]
    assert "N904" in report(folder)
    before = path.read_bytes()
    run("translate", str(folder), "--language", "es")
    assert path.read_bytes() == before
    replace(path, '    was: "low Harm and a sound Border"\n', "")
    assert report(folder) == ""


def test_a_text_that_is_gone_becomes_a_comment(tmp_path: Path) -> None:
    folder = made(tmp_path)
    path = done(folder)
    replace(folder / "map.yaml", "name: Fishing boats, ", "")
    output = run("translate", str(folder), "--language", "es").output
    assert "159 done, 0 missing, 0 changed, 1 gone" in output
    text = path.read_text(encoding="utf-8")
    assert '# no longer used:\n#   - text: "Fishing boats"\n#     translation: "ES' in text
    assert report(folder) == ""


def test_listing_writes_nothing_and_names_the_lines(tmp_path: Path) -> None:
    folder = made(tmp_path)
    output = run("translate", str(folder), "--list").output
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
    assert "N203" in run("translate", str(folder), code=1).output
