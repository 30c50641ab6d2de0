"""The page rules of an export with this PC's fonts, and what those fonts cannot draw, before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exporters.fonts import installed_set, search_folders
from exporters.profile import DEFAULT, Profile, broken_profiles, profile, profile_names
from models.compose import printed
from models.document import Group
from models.letterhead import LETTERHEAD
from models.normalise import normalise
from models.report import ATTACHMENTS, HEADING, Place, Report
from models.statistics import statistics_table
from models.template import template
from models.text_places import all_texts, sentences

_OWN_PROFILES = "profiles"


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no font can draw, and one sentence in which it stands.

    `section` is a section's key, or `letterhead`, `figures`, `attachments`; "" before the first section. `item` is
    the number of the item or attachment. `where` says the same in words.
    """

    character: str
    section: str
    item: int | None
    quote: str
    where: str


def page_rules(data_dir: Path | None, profile_id: str = DEFAULT, font_folder: Path | None = None) -> Profile:
    """A profile, the office's own before the program's, drawn in this PC's fonts, those of `font_folder` first.

    Raises UserError for an unknown or unreadable profile and for a font folder that is none.
    """
    return profile(profile_id, _own_profiles(data_dir), installed_set(font_folder, search_folders()))


def profile_choices(data_dir: Path | None) -> dict[str, str]:
    """The profiles that can be used, id and name, the default first."""
    return profile_names(_own_profiles(data_dir))


def profile_trouble(data_dir: Path | None, profile_id: str) -> str:
    """What is wrong with a profile that was chosen, in a sentence that says what to do; "" for nothing."""
    folder = _own_profiles(data_dir)
    if profile_id in profile_names(folder):
        return ""
    if why := broken_profiles(folder).get(profile_id):
        return f"{why.removesuffix('。')}，或者另选一个版式。"
    return f"选定的版式“{profile_id}”找不到了，没有使用；请另选一个，或把“{profile_id}.toml”放回“{folder}”。"


def profile_troubles(data_dir: Path | None, chosen: str) -> tuple[str, ...]:
    """What is wrong with the profile that was chosen, then with an office's others."""
    broken = broken_profiles(_own_profiles(data_dir))
    others = (why for profile_id, why in broken.items() if profile_id != chosen)
    return tuple(filter(None, (profile_trouble(data_dir, chosen), *others)))


def missing_characters(report: Report, rules: Profile) -> tuple[MissingCharacter, ...]:
    """Every character of the printed texts that no font of the rules can draw, at each place where it stands."""
    return tuple(
        dict.fromkeys(
            MissingCharacter(character, section, item, sentence.strip(), where)
            for section, item, where, text in _texts(report)
            for sentence in sentences(text)
            for character in sorted(rules.fonts.missing([sentence]))
        )
    )


def _own_profiles(data_dir: Path | None) -> Path | None:
    return data_dir / _OWN_PROFILES if data_dir else None


def _texts(report: Report) -> Iterator[tuple[str, int | None, str, str]]:
    """Every text that may be printed: section and item as in MissingCharacter, the place in words, the text."""
    for field in LETTERHEAD.values():
        yield "letterhead", None, f"文头的{field.label}", normalise(report.letterhead.text(field.key))
    for place, stored in all_texts(report):
        item = place.item[0] if place.item else None
        yield place.section, item, _where(report, place), printed(report, stored)
    if any(attachment.shows_figures for attachment in report.attachments):
        for text in _table_texts(report):
            yield "figures", None, "统计表", text


def _where(report: Report, place: Place) -> str:
    """A place in words: 正文开头, “二、…”的标题, “二、…”第3条, 附件1."""
    if place.section == ATTACHMENTS:
        return f"附件{place.item[0]}"
    section = report.section(place.section)
    if section is None:
        return "正文开头"
    title = f"“{printed(report, section.title)}”"
    if place.item:
        return f"{title}第{place.item[0]}条"
    return f"{title}的标题" if place.paragraph == HEADING else title


def _table_texts(report: Report) -> Iterator[str]:
    for row in statistics_table(report, template(report.template)).rows:
        if not isinstance(row, Group):
            yield from (cell.text for cell in row)
