"""A parcel: one report with its history as one file for the USB stick, with a password or without.

The file, numbers with their most significant byte first: `_MAGIC`; the format's number (2 bytes); the header's length
(4 bytes); the header, JSON in ASCII, empty or how the body is encrypted; the body, zlib's compression of the content
(`models.parcel_content`); the SHA-256 of everything before. The header is part of what a password seals. The SHA-256
tells a file that was damaged on its way from a password that is wrong; it stands last in every format to come.
"""

import json
import struct
import zlib
from hashlib import sha256

from models.archive import Archive
from models.errors import UserError
from models.parcel_content import BeyondUsError, TornError, from_written, to_written
from models.password_seal import CIPHER, Lock, new_lock, opened, sealed

SUFFIX = ".fznb"
MOST_BYTES = 64 * 2**20
"""Of a file. A report with some hundred versions has less than one megabyte."""
_MOST_CONTENT = 64 * 2**20
_MAGIC = b"\x89FZNB\r\n\x1a"  # as PNG's: shows a transfer that took the file for a text
_FORMAT = 1
_FRAME = struct.Struct(">8sHI")
_MOST_HEADER = 4096
_HASH = 32

_FOREIGN = "这个文件不是打包带走的报告（{suffix}），什么也没有放进来；{advice}"
_ADVICE = {
    b"PK\x03\x04": "它是 Word、Excel 或压缩文件，报告请用“导入 Word/文本”读入，压缩包要先解压。",
    b"SQLi": "它是草稿库或备份，请用“数据备份”打开（命令行用recover）。",
}
_DAMAGED = "这个包在路上损坏或没有拷完整，什么也没有放进来；请重新拷一次，或回到原来的电脑上再打包一次。"
_NEWER = "这个包是更新版本的法治年报打的，什么也没有放进来；请先升级本机的程序。"
_TOO_LARGE = "这份报告连同历史版本太大，没有打包，报告没有变；请用“数据备份”带走全部内容。"
_SWOLLEN = "这个包的内容大得不合常理，什么也没有放进来；请确认它的来历，再打包一次。"


class NeedsPasswordError(UserError):
    """A parcel with a password was opened without one."""

    def __init__(self) -> None:
        super().__init__(
            "这个包设了密码，什么也没有放进来；请输入打包时设的密码（命令行加--password-stdin）。"
        )


def packed(archive: Archive, password: str = "", *, cost: int = 0) -> bytes:
    """The file's bytes, the same for the same archive where there is no password; `cost` is scrypt's n, 0 the usual.

    Raises UserError where it would be too large to be opened again.
    """
    written = to_written(archive)
    body = zlib.compress(written, 9)
    if len(written) > _MOST_CONTENT or len(body) > MOST_BYTES - _MOST_HEADER:
        raise UserError(_TOO_LARGE)
    lock = new_lock(cost) if password else None
    header = _header(lock)
    start = _FRAME.pack(_MAGIC, _FORMAT, len(header)) + header
    whole = start + (sealed(body, password, lock, start) if lock else body)
    return whole + sha256(whole).digest()


def unpacked(file: bytes, password: str = "") -> Archive:
    """The report with its history; a password that is not needed is not looked at.

    Raises NeedsPasswordError, WrongPasswordError, UserError for what is no sound parcel. Nothing is believed before
    all of it was looked at, and sizes are bounded before anything is made of them.
    """
    start, lock, body = _taken_apart(file)
    if lock is not None:
        if not password:
            raise NeedsPasswordError
        body = opened(body, password, lock, start)
    try:
        return from_written(_inflated(body))
    except TornError as error:
        raise UserError(_DAMAGED) from error
    except BeyondUsError as error:
        raise UserError(_NEWER) from error


def _taken_apart(file: bytes) -> tuple[bytes, Lock | None, bytes]:
    """What stands before the body, how it was sealed, the body."""
    if not file.startswith(_MAGIC):
        advice = _ADVICE.get(file[:4], "请选择后缀为.fznb的文件。")
        raise UserError(_DAMAGED if _may_be_ours(file) else _FOREIGN.format(suffix=SUFFIX, advice=advice))
    if len(file) > MOST_BYTES:
        raise UserError(_SWOLLEN)
    whole, hashed = file[:-_HASH], file[-_HASH:]
    if len(whole) < _FRAME.size or sha256(whole).digest() != hashed:
        raise UserError(_DAMAGED)
    _, number, length = _FRAME.unpack_from(whole)
    if number > _FORMAT:
        raise UserError(_NEWER)
    if number < 1 or length > min(_MOST_HEADER, len(whole) - _FRAME.size):
        raise UserError(_DAMAGED)
    end = _FRAME.size + length
    return whole[:end], _lock(whole[_FRAME.size : end]), whole[end:]


def _may_be_ours(file: bytes) -> bool:
    """Whether it begins as a parcel does but for some bytes, or holds nothing at all."""
    same = sum(one == other for one, other in zip(file, _MAGIC, strict=False))
    return not file.strip(b"\0") or same > len(_MAGIC) // 2


def _header(lock: Lock | None) -> bytes:
    if lock is None:
        return b"{}"
    told = {
        "cipher": CIPHER,
        "n": lock.n,
        "r": lock.r,
        "p": lock.p,
        "salt": lock.salt.hex(),
        "nonce": lock.nonce.hex(),
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")


def _lock(header: bytes) -> Lock | None:
    """How the body was sealed, None where it was not."""
    try:
        told = json.loads(header.decode("ascii"))
        if told == {}:
            return None
        if told["cipher"] != CIPHER:
            raise UserError(_NEWER)
        numbers = [told[name] for name in "nrp"]
        lock = Lock(bytes.fromhex(told["salt"]), bytes.fromhex(told["nonce"]), *numbers)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UserError(_DAMAGED) from error
    if not all(type(number) is int for number in numbers) or not lock.is_sane:
        raise UserError(_SWOLLEN)
    return lock


def _inflated(body: bytes) -> bytes:
    """The content, so much of it as is bearable: a few bytes can be made to swell to gigabytes."""
    pump = zlib.decompressobj()
    try:
        content = pump.decompress(body, _MOST_CONTENT)
    except zlib.error as error:
        raise TornError from error
    if pump.unconsumed_tail:
        raise UserError(_SWOLLEN)
    if not pump.eof or pump.unused_data:
        raise TornError
    return content
