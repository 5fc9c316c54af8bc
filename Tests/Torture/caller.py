"""How a client calls: it repeats what may be repeated, with the same request id, and writes down what it was
told."""
import asyncio, time, uuid

import grpc

# What gRPC says when no connection was made: the call was never sent.
NEVER_SENT = ("failed to connect", "connections to all backends failing", "connection refused", "not connected",
              "empty address list", "dns resolution")
# What it says when a connection ended under a call.
CUT = ("socket closed", "recvmsg", "connection reset", "broken pipe", "goaway", "connection closed",
       "transport closed", "stream removed", "sendmsg", "endpoint closing", "end of tcp stream", "eof")
PATIENCE_SECONDS = 60
# For what another service has to hear of first. Longer than the lease of an outbox's key (30 s), which nobody gives
# back when the database is killed under its holder.
WAIT_SECONDS = 50


class Surprise(Exception):
    """An answer that no client could have expected after what it was told before."""


class LeftUnknown(Exception):
    """The connection broke, and this client does not ask again."""


def kind_of(error):
    code, words = error.code(), (error.details() or "").lower()
    if code == grpc.StatusCode.UNAVAILABLE:
        if any(word in words for word in NEVER_SENT):
            return "away"
        return "unknown" if any(word in words for word in CUT) else "refused for now"
    if code in (grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED, grpc.StatusCode.UNKNOWN):
        return "unknown"
    if code == grpc.StatusCode.INTERNAL and any(word in words for word in ("rst_stream", "error from core", *CUT)):
        return "unknown"
    if code == grpc.StatusCode.RESOURCE_EXHAUSTED:
        return "refused for now"
    if code == grpc.StatusCode.ABORTED and "another change was in the way" in words:
        return "refused for now"
    return "answer"


class Caller:
    def __init__(self, wire, network, journal, rng, repeat=0.05, leave=0.3):
        # `network` calls as the access point: with its certificate and without a token.
        self.wire, self.network, self.journal = wire, network, journal
        self.rng, self._repeat, self._leave = rng, repeat, leave

    def request_id(self):
        return str(uuid.UUID(int=self.rng.getrandbits(128), version=4))

    async def change(self, name, request, token, thing, event, may_leave=False, wait_for=(), network=False):
        """A changing call, until it is answered. `event` is what the thing's history calls it; without one the
        caller reads in the answer what happened. Throws LeftUnknown where `may_leave` and it was left."""
        what = [(thing, event)] if event else []
        stream = isinstance(request, list)
        head = request[0] if stream else request
        if "request_id" in head.DESCRIPTOR.fields_by_name:
            head.request_id = self.request_id()
        until = time.monotonic() + PATIENCE_SECONDS
        pause, was_unknown = 0.03, False
        while True:
            try:
                answer = await (self.network if network else self.wire).ask(name, request, token)
                break
            except grpc.aio.AioRpcError as error:
                kind = kind_of(error)
                self.journal.note(thing, f"{name} {kind}: {error.code().name} {error.details()}")
                if kind == "unknown":
                    self.journal.unknown += 1
                    was_unknown = True
                    if may_leave and self.rng.random() < self._leave:
                        for one in what:
                            self.journal.maybe(*one)
                        raise LeftUnknown(name)
                elif kind == "refused for now":
                    self.journal.refused_for_now += 1
                elif kind == "answer" and error.code().name not in wait_for:
                    raise self._surprise(thing, name, error, was_unknown)
                if time.monotonic() > until - (0 if kind != "answer" else PATIENCE_SECONDS - WAIT_SECONDS):
                    if was_unknown:
                        for one in what:
                            self.journal.maybe(*one)
                    raise self._surprise(thing, name, error, was_unknown)
            await asyncio.sleep(pause * self.rng.uniform(0.5, 1.5))
            pause = min(pause * 1.5, 0.5)
        self.journal.acknowledged += 1
        for one in what:
            self.journal.told(*one)
        if getattr(head, "request_id", "") and not stream and self.rng.random() < self._repeat:
            await self._again(name, request, token, thing, answer)
        return answer

    async def _again(self, name, request, token, thing, answer):
        """The same request once more: the same answer, and nothing happens."""
        try:
            second = await self.wire.ask(name, request, token)
        except grpc.aio.AioRpcError as error:
            if kind_of(error) == "answer" and error.code() != grpc.StatusCode.NOT_FOUND:
                self.journal.twice.append(f"{thing}: {name} repeated was refused: {error.details()}")
            return
        self.journal.repeated += 1
        if second.SerializeToString(deterministic=True) != answer.SerializeToString(deterministic=True):
            self.journal.twice.append(f"{thing}: {name} repeated was answered otherwise:\n{answer}\n{second}")

    async def read(self, name, request, token, wait_for=(), absent=False, network=False,
                   seconds=PATIENCE_SECONDS):
        """A reading call, until it is answered. Where `absent`, None for NOT_FOUND."""
        until = time.monotonic() + seconds
        while True:
            try:
                return await (self.network if network else self.wire).ask(name, request, token)
            except grpc.aio.AioRpcError as error:
                if absent and error.code() == grpc.StatusCode.NOT_FOUND:
                    return None
                passing = kind_of(error) != "answer" or error.code().name in wait_for
                if not passing or time.monotonic() > until:
                    raise Surprise(f"{name} of {getattr(request, 'name', request)}: {error.code().name} "
                                   f"{error.details()}") from None
            await asyncio.sleep(0.1)

    async def pages(self, name, request, token, field):
        """Every item of a list."""
        items = []
        request.page_size = 1000
        while True:
            page = await self.read(name, request, token)
            items += getattr(page, field)
            if not page.next_page_token:
                return items
            request.page_token = page.next_page_token

    @staticmethod
    def _surprise(thing, name, error, was_unknown):
        after = " after an unknown answer" if was_unknown else ""
        return Surprise(f"{thing}: {name}{after}: {error.code().name} {error.details()}")

