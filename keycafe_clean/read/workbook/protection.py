"""Whether a workbook is protected by a password: the library that opens workbooks only says that it cannot."""

import io
import struct
import zipfile

from keycafe_clean.read.file_kind import ZIP

#: Names of the parts in which an encrypted xlsx or xlsb lies, as the directory of an OLE2 file spells them.
ENCRYPTED_PARTS = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))

#: Records of an xls workbook: its beginning (BIFF8, BIFF5), and the one that says that the rest is encrypted.
BEGINNINGS, FILE_PASSWORD = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00"), 0x2F

#: Records among which the one about the password stands.
FIRST_RECORDS = 20


def is_protected(data: bytes) -> bool:
    """Tell whether the bytes are a workbook that needs a password."""
    if data.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = "META-INF/manifest.xml"
            return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)
    return any(part in data for part in ENCRYPTED_PARTS) or _has_file_password(data)


def _has_file_password(data: bytes) -> bool:
    place = max(data.find(beginning) for beginning in BEGINNINGS)
    for _ in range(FIRST_RECORDS if place >= 0 else 0):
        if place + 4 > len(data):
            return False
        record, length = struct.unpack_from("<HH", data, place)
        if record == FILE_PASSWORD:
            return True
        place += 4 + length
    return False
