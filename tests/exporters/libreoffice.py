"""Papers set by LibreOffice: a Word file becomes a PDF, and its pages are read where the ink stands."""

import ctypes
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

import resources
from exporters.fonts import BUNDLED, OFFICIAL_NAMES

MM = 25.4 / 72
_SAME_BASELINE = 0.3
_BLANK_PAGES_TOO = '{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
_NUMBER = re.compile(r"—\d+—")


@dataclass(frozen=True, slots=True)
class Ink:
    """A text or a rule and the box its ink fills, in millimetres from the paper's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float = 0.0


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page of the PDF: its paper in millimetres, its characters, its rules."""

    width: float
    height: float
    characters: tuple[Ink, ...]
    rules: tuple[Ink, ...]

    @property
    def lines(self) -> list[Ink]:
        """The lines from top to bottom, without blanks."""
        found: list[list[Ink]] = []
        for character in sorted(self.characters, key=lambda one: one.baseline):
            if found and character.baseline - found[-1][0].baseline < _SAME_BASELINE:
                found[-1].append(character)
            else:
                found.append([character])
        return [_joined(line) for line in found]

    @property
    def texts(self) -> list[str]:
        """The text of the lines without the page number."""
        return [line.text for line in self.lines if not _NUMBER.fullmatch(line.text)]

    def find(self, text: str) -> Ink:
        """The first line that holds a text."""
        return next(line for line in self.lines if text in line.text)


def _joined(line: list[Ink]) -> Ink:
    return Ink(
        "".join(one.text for one in sorted(line, key=lambda one: one.left)),
        min(one.left for one in line),
        min(one.top for one in line),
        max(one.right for one in line),
        max(one.bottom for one in line),
        line[0].baseline,
    )


def font_settings(folder: Path, fonts: Path) -> Path:
    """A fontconfig file that knows the fonts of one folder and no others."""
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/font-cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return settings


def set_by_libreoffice(
    files: Mapping[str, bytes], folder: Path, fonts: Path | None = None
) -> dict[str, list[SetPage]]:
    """The pages of some Word files, in the fonts of a folder: the bundled ones, under their own names."""
    settings = font_settings(folder, fonts or resources.path("fonts"))
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content if fonts else _with_bundled_fonts(content))
    subprocess.run(
        [
            *("env", f"FONTCONFIG_FILE={settings}", "soffice"),
            *(f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"),
            *(f"pdf:writer_pdf_Export:{_BLANK_PAGES_TOO}", "--outdir", folder),
            *(folder / f"{name}.docx" for name in files),
        ],
        check=True,
        capture_output=True,
    )
    return {name: pages_of(folder / f"{name}.pdf") for name in files}


def _with_bundled_fonts(content: bytes) -> bytes:
    """The same file asking for the bundled fonts by their names: a PC without the official ones."""
    names = {official: f"Gw {BUNDLED[face].name}" for face, official in OFFICIAL_NAMES.items()}
    renamed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(renamed, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for official, bundled in names.items():
                text = text.replace(f'"{official}"', f'"{bundled}"')
            new.writestr(name, text)
    return renamed.getvalue()


def pages_of(path: Path) -> list[SetPage]:
    """Every page of a PDF."""
    with pypdfium2.PdfDocument(path) as file:
        return [_page(page) for page in file]


def _page(page: pypdfium2.PdfPage) -> SetPage:
    height = page.get_height()
    paths = (item for item in page.get_objects() if item.type == pdfium.FPDF_PAGEOBJ_PATH)
    rules = [_ink("", item.get_bounds(), height) for item in paths]
    return SetPage(page.get_width() * MM, height * MM, tuple(_characters(page, height)), tuple(rules))


def _characters(page: pypdfium2.PdfPage, height: float) -> Iterator[Ink]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            yield _ink(character, text.get_charbox(index), height, y.value)


def _ink(text: str, box: tuple[float, float, float, float], height: float, baseline: float = 0.0) -> Ink:
    left, bottom, right, top = box
    return Ink(
        text, left * MM, (height - top) * MM, right * MM, (height - bottom) * MM, (height - baseline) * MM
    )
