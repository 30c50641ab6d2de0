"""The rows of the drafts' file. They stay inside the store; what leaves it is a Report or a ReportSummary."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from models.seal import seal


class Base(DeclarativeBase):
    """All records, with constraint names that a later migration can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text}  # noqa: RUF012 - SQLAlchemy reads it from the class


class ReportRecord(Base):
    """A report: its times in UTC (ISO 8601), how often it was saved, and what the list shows of it.

    Numbers are never used again: a deleted report's id must not come to mean another one. `uid` is the same on
    every PC the report is taken to. `deleted` is when it went to the trash, empty where it is not there. `seal` is that
    of the row and of its contents' seals together, so that a content that is gone is noticed.
    """

    __tablename__ = "reports"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it from the class

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    created: Mapped[str]
    updated: Mapped[str]
    revision: Mapped[int]
    title: Mapped[str]
    organ: Mapped[str]
    year: Mapped[int]
    stage: Mapped[str]
    uid: Mapped[str] = mapped_column(default="")
    deleted: Mapped[str] = mapped_column(default="")
    seal: Mapped[str] = mapped_column(default="")

    def reckoned_seal(self, contents: Iterable[str]) -> str:
        """What the seal should be, given the seals of the report's contents."""
        return seal(
            self.id,
            self.uid,
            self.created,
            self.updated,
            self.revision,
            self.title,
            self.organ,
            self.year,
            self.stage,
            self.deleted,
            *sorted(map(str, contents)),
        )


class ContentRecord(Base):
    """One content key of a report (`models.content`), its value as JSON, the row's seal."""

    __tablename__ = "contents"

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    seal: Mapped[str] = mapped_column(default="")


class VersionRecord(Base):
    """A version of a report (`models.version`): when in UTC (ISO 8601), its content as canonical JSON in zlib's
    compression, the hash of the JSON, its length and how much differs from the version before in characters
    (-1 where that was never counted).

    `seal` is that of the other columns but the content. A trigger of the file refuses to change a row.
    """

    __tablename__ = "versions"

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    created: Mapped[str]
    hash: Mapped[str]
    content: Mapped[bytes]
    characters: Mapped[int]
    changed: Mapped[int]
    seal: Mapped[str]

    def reckoned_seal(self) -> str:
        """What the seal should be."""
        return seal(
            self.report_id,
            self.number,
            self.kind,
            self.name,
            self.created,
            self.hash,
            self.characters,
            self.changed,
        )
