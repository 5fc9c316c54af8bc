"""The processes: the three services as an operator starts them, and PostgreSQL where it is wanted."""
import asyncio, base64, json, os, pathlib, random, shutil, signal, socket, subprocess, time, urllib.request, uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ["client-link", "document-status", "integration-dispatch"]
ISSUER = "https://daybook.torture"


class Ports:
    """A block of ports of one run's own, below those that the system gives away: a service that was killed finds
    its port free again. The run holds the first of them, so that no other run takes the block."""

    COUNT = 8

    def __init__(self):
        end = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
        blocks = range(10_000, end if end > 12_000 else 60_000, self.COUNT)[:-1]
        for first in random.SystemRandom().sample(blocks, len(blocks)):
            self._held, *others = [socket.socket() for _ in range(self.COUNT)]
            try:
                self._held.bind(("127.0.0.1", first))
                for port, one in enumerate(others, first + 1):
                    # As the services do: connections that were cut are still remembered.
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    one.bind(("127.0.0.1", port))
                self.free = list(range(first + 1, first + self.COUNT))
                return
            except OSError:
                self._held.close()
            finally:
                for one in others:
                    one.close()
        raise SystemExit("no block of free ports")

    def close(self):
        self._held.close()


class Keys:
    """Signs tokens as an identity provider would, by openssl."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self._pem = self.folder / "key.pem"
        subprocess.run(["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self._pem],
                       check=True, timeout=60)
        public = subprocess.run(["openssl", "ec", "-in", self._pem, "-pubout", "-outform", "DER"],
                                check=True, capture_output=True, timeout=60).stdout[-64:]
        key = {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "torture",
               "x": self._text(public[:32]), "y": self._text(public[32:])}
        self.key_set = self.folder / "keys.json"
        self.key_set.write_text(json.dumps({"keys": [key]}))

    @staticmethod
    def _text(data):
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    async def sign(self, **claims):
        now = int(time.time())
        claims |= {"iss": ISSUER, "aud": "daybook", "iat": now, "nbf": now - 5, "exp": now + 86_000,
                   "jti": uuid.uuid4().hex}
        head = {"alg": "ES256", "typ": "JWT", "kid": "torture"}
        body = ".".join(self._text(json.dumps(part).encode()) for part in (head, claims))
        signer = await asyncio.create_subprocess_exec(
            "openssl", "dgst", "-sha256", "-sign", self._pem, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        der, _ = await signer.communicate(body.encode())
        return f"{body}.{self._text(self._raw(der))}"

    @staticmethod
    def _raw(der):
        """ECDSA's two numbers out of their DER, 32 bytes each."""
        numbers, at = [], 2
        for _ in range(2):
            size = der[at + 1]
            numbers.append(int.from_bytes(der[at + 2:at + 2 + size], "big").to_bytes(32, "big"))
            at += 2 + size
        return b"".join(numbers)


