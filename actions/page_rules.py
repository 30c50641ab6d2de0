"""The page rules of an export with this PC's fonts, and what those fonts cannot draw, before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exporters.fonts import installed_set, search_folders
from exporters.profile import DEFAULT, Profile, profile, profile_names
from models.compose import printed
from models.document import Group
from models.errors import UserError
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
    fonts = installed_set(font_folder, search_folders())
    folder = _own_profiles(data_dir)
    try:
        return profile(profile_id, folder, fonts)
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(folder) from error


def profile_choices(data_dir: Path | None) -> dict[str, str]:
    """The profiles there are, id and name, the default first. Raises UserError as `page_rules`."""
    folder = _own_profiles(data_dir)
    try:
        return profile_names(folder)
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(folder) from error


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


def _unreadable(folder: Path | None) -> UserError:
    return UserError(f"“{folder}”里有读不出的版式文件，什么也没有写入；请把它另存为UTF-8文本，或移走后再试。")


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
