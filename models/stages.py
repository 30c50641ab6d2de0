"""What editing does to a report's stage: what was frozen stays frozen, and the draft is a draft again."""

from dataclasses import replace

from models.report import Report, Stage


def after_edit(before: Report, after: Report) -> Report:
    """`after`, back in the stage of a draft if it differs from a `before` that had been frozen as a stage.

    Who gives it another stage himself knows what he does (freezing, restoring, undoing).
    """
    if before.stage is Stage.DRAFT or after.stage is not before.stage or after == before:
        return after
    return replace(after, stage=Stage.DRAFT)
