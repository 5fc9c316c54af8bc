"""Puts a folder back as it was durable when the process that powerloss.c watched was killed."""
import os, pathlib, shutil


def restore(shadow, root):
    """`shadow` is POWERLOSS_SHADOW, `root` POWERLOSS_ROOT; the root itself stays, all below it is made anew."""
    shadow, root = pathlib.Path(shadow), pathlib.Path(root)
    for entry in root.iterdir():
        shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    _folder(shadow, 1, root)


def _folder(shadow, number, folder):
    listing = shadow / f"d{number}"
    # One that was never synced has no names.
    lines = os.fsdecode(listing.read_bytes()).splitlines() if listing.exists() else []
    for line in lines:
        kind, identifier, mode, name = line.split(" ", 3)
        target = folder / name
        if kind == "d":
            target.mkdir()
            _folder(shadow, identifier, target)
        else:
            kept = shadow / f"f{identifier}"
            target.touch()
            if kept.exists():
                shutil.copyfile(kept, target)
        target.chmod(int(mode, 8))
