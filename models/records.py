"""The rows of the drafts' file. They stay inside the store; what leaves it is a Report or a ReportSummary."""

from sqlalchemy import ForeignKey, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


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

    Numbers are never used again: a deleted report's id must not come to mean another one.
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


class ContentRecord(Base):
    """One content key of a report (`models.content`) and its value as JSON."""

    __tablename__ = "contents"

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class VersionRecord(Base):
    """A version of a report (`models.version`): when in UTC (ISO 8601), its content as canonical JSON, its hash.

    A trigger of the file refuses to change a row.
    """

    __tablename__ = "versions"

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    created: Mapped[str]
    hash: Mapped[str]
    content: Mapped[str]
