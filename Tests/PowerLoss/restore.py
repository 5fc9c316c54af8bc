"""Puts a folder back as it was durable when the process that powerloss.c watched was killed."""
import array, os, pathlib, shutil


def restore(shadow, root):
    """`shadow` is POWERLOSS_SHADOW, `root` POWERLOSS_ROOT. What still is as it was durable stays as it is, the next
    process goes on with the same shadow, and what nothing names any more leaves it."""
    shadow, root = pathlib.Path(shadow), pathlib.Path(root)
    intact = array.array("Q", (shadow / "intact").read_bytes())
    named = {"intact"}
    _folder(shadow, "1", root, intact, named)
    for name in set(os.listdir(shadow)) - named:
        (shadow / name).unlink()


def _folder(shadow, number, folder, intact, named):
    listing = shadow / f"d{number}"
    named.add(listing.name)
    # One that was never synced has no names.
    lines = os.fsdecode(listing.read_bytes()).splitlines() if listing.exists() else []
    wanted = {name: (kind, identifier, int(mode, 8))
              for kind, identifier, mode, name in (line.split(" ", 3) for line in lines)}
    there = {}
    for entry in list(os.scandir(folder)):
        kind, _, _ = wanted.get(entry.name, ("", "", 0))
        if kind == ("d" if entry.is_dir(follow_symlinks=False) else "f"):
            there[entry.name] = entry.stat(follow_symlinks=False)
        else:
            shutil.rmtree(entry) if entry.is_dir(follow_symlinks=False) else os.unlink(entry)
    for name, (kind, identifier, mode) in wanted.items():
        target, found = os.path.join(folder, name), there.get(name)
        if kind == "d":
            if not found:
                os.mkdir(target)
            _folder(shadow, identifier, target, intact, named)
        else:
            named.add(f"f{identifier}")
            if not found or found.st_ino != intact[int(identifier)]:
                _file(shadow / f"f{identifier}", target)
                found = None
        if not found or found.st_mode & 0o7777 != mode:
            os.chmod(target, mode)


def _file(kept, target):
    # Another file may have its name, under a second name too: its bytes are not to be written over.
    pathlib.Path(target).unlink(missing_ok=True)
    if kept.exists():
        shutil.copyfile(kept, target)
    else:
        pathlib.Path(target).touch()