class Service:
    """One executable: started, killed and started again on the same ports and data."""

    def __init__(self, name, house, own):
        self.name, self.house, self.own = name, house, own
        self.process = None
        self.environment = {}
        self.log = house.folder / f"{name}.log"
        self.data = house.folder / "data" / name

    def start(self):
        certificates = self.house.folder / "certificates"
        port, admin = self.house.ports[self.name], self.house.admin[self.name]
        command = [
            self.house.bin / self.name, "--listen-port", port, "--admin-port", admin, "--store-folder", self.data,
            "--tls-certificate", certificates / f"{self.name}.pem", "--tls-key",
            certificates / f"{self.name}-key.pem", "--tls-client-roots", certificates / "roots.pem",
            "--peers-roots", certificates / "roots.pem", "--identity-keys", self.house.keys.key_set,
            "--identity-issuer", ISSUER, "--log-format", "json", "--log-level", "warning",
        ]
        for peer in NAMES:
            if peer != self.name:
                command += [f"--peers-{peer}", f"localhost:{self.house.ports[peer]}"]
        if url := self.house.database_url(self.name):
            command += ["--store-database", url]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(word) for word in [*command, *self.own]], stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, env=os.environ | self.environment)

    async def ready(self, seconds=60):
        """Waits until it serves."""
        end = time.monotonic() + seconds
        while True:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}:\n{self.end_of_log()}")
            try:
                url = f"http://127.0.0.1:{self.house.admin[self.name]}/readyz"
                await asyncio.to_thread(urllib.request.urlopen, url, timeout=2)
                return
            except OSError:
                if time.monotonic() > end:
                    raise RuntimeError(f"{self.name} was not ready in {seconds} s:\n{self.end_of_log()}")
            await asyncio.sleep(0.05)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def end_of_log(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


class PostgreSQL:
    """A server of the run's own on a Unix socket; it syncs what it commits."""

    name = "postgresql"

    def __init__(self, folder):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
        if not found:
            raise SystemExit("PostgreSQL is not installed: deploy/packages --test")
        self.programs, self.folder, self.process = found[-1], pathlib.Path(folder), None
        self.folder.mkdir()
        self._as = []
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
            self._as = ["/usr/sbin/runuser", "-u", "postgres", "--"]
        self._run("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")

    def _run(self, program, *words, check=True):
        return subprocess.run(
            [str(w) for w in [*self._as, self.programs / program, *words]], check=check, cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)

    def start(self):
        command = [*self._as, self.programs / "postgres", "-D", self.folder / "data"]
        for setting in ("listen_addresses=", f"unix_socket_directories={self.folder}", "max_connections=120",
                        "shared_buffers=64MB", "max_wal_size=256MB"):
            command += ["-c", setting]
        with open(self.folder.parent / "postgresql.log", "ab") as log:
            self.process = subprocess.Popen([str(w) for w in command], stdout=log, stderr=log, cwd=self.folder)

    async def ready(self, seconds=60):
        end = time.monotonic() + seconds
        while self._run("pg_isready", "-q", "-h", self.folder, "-U", "postgres", check=False).returncode:
            if time.monotonic() > end:
                raise RuntimeError("PostgreSQL did not come up")
            if self.process.poll() is not None:
                # Children of the one that was killed may still hold its memory for a moment.
                self.start()
            await asyncio.sleep(0.1)

    def make_databases(self):
        for name in NAMES:
            self._run("createdb", "-h", self.folder, "-U", "postgres", name)

    def url(self, name):
        return f"postgresql:///{name}?host={self.folder}&user=postgres"

    def kill(self):
        file = self.folder / "data" / "postmaster.pid"
        if self.process and file.exists():
            try:
                os.kill(int(file.read_text().split("\n")[0]), signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.process.wait()


class House:
    """Everything that one run starts, in one folder; `close` ends it all by pid."""

    def __init__(self, folder, binaries, database, lease="2s"):
        self.folder, self.bin, self._database = pathlib.Path(folder), pathlib.Path(binaries), database
        (self.folder / "data").mkdir()
        subprocess.run([ROOT / "deploy/certificates", self.folder / "certificates"], check=True, timeout=120)
        self.keys = Keys(self.folder / "keys")
        self._block = Ports()
        self.ports, self.admin = dict(zip(NAMES, self._block.free)), dict(zip(NAMES, self._block.free[3:]))
        self.smtp_port = self._block.free[6]
        self.postgresql = PostgreSQL(self.folder / "postgresql") if database == "postgresql" else None
        self.lease = lease
        self.services = {}

    def database_url(self, name):
        if self.postgresql:
            return self.postgresql.url(name)
        # An operator's own server: %s is the service.
        return self._database.replace("%s", name) if "://" in self._database else None

    def make_services(self, delivered):
        own = {
            "client-link": ["--lease-duration", self.lease, "--smtp-host", "127.0.0.1", "--smtp-port", self.smtp_port,
                            "--smtp-security", "none"],
            "document-status": [],
            "integration-dispatch": [
                "--folder-root", delivered, "--webhook-allow-http", "--outbound-allowed-networks", "127.0.0.0/8",
                "--delivery-first-delay", "10ms", "--delivery-maximum-attempts", "60", "--delivery-lease", "5s"],
        }
        self.services = {name: Service(name, self, own[name]) for name in NAMES}

    async def start(self):
        if self.postgresql:
            self.postgresql.start()
            await self.postgresql.ready()
            self.postgresql.make_databases()
        for service in self.services.values():
            service.start()
        for service in self.services.values():
            await service.ready()

    def close(self):
        for service in self.services.values():
            service.kill()
        if self.postgresql:
            self.postgresql.kill()
        self._block.close()
