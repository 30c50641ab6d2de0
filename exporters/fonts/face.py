"""The faces of an official paper and what offices call them."""

from enum import StrEnum


class Face(StrEnum):
    """A role that type plays in a paper (GB/T 9704-2012 §5.2.2, §7.3)."""

    FANGSONG = "fangsong"
    HEI = "hei"
    KAI = "kai"
    BIAOSONG = "biaosong"
    SONG = "song"


OFFICIAL_NAMES = {
    Face.FANGSONG: "仿宋_GB2312",
    Face.HEI: "黑体",
    Face.KAI: "楷体_GB2312",
    Face.BIAOSONG: "方正小标宋简体",
    Face.SONG: "宋体",
}
"""What the offices' own computers call these faces, and what a Word file therefore asks for."""
