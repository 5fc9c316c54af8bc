#!/usr/bin/env python3
"""Checks the layer itself: a child does things to a folder, kills itself, and what restore.py leaves is compared.
    Tests/PowerLoss/check.py"""
import os, pathlib, signal, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from restore import restore

PRELUDE = """
import os, signal
def write(name, data, flags=os.O_CREAT | os.O_TRUNC, sync=True, at=None):
    file = os.open(name, os.O_RDWR | flags, 0o640)
    os.write(file, data) if at is None else os.pwrite(file, data, at)
    if sync: os.fsync(file)
    os.close(file)
def sync(name):
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(folder)
    os.close(folder)
"""
CASES = {
    "a file and its folder are synced": ("write('a', b'1'); sync('.')", {"a": b"1"}),
    "the folder is not synced": ("write('a', b'1')", {}),
    "the file is not synced": ("write('a', b'1', sync=False); sync('.')", {"a": b""}),
    "bytes after the sync": ("write('a', b'123'); sync('.'); write('a', b'x', 0, False, 1)", {"a": b"123"}),
    "bytes before the sync": ("write('a', b'123'); sync('.'); write('a', b'x', 0, True, 1)", {"a": b"1x3"}),
    "a cut that is not synced": ("write('a', b'123'); sync('.'); f = os.open('a', os.O_RDWR); "
                                 "os.ftruncate(f, 1)", {"a": b"123"}),
    "a cut, then more": ("write('a', b'123'); sync('.'); f = os.open('a', os.O_RDWR); os.ftruncate(f, 1); "
                         "os.pwrite(f, b'z', 4); os.fdatasync(f)", {"a": b"1\0\0\0z"}),
    "opened anew and cut": ("write('a', b'123'); sync('.'); write('a', b'9')", {"a": b"9"}),
    "appended": ("write('a', b'1'); sync('.'); write('a', b'2', os.O_APPEND)", {"a": b"12"}),
    "renamed, not synced": ("write('a', b'1'); sync('.'); os.rename('a', 'b')", {"a": b"1"}),
    "renamed and synced": ("write('a', b'1'); sync('.'); os.rename('a', 'b'); sync('.')", {"b": b"1"}),
    "renamed over another, not synced": (
        "write('a', b'1'); write('b', b'2'); sync('.'); os.rename('a', 'b')", {"a": b"1", "b": b"2"}),
    "removed, not synced": ("write('a', b'1'); sync('.'); os.unlink('a')", {"a": b"1"}),
    "removed, and its number used again": (
        "write('a', b'1'); sync('.'); os.unlink('a'); write('b', b'2', sync=False); sync('.')", {"b": b""}),
    "a folder that is not synced in its own": ("os.mkdir('d'); write('d/a', b'1'); sync('d')", {}),
    "a folder that is": ("os.mkdir('d'); write('d/a', b'1'); sync('d'); sync('.')", {"d/a": b"1"}),
    "what was there before": ("write('old', b'new', sync=False)", {"old": b"old", "o/old": b"old"}),
    "a dropped sync": ("write('a.dropped', b'1'); sync('.')", {"a.dropped": b""}),
}


def play(library, name, script):
    with tempfile.TemporaryDirectory() as folder:
        root, shadow = pathlib.Path(folder, "root"), pathlib.Path(folder, "shadow")
        root.mkdir(), shadow.mkdir()
        if name == "what was there before":
            (root / "old").write_bytes(b"old")
            (root / "o").mkdir()
            (root / "o/old").write_bytes(b"old")
        child = subprocess.run(
            [sys.executable, "-c", PRELUDE + script + "\nos.kill(os.getpid(), signal.SIGKILL)"], cwd=root, timeout=60,
            env=os.environ | {"LD_PRELOAD": library, "POWERLOSS_ROOT": str(root), "POWERLOSS_SHADOW": str(shadow),
                              "POWERLOSS_DROP": "*.dropped"})
        assert child.returncode == -signal.SIGKILL, child
        restore(shadow, root)
        return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


with tempfile.TemporaryDirectory() as build:
    library = f"{build}/powerloss.so"
    subprocess.run(["clang", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library,
                    HERE / "powerloss.c", "-ldl"], check=True, timeout=120)
    wrong = 0
    for name, (script, expected) in CASES.items():
        left = play(library, name, script)
        if left != expected:
            wrong += 1
            print(f"{name}: left {left}, not {expected}")
print(f"power loss: {len(CASES) - wrong} of {len(CASES)} as expected")
sys.exit(1 if wrong else 0)
