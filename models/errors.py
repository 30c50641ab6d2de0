"""Errors a clerk can do something about. Everything else that goes wrong is a bug and is left to rise."""


class UserError(Exception):
    """One Chinese sentence: what is wrong, what was kept, what to do. What it quotes may hold quotation marks itself:
    those inside others are printed as GB/T 15834 wants them, ‘’."""

    def __str__(self) -> str:
        return _nested(str(self.args[0]))


class NotAQuantityError(UserError):
    """A text that should be an amount is none."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}”不是数量，原值未改；请写成“179”“约682万”“98%以上”这样的数。")


class UnknownReportError(UserError):
    """No report has this id."""

    def __init__(self, report_id: str) -> None:
        super().__init__(f"没有编号为“{report_id}”的报告，什么也没有改动；请用 list 查看现有报告的编号。")


class UnknownKeyError(UserError):
    """No letterhead field, figure or template is called this."""

    def __init__(self, what: str, key: str, known: str) -> None:
        super().__init__(f"没有名为“{key}”的{what}，什么也没有改动；{known}")


class DamagedError(UserError):
    """Something in the drafts' file is not what was written there. `what` names it."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(
            f"{what}在草稿库中已损坏，文件原样未动；请从“数据备份”中恢复（命令行用recover），完好的内容都会救回。"
        )


class DisclosureError(UserError):
    """A public version would show what the public must not read. `places` name everything found: words and place."""

    _SHOWN = 4

    def __init__(self, places: tuple[str, ...]) -> None:
        self.places = places
        more = f"等{len(places)}处" if len(places) > self._SHOWN else ""
        super().__init__(
            f"公开版没有导出，什么也没有写入：{'、'.join(places[: self._SHOWN])}{more}不宜公开；"
            "请在报告里改好再导出，逐处看过、确实可以公开的，选“仍要公开”（命令行加--accept）。"
        )


def _nested(words: str) -> str:
    """Words with the inner quotation marks single; as they are where the marks do not pair."""
    depth, found = 0, []
    for character in words:
        depth -= character == "”"
        if depth < 0:
            return words
        found.append({"“": "‘", "”": "’"}.get(character, character) if depth else character)
        depth += character == "“"
    return "".join(found) if not depth else words
