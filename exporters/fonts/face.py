"""The faces of an official paper, what offices call them, and under which names a PC may have them."""

from enum import StrEnum


class Face(StrEnum):
    """A role that type plays in a paper (GB/T 9704-2012 §5.2.2, §7.3)."""

    FANGSONG = "fangsong"
    HEI = "hei"
    KAI = "kai"
    BIAOSONG = "biaosong"
    SONG = "song"


ROLES = {
    Face.FANGSONG: "仿宋",
    Face.HEI: "黑体",
    Face.KAI: "楷体",
    Face.BIAOSONG: "小标宋",
    Face.SONG: "宋体",
}
"""What the standard calls the faces."""

WANTED: dict[Face, tuple[tuple[str, ...], ...]] = {
    Face.FANGSONG: (
        ("仿宋_GB2312", "FangSong_GB2312"),
        ("仿宋", "FangSong"),
        ("华文仿宋", "STFangsong"),
        ("方正仿宋_GBK", "FZFangSong-Z02"),
        ("方正仿宋简体", "FZFangSong-Z02S"),
    ),
    Face.HEI: (
        ("黑体", "SimHei"),
        ("方正黑体_GBK", "FZHei-B01"),
        ("方正黑体简体", "FZHei-B01S"),
    ),
    Face.KAI: (
        ("楷体_GB2312", "KaiTi_GB2312"),
        ("楷体", "KaiTi"),
        ("华文楷体", "STKaiti"),
        ("方正楷体_GBK", "FZKai-Z03"),
        ("方正楷体简体", "FZKai-Z03S"),
    ),
    Face.BIAOSONG: (
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
        ("方正小标宋",),
        ("小标宋", "小标宋体"),
    ),
    Face.SONG: (
        ("宋体", "SimSun"),
        ("方正书宋_GBK", "FZShuSong-Z01"),
        ("方正书宋简体", "FZShuSong-Z01S"),
    ),
}
"""The fonts a face may be drawn in, the best first, each with every name it goes by.

What Windows and old offices have stands before what comes with WPS on Linux. 华文中宋 is no 小标宋, and the bundled
title font is nearer to it: it is not here.
"""

WANTED_FOR_RARE = (("宋体-ExtB", "SimSun-ExtB"),)
"""The PC's fonts of characters beyond U+FFFF, asked last: Windows has had one since Vista."""

OFFICIAL_NAMES = {face: names[0][0] for face, names in WANTED.items()}
"""What the offices' own computers call these faces, and what a Word file therefore asks for."""
