"""What befalls the services while clients call them."""
import asyncio, os, pathlib, shutil, socket, subprocess, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "PowerLoss"))

from restore import restore

POWER_LOSS = pathlib.Path(__file__).resolve().parents[1] / "PowerLoss/powerloss.c"


class Unavailable(Exception):
    """This machine does not allow the calamity."""


class Kill:
    """kill -9 of one process, and its restart."""

    def __init__(self, options, world):
        self.options, self.world, self.house = options, world, world.house

    def prepare(self):
        """Before the services start."""

    def victims(self):
        """Those that may be struck."""
        return [one for one in self.house.services.values() if self.options.victim in ("", one.name)]

    async def strike(self, rng):
        """Answers what was done. The services are up again."""
        victims = self.victims()
        if self.house.postgresql and not self.options.victim:
            victims.append(self.house.postgresql)
        victim = rng.choice(victims)
        victim.kill()
        await asyncio.sleep(rng.uniform(0, 0.3))
        victim.start()
        await victim.ready()
        return f"kill -9 {victim.name}"

    def close(self):
        """Whatever happened."""


class Power(Kill):
    """The machine of one service, or of all, loses its power: what was not synced is gone."""

    def prepare(self):
        if self.options.database != "sqlite":
            raise Unavailable("power loss is for sqlite: PostgreSQL's own files are not watched")
        self.library = self.house.folder / "powerloss.so"
        subprocess.run(["clang", "-std=gnu11", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", self.library,
                        POWER_LOSS, "-ldl"], check=True, timeout=120)
        self.shadows = {}
        for service in self.house.services.values():
            service.data.mkdir(exist_ok=True)
            self._watch(service)
        self.world.consumer.synchronise = self._synchronise

    def _synchronise(self, folder):
        """A sync of the consumer's, in the eyes of who watches integration-dispatch; that is up whenever the
        consumer takes."""
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(30)
            door.connect(str(self.shadows["integration-dispatch"] / "sync"))
            door.sendall(os.fsencode(folder) + b"\n")
            if door.recv(1) != b"\n":
                raise RuntimeError("the consumer's sync was not answered")

    def _watch(self, service):
        shadow = self.house.folder / "shadow" / service.name
        shadow.mkdir(parents=True)
        service.environment = {
            "LD_PRELOAD": str(self.library), "POWERLOSS_ROOT": str(service.data), "POWERLOSS_SHADOW": str(shadow)}
        if self.options.drop:
            service.environment["POWERLOSS_DROP"] = self.options.drop
        if self.options.drop_folders:
            service.environment["POWERLOSS_DROP_FOLDERS"] = self.options.drop_folders
        self.shadows[service.name] = shadow

    async def strike(self, rng):
        services = self.victims()
        victims = services if rng.random() < 0.3 else [rng.choice(services)]
        await asyncio.to_thread(self.world.consumer.hold)
        try:
            for victim in victims:
                victim.kill()
            for victim in victims:
                restore(self.shadows[victim.name], victim.data)
            for victim in victims:
                victim.start()
            for victim in victims:
                await victim.ready()
        finally:
            self.world.consumer.release()
        return f"power cut of {', '.join(victim.name for victim in victims)}"


