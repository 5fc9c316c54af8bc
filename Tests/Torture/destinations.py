"""The outside world that Daybook delivers to: a webhook receiver, a mailbox, and a consumer that takes files
out of its folders as soon as it sees them. What arrived is kept in memory, in order."""
import asyncio, base64, collections, email, email.policy, hashlib, hmac, json, os, pathlib, re, threading

from aiosmtpd.controller import Controller


class Webhooks:
    """Records every delivery with a good signature: webhook-id → how often, and of which document."""

    def __init__(self):
        self.secret = "whsec_" + base64.b64encode(os.urandom(32)).decode()
        self.count = collections.Counter()
        self.document = {}
        self.port = None

    async def start(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/daybook"

    async def _serve(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                fields = dict(
                    (name.strip().lower(), value.strip())
                    for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:]))
                if fields.get("expect"):
                    writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                body = await reader.readexactly(int(fields.get("content-length", 0)))
                answer = b"204 No Content" if self._take(fields, body) else b"401 Unauthorized"
                writer.write(b"HTTP/1.1 " + answer + b"\r\ncontent-length: 0\r\n\r\n")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _take(self, fields, body):
        name = fields.get("webhook-id", "")
        signed = f"{name}.{fields.get('webhook-timestamp', '')}.".encode() + body
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        right = "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
        if right not in fields.get("webhook-signature", "").split(" "):
            return False
        self.document[name] = json.loads(body)["data"]["document"]
        self.count[name] += 1
        return True


class Mailbox:
    """Keeps the invitations' tokens by address, each once, in the order in which they first came."""

    def __init__(self):
        self.tokens = collections.defaultdict(list)
        self.messages = collections.defaultdict(set)
        self.arrived = asyncio.Event()

    def start(self, port):
        self._loop = asyncio.get_running_loop()
        self._controller = Controller(self, hostname="127.0.0.1", port=port, ready_timeout=20)
        self._controller.start()

    def stop(self):
        self._controller.stop()

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()
        token = re.search(r"https?://\S*/([a-z0-9-]+\.[0-9a-z]{26})", text).group(1)
        self._loop.call_soon_threadsafe(
            self._keep, envelope.rcpt_tos, token, mail["message-id"])
        return "250 OK"

    def _keep(self, addresses, token, message):
        for address in addresses:
            self.messages[address].add(message)
            if token not in self.tokens[address]:
                self.tokens[address].append(token)
        self.arrived.set()
        self.arrived = asyncio.Event()


class Consumer:
    """Takes every visible file out of the folders that integrations write to, and remembers it:
    path below the root → the SHA-256 of each arrival, in order."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.arrivals = collections.defaultdict(list)
        # What it took is not to come back after a power cut: whoever simulates one sets this.
        self.synchronise = lambda folder: None
        # Held while it takes.
        self._holding = threading.Lock()
        self._wanted = threading.Event()

    def hold(self):
        """Nothing is taken until `release`, and nothing is half taken. It waits for one file: clients go on
        meanwhile, and where there is much to take they would make much more."""
        self._wanted.set()
        self._holding.acquire()

    def release(self):
        self._wanted.clear()
        self._holding.release()

    def visible(self):
        """The paths of the files that are there for a consumer."""
        return {os.path.join(folder, name) for folder, _, names in os.walk(self.root)
                for name in names if not name.startswith(".")}

    def take(self):
        with self._holding:
            for path in self.visible():
                if self._wanted.is_set():
                    return
                with open(path, "rb") as file:
                    content = file.read()
                os.unlink(path)
                self.synchronise(os.path.dirname(path))
                self.arrivals[os.path.relpath(path, self.root)].append(hashlib.sha256(content).hexdigest())

    async def run(self, every):
        while True:
            await asyncio.to_thread(self.take)
            await asyncio.sleep(every)
