"""Files of this machine: read whole and bounded, replaced whole and durably, told apart."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from zlib import crc32

from focus_tui.domain.errors import DataUnusable

LIMIT = 64 * 1024 * 1024
"""No file of ours is longer than this, in bytes: a longer one is neither read nor written."""

_NEW = ".new"
_LARGE = 1024 * 1024
_PIECE = 256 * 1024
"""A file is written in pieces of so many bytes: for more at once Linux takes memory in blocks of
megabytes, for which the host of a virtual machine may let it wait longer than the disk does."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_ROOM = _FULL | {errno.EFBIG}
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_PLACE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ELOOP, errno.ENAMETOOLONG})


class Signature(NamedTuple):
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    size: int
    mtime_ns: int


class Saved(NamedTuple):
    """One state of a file as we saved it."""

    signature: Signature
    digest: int
    """Of its bytes."""


def digest_of(data: bytes) -> int:
    """What tells bytes from all that chance could make of them: a broken disk, a lost write."""
    return crc32(data)


def _signature(found: os.stat_result) -> Signature:
    return Signature(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def signature_of(path: Path) -> Signature | None:
    """The file's signature, None when there is none; DataUnusable when nobody can say."""
    try:
        return _signature(path.stat())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> DataUnusable:
    """The sentence for a file that could not be read."""
    advice = "Check its permissions." if error.errno in _NO_RIGHT else "Check that path."
    return DataUnusable(f"{path} can't be read: {reason(error)}. {advice}")


def unwritable(path: Path, error: OSError) -> DataUnusable:
    """The sentence for a file that could not be written."""
    if error.errno in _NO_ROOM:
        advice = "Make room and do it again."
    elif error.errno in _NO_RIGHT:
        advice = "Check its permissions and those of its folder."
    elif error.errno in _NO_PLACE:
        advice = "Check that path."
    else:
        advice = "Do it again, or check the disk."
    return DataUnusable(f"{path} can't be written: {reason(error)}. {advice}")


def lacks_room(error: DataUnusable) -> bool:
    """Whether something could not be written because the disk, or one's share of it, is full."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL


def reason(error: OSError) -> str:
    """The system's own words for what is wrong."""
    return (error.strerror or str(error)).lower()


@contextmanager
def opened(path: Path, flags: int = os.O_RDONLY) -> Iterator[int]:
    """The descriptor of a regular file, made for this person alone where `flags` say so.

    Raises OSError, and DataUnusable for a folder, a pipe or a device.
    """
    # Without O_NONBLOCK, opening a pipe waits for its other end, which may never come.
    descriptor = os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise DataUnusable(f"{path} is not a regular file. Name another.")
        yield descriptor
    finally:
        os.close(descriptor)


def read_file(path: Path, begin: int = 0) -> tuple[bytes, Signature]:
    """The bytes of a regular file from one on, and its signature from before they were read.

    A signature taken first errs on the safe side: what changes while it is read is read again.
    Raises FileNotFoundError, and DataUnusable for anything else that can't be read.
    """
    try:
        with opened(path) as descriptor:
            found = _signature(os.fstat(descriptor))
            if found.size > LIMIT:
                raise DataUnusable(
                    f"{path} is longer than {LIMIT // 1024**2} MiB: no file of focus is. "
                    "Name another."
                )
            with open(descriptor, "rb", closefd=False) as file:
                file.seek(begin)
                return file.read(max(0, found.size - begin)), found
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error


def absolute(named: str) -> Path:
    """The place that a person names, `~` understood. DataUnusable where our folder is gone."""
    try:
        return Path(os.path.abspath(os.path.expanduser(named)))
    except OSError as error:
        raise unwritable(Path(named), error) from error


def make_folder(folder: Path) -> None:
    """Make a folder, for this person alone, unless it is there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def replace_file(
    path: Path, data: bytes, prove: Callable[[Path], object] = lambda _: None
) -> Signature:
    """Make `data` the file's content, all of it or nothing; returns its new signature.

    It is written beside the file, brought to the disk, and moved over it; through a symbolic
    link, over the file it points to. What is wrong with it `prove` can say by raising
    DataUnusable, before it is moved. On DataUnusable the old file is as it was.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}{_NEW}")
    old: int | None = None
    try:
        # Moving over a file asks only its folder for permission: the file is asked here.
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is read-only")
        try:
            written = _write_new(beside, data)
            prove(beside)
            old = _held(target)
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            _let_go(old)
            raise
    except OSError as error:
        raise unwritable(path, error) from error
    sync_folder(target.parent)
    _let_go(old)
    return written


def _held(path: Path) -> int | None:
    """A large file that is about to be replaced, opened, so that the disk does not free it yet:
    that takes half as long as to write it."""
    with suppress(OSError):
        if os.stat(path).st_size > _LARGE:
            return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    return None


def _let_go(held: int | None) -> None:
    """Let the disk free it, for which nobody waits."""
    if held is not None:
        with suppress(OSError, RuntimeError):
            Thread(target=os.close, args=(held,)).start()


def _write_new(path: Path, data: bytes) -> Signature:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest[:_PIECE]) :]
        os.fsync(descriptor)
        return _signature(os.fstat(descriptor))


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk, where its file system can.

    A failure is not an error of the act: the new file is in place already, and doing the act
    again would do it twice.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(path: Path) -> None:
    """Remove what killed writers of this file left beside it; only under its lock."""
    target = Path(os.path.realpath(path))
    sweep_folder(target.parent, f".{target.name}.")


def sweep_folder(folder: Path, beginning: str) -> None:
    """Remove what killed writers left there under names that begin so; only under their lock."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(beginning) and name.endswith(_NEW):
                folder.joinpath(name).unlink()


@contextmanager
def set_aside(path: Path, now: str) -> Iterator[Path | None]:
    """Give what can't be read a second name with that instant in it; None when nothing is there.

    It stays under its own name too, so that at no moment there is none, unless it is no regular
    file: that is moved. When the body, which puts another file there, raises, all is as before.
    Raises DataUnusable.
    """
    aside = _second_name(path, now)
    try:
        yield aside
    except BaseException:
        if aside is not None:
            with suppress(OSError):
                os.rename(aside, path)
                aside.unlink(missing_ok=True)  # a second name of the same file is not moved
        raise


def _second_name(path: Path, now: str) -> Path | None:
    stamp = now.replace(":", "").replace("-", "")
    aside = path.with_name(f"{path.name}.corrupt-{stamp}")
    while aside.exists():
        aside = aside.with_name(f"{aside.name}-again")
    try:
        try:
            os.link(path, aside)
        except FileNotFoundError:
            return None
        except OSError:  # a folder, or a file system without second names
            os.rename(path, aside)
    except OSError as error:
        raise unwritable(aside, error) from error
    return aside
