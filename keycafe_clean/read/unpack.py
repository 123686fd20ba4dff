"""Packed files: the one file in a gzip, bz2 or zip file, within the budget."""

import bz2
import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from gzip import GzipFile
from typing import IO, BinaryIO

from keycafe_clean.errors import EmptyFile, UnreadableExport
from keycafe_clean.read.budget import UNPACKED_BYTES, OverBudgetError
from keycafe_clean.read.file_kind import BZIP2, GZIP, damaged, is_packed, other_than_table, zip_members
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.no_tables import no_table_by_parts
from keycafe_clean.read.workbook.web_archive import is_web_archive, page_of_archive


def unpacked(raw: RawFile) -> RawFile:
    """Get the one file in a gzip, bz2 or zip file, under the name of the outer one; any other file as it is.

    UnreadableExport: several files in a zip, a damaged archive, or something that is no table at all. OverBudgetError:
    it would unpack to more than any export holds.
    """
    inner = _opened(raw)
    if inner is not raw and is_packed(inner):
        raise UnreadableExport(f"{raw.name} holds another packed file. Unpack it and choose the HR export.")
    if said := other_than_table(inner.data):
        raise UnreadableExport(f"{raw.name} {said}")
    return page_of_archive(inner) if is_web_archive(inner) else inner


def _opened(raw: RawFile) -> RawFile:
    data = raw.data
    if data.startswith(GZIP):
        return _unpacked(raw, lambda: GzipFile(fileobj=io.BytesIO(data)))
    if data.startswith(BZIP2):
        return _unpacked(raw, lambda: bz2.BZ2File(io.BytesIO(data)))
    return _unpacked(raw, lambda: _only_member(raw)) if is_packed(raw) else raw


def _only_member(raw: RawFile) -> IO[bytes]:
    members = zip_members(raw)
    if said := no_table_by_parts(members):
        raise UnreadableExport(f"{raw.name} {said}")
    if len(members) != 1:
        raise UnreadableExport(
            f"{raw.name} holds {len(members):,} files, not one table. Unpack it and choose the HR export."
        )
    return zipfile.ZipFile(io.BytesIO(raw.data)).open(members[0])


def _unpacked(raw: RawFile, stream: Callable[[], BinaryIO | GzipFile | bz2.BZ2File | IO[bytes]]) -> RawFile:
    try:
        with stream() as opened:
            data = opened.read(UNPACKED_BYTES + 1)
    except RuntimeError:
        raise UnreadableExport(f"{raw.name} is protected by a password. Unpack it and choose the file in it.") from None
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError):
        raise damaged(raw) from None
    if len(data) > UNPACKED_BYTES:
        raise OverBudgetError("unpacked_bytes")
    if not data:
        raise EmptyFile(f"{raw.name} holds an empty file. Export it again from the HR system.")
    return replace(raw, data=data)
