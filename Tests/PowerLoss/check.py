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
# What is there before these was durable at a power cut, and a second process goes on with it.
BEFORE = "write('a', b'1'); write('b', b'2'); os.mkdir('d'); write('d/a', b'3'); sync('d'); write('e', b'4', sync=False); sync('.')"
KEPT = {"a": b"1", "b": b"2", "d/a": b"3", "e": b""}
AFTERWARDS = {
    "nothing more": ("", KEPT),
    "bytes after the cut": ("write('a', b'x', 0, False, 0)", KEPT),
    "synced bytes after the cut": ("write('a', b'x', 0, True, 1)", KEPT | {"a": b"1x"}),
    "a cut that is not synced, after it": ("os.ftruncate(os.open('a', os.O_RDWR), 0)", KEPT),
    "opened anew and cut, not synced, after it": ("os.open('a', os.O_RDWR | os.O_TRUNC)", KEPT),
    "removed after it, not synced": ("os.unlink('d/a'); os.rmdir('d')", KEPT),
    "removed after it, synced": ("os.unlink('d/a'); sync('d')", {name: KEPT[name] for name in ("a", "b", "e")}),
    "another under its name": ("os.rename('a', 'c'); os.rename('b', 'a')", KEPT),
    "another under its name and number": ("os.unlink('a'); write('a', b'9')", KEPT),
    "another under its name, synced": ("os.unlink('a'); write('a', b'9'); sync('.')", KEPT | {"a": b"9"}),
    "synced when it was gone, another under its number": (
        "f = os.open('a', os.O_RDWR); os.unlink('a'); os.fsync(f); os.close(f); write('a', b'9', sync=False)", KEPT),
    "a file in a folder of before": ("write('d/b', b'5'); sync('d')", KEPT | {"d/b": b"5"}),
}


def live(library, root, shadow, script):
    """A process that does this and is killed, and the power cut."""
    child = subprocess.run(
        [sys.executable, "-c", PRELUDE + script + "\nos.kill(os.getpid(), signal.SIGKILL)"], cwd=root, timeout=60,
        env=os.environ | {"LD_PRELOAD": library, "POWERLOSS_ROOT": str(root), "POWERLOSS_SHADOW": str(shadow),
                          "POWERLOSS_DROP": "*.dropped"})
    assert child.returncode == -signal.SIGKILL, child
    restore(shadow, root)


def play(library, name, *scripts):
    """What is left of one life after the other."""
    with tempfile.TemporaryDirectory() as folder:
        root, shadow = pathlib.Path(folder, "root"), pathlib.Path(folder, "shadow")
        root.mkdir(), shadow.mkdir()
        if name == "what was there before":
            (root / "old").write_bytes(b"old")
            (root / "o").mkdir()
            (root / "o/old").write_bytes(b"old")
        numbers = {}
        for script in scripts:
            live(library, root, shadow, script)
            numbers[script] = {f.name: f.stat().st_ino for f in root.rglob("*")}
        # What nobody changed was not written anew.
        if name == "nothing more":
            assert numbers[BEFORE] | {"e": 0} == numbers[""] | {"e": 0}, numbers
        return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


with tempfile.TemporaryDirectory() as build:
    library = f"{build}/powerloss.so"
    subprocess.run(["clang", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library,
                    HERE / "powerloss.c", "-ldl"], check=True, timeout=120)
    wrong = 0
    cases = [(name, [script], left) for name, (script, left) in CASES.items()]
    cases += [(name, [BEFORE, script], left) for name, (script, left) in AFTERWARDS.items()]
    for name, scripts, expected in cases:
        left = play(library, name, *scripts)
        if left != expected:
            wrong += 1
            print(f"{name}: left {left}, not {expected}")
print(f"power loss: {len(cases) - wrong} of {len(cases)} as expected")
sys.exit(1 if wrong else 0)