class Full(Kill):
    """The disk of one service, or of PostgreSQL, is full for some seconds, with calls under way; then there is space
    again. One of two times the service is killed while it is full; PostgreSQL ends by itself or not."""

    def __init__(self, options, world):
        super().__init__(options, world)
        self.mounted = []

    def prepare(self):
        if self.house.postgresql:
            data = self.house.postgresql.folder / "data"
            made = data.rename(data.with_name("made"))
            data.mkdir(0o700)
            # Its log of 256 MB, and as much again for the tables.
            self._mount_small(data, "640m")
            subprocess.run(["cp", "-a", f"{made}/.", data], check=True, timeout=120)
            return
        if self.options.database != "sqlite":
            raise Unavailable("a full disk is for databases that the run itself starts")
        for service in self.house.services.values():
            service.data.mkdir(exist_ok=True)
            self._mount_small(service.data, "256m")
        self.world.delivered.mkdir(exist_ok=True)

    def _mount_small(self, folder, size):
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "daybook-torture", folder],
                              capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise Unavailable(f"this machine does not let a small file system be mounted: {done.stderr.strip()}")
        self.mounted.append(folder)

    async def strike(self, rng):
        before = self.world.journal.refused_for_now
        what = await (self._strike_server(rng) if self.house.postgresql else self._strike_service(rng))
        return f"disk full of {what}, {self.world.journal.refused_for_now - before} refused"

    async def _strike_server(self, rng):
        server = self.house.postgresql
        ballast = server.folder / "data" / "ballast"
        await asyncio.to_thread(self._fill, ballast)
        await asyncio.sleep(rng.uniform(1, 2))
        ballast.unlink()
        ended = server.process.poll()
        await server.ready()
        return "postgresql" + (f", it had ended with {ended}" if ended is not None else "")

    async def _strike_service(self, rng):
        victim = rng.choice(self.victims())
        ballast = victim.data / "ballast"
        await asyncio.to_thread(self._fill, ballast)
        await asyncio.sleep(rng.uniform(1, 2))
        killed = ""
        if rng.random() < 0.5:
            victim.kill()
            killed = ", kill -9"
            try:
                victim.start()
                await victim.ready(5)
                killed += ", came up"
            except RuntimeError as error:
                # Then it says so, and its supervisor starts it again.
                killed += f", start refused with {victim.process.poll()}"
                if victim.process.poll() is None:
                    victim.kill()
        ballast.unlink()
        if victim.process.poll() is not None:
            victim.start()
        await victim.ready()
        return f"{victim.name}{killed}"

    @staticmethod
    def _fill(ballast):
        """To the last byte, again and again for a moment: what the service frees meanwhile is taken too."""
        with open(ballast, "wb", buffering=0) as file:
            end = time.monotonic() + 0.3
            size = 1 << 20
            while time.monotonic() < end or size > 1:
                try:
                    file.write(b"x" * size)
                except OSError:
                    size = max(1, size // 2)
                    if size == 1:
                        time.sleep(0.01)

    def close(self):
        for folder in self.mounted:
            kept = folder.with_name(f"{folder.name}.kept")
            if self.options.keep:
                subprocess.run(["cp", "-a", folder, kept], timeout=120)
            subprocess.run(["umount", "-l", folder], capture_output=True, timeout=60)
            if kept.exists():
                shutil.rmtree(folder)
                kept.rename(folder)


class ReadOnly(Full):
    """The data of one service, or its database alone, is read-only when it starts, and later writable again."""

    def prepare(self):
        if self.options.database != "sqlite":
            raise Unavailable("a read-only disk is for sqlite")
        super().prepare()

    async def strike(self, rng):
        victim = rng.choice(self.victims())
        place = rng.choice([victim.data, victim.data / "database.sqlite"])
        victim.kill()
        self._mount("--bind", place, place)
        self._mount("-o", "remount,bind,ro", place)
        victim.start()
        code = await self._outcome(victim)
        said = victim.log.read_text(errors="replace").splitlines()[-1]
        if code not in (69, 73) or "read-only" not in said.lower().replace("readonly", "read-only"):
            self.world.journal.surprises.append(f"{victim.name}: with {place.name} read-only it ended with {code}: {said}")
        victim.kill()
        subprocess.run(["umount", place], check=True, timeout=60)
        victim.start()
        await victim.ready()
        return f"{place.relative_to(victim.data.parent)} read-only, start refused with {code}"

    @staticmethod
    def _mount(*words):
        subprocess.run(["mount", *map(str, words)], check=True, timeout=60)

    @staticmethod
    async def _outcome(victim):
        """The exit code of one that does not come up; None where it serves."""
        try:
            await victim.ready(5)
        except RuntimeError:
            pass
        return victim.process.poll()


CALAMITIES = {"kill": Kill, "power": Power, "full": Full, "read-only": ReadOnly}
