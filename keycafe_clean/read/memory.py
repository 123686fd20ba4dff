"""How much memory another process uses, on every system."""

import ctypes
import subprocess
import sys
from pathlib import Path

_QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        *((f"other_{number}", ctypes.c_size_t) for number in range(6)),
    )


def resident_bytes(pid: int) -> int:
    """Get the bytes of memory that a process uses now; 0 where it has ended or the system does not say."""
    try:
        if sys.platform == "win32":
            return _on_windows(pid)
        if sys.platform == "linux":
            return _on_linux(pid)
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True)  # noqa: S603, S607
        return int(shown.stdout or 0) * 1024
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _on_linux(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


def _on_windows(pid: int) -> int:
    windows = ctypes.windll  # type: ignore[attr-defined, unused-ignore]
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    windows.kernel32.OpenProcess.restype = ctypes.c_void_p
    process = windows.kernel32.OpenProcess(_QUERY, 0, pid)
    if not process:
        return 0
    try:
        windows.kernel32.K32GetProcessMemoryInfo(ctypes.c_void_p(process), ctypes.byref(counters), counters.cb)
    finally:
        windows.kernel32.CloseHandle(ctypes.c_void_p(process))
    return int(counters.working_set)
