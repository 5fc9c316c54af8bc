"""Holds what clients were told against what the services answer now and what came to the destinations. It
knows the public API alone.

Lost: something that a client was told is not there. Twice: something is there more often than it was asked
for. Each finding counts one."""
import asyncio, collections, hashlib

from caller import Surprise
from contracts import message, word

# Lives that are looked at at once.
AT_ONCE = 24


class Checker:
    def __init__(self, world):
        self.world, self.caller, self.journal = world, world.reader, world.journal
        self.lost, self.twice = list(world.journal.lost), list(world.journal.twice)
        # What came into each folder: (name, the hash of each arrival).
        self._arrived = collections.defaultdict(list)
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def check(self, lives):
        for path, hashes in self.world.consumer.arrivals.items():
            folder, _, name = path.rpartition("/")
            self._arrived[folder].append((name, hashes))

        async def one(life):
            async with self._gate:
                try:
                    await self._life(life)
                except Surprise as surprise:
                    self._lose(life.client.thing, f"cannot be read any more: {surprise}")
        await asyncio.gather(*(one(life) for life in lives if life.client))
        self._webhooks_without_delivery(lives)
        return self.lost, self.twice

    # Things, their histories and their statuses

    def _history(self, thing, entries, passing=()):
        """Each change that was answered stands in the history once; one left unknown, at most once. `passing`
        are events that change nothing where the thing is in that status already."""
        found = collections.Counter(entry.event for entry in entries)
        for event, (least, most) in self.journal.tally[thing].items():
            if event in passing:
                continue
            if found[event] < least:
                self._lose(thing, f"{event} stands {found[event]} times in the history, answered {least}",
                           least - found[event])
            elif found[event] > most:
                self._double(thing, f"{event} stands {found[event]} times in the history, asked {most}",
                             found[event] - most)

    def _lose(self, thing, words, count=1):
        self.lost += [f"{thing}: {words}"] * count

    def _double(self, thing, words, count=1):
        self.twice += [f"{thing}: {words}"] * count

    async def _life(self, life):
        await self._client(life)
        if life.folder and life.folder_active:
            life.firm_deliveries = await self._deliveries(life.client_space, life.firm.token)
        else:
            life.firm_deliveries = None
        life.own_deliveries = await self._deliveries(life.space, life.owner)
        if life.webhook:
            await self._integrations(life, life.space, life.owner, "webhook")
        if life.folder and life.folder_active:
            await self._integrations(life, life.client_space, life.firm.token, "folder")
        await self._documents(life)
        for document in life.documents:
            await self._document(life, document)
        self._arrivals(life)

    async def _client(self, life):
        client, thing = life.client, life.client.thing
        now = await self.caller.read(
            "GetClient", message("GetClientRequest")(name=client.name), life.firm.token, absent=True)
        if now is None:
            return self._lose(thing, "is gone")
        status = word("ClientStatus", now.status)
        if status != client.status and not life.is_surprised:
            self._lose(thing, f"is {status}, answered {client.status}")
        self._history(thing, await self.caller.pages(
            "ListClientHistory", message("ListClientHistoryRequest")(name=client.name), life.firm.token, "entries"))
        mails = len(self.world.mailbox.messages[life.email])
        if mails < client.mails[0]:
            self._lose(thing, f"{mails} mails came, {client.mails[0]} were used")
        elif mails > client.mails[1] and not life.is_surprised:
            self._double(thing, f"{mails} mails came, {client.mails[1]} were asked for", mails - client.mails[1])

    async def _integrations(self, life, parent, token, connector):
        thing = f"{connector} of {parent}"
        found = await self.caller.pages(
            "ListIntegrations", message("ListIntegrationsRequest")(parent=parent), token, "integrations")
        found = [one for one in found if one.connector == connector]
        most = self.journal.tally[thing]["create"][1]
        if len(found) > most:
            self._double(thing, f"{len(found)} are there, {most} were asked for", len(found) - most)
        name = life.webhook if connector == "webhook" else life.folder
        if name not in [one.name for one in found]:
            return self._lose(thing, "is gone")
        one = next(one for one in found if one.name == name)
        if word("IntegrationStatus", one.status) != "active":
            self._lose(thing, "was answered active and is not")
        self._history(thing, await self.caller.pages(
            "ListIntegrationHistory", message("ListIntegrationHistoryRequest")(name=name), token, "entries"),
            passing={"activate"})

    # Documents

    async def _documents(self, life):
        found = await self.caller.pages(
            "ListDocuments", message("ListDocumentsRequest")(parent=life.space), life.owner, "documents")
        known = {document.name for document in life.documents}
        listed = collections.Counter(document.name for document in found)
        for document in found:
            if document.name not in known and document.original.sha256 not in life.maybe_imported:
                if not life.is_surprised:
                    self._double(f"documents of {life.space}", f"{document.name} was never asked for")
        for document in life.documents:
            if document.state != "discarded" and listed[document.name] != 1:
                self._lose(document.thing, f"is listed {listed[document.name]} times")

    async def _document(self, life, document):
        name, thing = document.name, document.thing
        now = await self.caller.read(
            "GetDocument", message("GetDocumentRequest")(name=name), life.owner, absent=True)
        if now is None and document.state != "discarded":
            return self._lose(thing, "is gone")
        self._history(thing, await self.caller.pages(
            "ListDocumentHistory", message("ListDocumentHistoryRequest")(name=name), life.owner, "entries"))
        if document.state == "discarded":
            if now is not None:
                self._lose(thing, "was answered discarded and is there")
            return
        if not life.is_surprised:
            self._fields(document, now)
        await self._content(life, document, now)
        if life.folder_active and document.accounting:
            await self._accounting(life, document)
        if document.webhook[1]:
            own = [d for d in life.own_deliveries if d.document == name]
            self._delivered(thing, "webhook", own, document.webhook, False)
            if life.firm_deliveries is not None:
                firm = [d for d in life.firm_deliveries if d.document == name]
                self._delivered(thing, "folder", firm, document.folder, document.folder_may_be_cancelled)

    def _fields(self, document, now):
        thing, state = document.thing, word("DocumentStatus", now.status)
        payments = {p.payment_id: round(float(p.amount.value) * 100) for p in now.payments}
        if len(now.payments) > len(payments):
            self._double(thing, "a payment is reconciled more than once")
        for payment in document.payments.keys() - payments.keys():
            self._lose(thing, f"payment {payment} is gone")
        for payment in payments.keys() - document.payments.keys():
            self._double(thing, f"payment {payment} was taken back, or never asked for")
        if document.note and now.fields.note != document.note:
            self._lose(thing, "its fields are not those of the last save")
        if state != document.state:
            self._lose(thing, f"is {state}, answered {document.state}")

    async def _content(self, life, document, now):
        parts = [("original", 1, now.original)] + ([("e-invoice", 2, now.e_invoice)] if now.e_invoice.sha256 else [])
        if document.state in ("unpaid", "fully_paid") and not now.e_invoice.sha256:
            self._lose(document.thing, "is approved and has no e-invoice")
        if now.original.sha256 != document.sha256:
            self._lose(document.thing, "its original is another")
        for part, number, info in parts:
            try:
                chunks = await self.caller.read(
                    "ReadDocumentContent", message("ReadDocumentContentRequest")(name=document.name, part=number),
                    life.owner)
                whole = b"".join(chunk.data for chunk in chunks)
            except Exception as error:
                self._lose(document.thing, f"its {part} cannot be read: {error}")
                continue
            if hashlib.sha256(whole).hexdigest() != info.sha256:
                self._lose(document.thing, f"its {part} is not what came in")

    async def _accounting(self, life, document):
        seen = await self.caller.read(
            "GetAccountingDocument", message("GetAccountingDocumentRequest")(name=document.firm_name),
            life.firm.token, absent=True)
        if seen is None:
            return self._lose(document.thing_of_firm, "the firm does not see it")
        now = word("AccountingStatus", seen.accounting_status)
        if now != document.accounting and not life.is_surprised:
            self._lose(document.thing_of_firm, f"is {now}, answered {document.accounting}")
        self._history(document.thing_of_firm, await self.caller.pages(
            "ListAccountingHistory", message("ListAccountingHistoryRequest")(name=document.firm_name),
            life.firm.token, "entries"))

    # Deliveries

    async def _deliveries(self, parent, token):
        return await self.caller.pages(
            "ListDeliveries", message("ListDeliveriesRequest")(parent=parent), token, "deliveries")

    def _delivered(self, thing, where, deliveries, bounds, may_be_cancelled):
        """The deliveries that there are, and that each of them has come to its end."""
        least, most = (0 if may_be_cancelled else bounds[0]), bounds[1]
        if len(deliveries) < least:
            self._lose(thing, f"{len(deliveries)} deliveries to the {where}, answered {least}", least - len(deliveries))
        if len(deliveries) > most:
            self._double(thing, f"{len(deliveries)} deliveries to the {where}, asked {most}", len(deliveries) - most)
        for delivery in deliveries:
            status = word("DeliveryStatus", delivery.status)
            if status == "delivered" and where == "webhook":
                if not self.world.webhooks.count[delivery.name.split("/")[-1]]:
                    self._lose(thing, f"{delivery.name} is answered as delivered and did not arrive")
            elif status != "delivered" and not (status == "cancelled" and may_be_cancelled):
                self._lose(thing, f"{delivery.name} is {status}: {delivery.reason}")

    def _webhooks_without_delivery(self, lives):
        """A webhook-id that no delivery has: the same delivery came under two names."""
        known = {d.name.split("/")[-1] for life in lives for d in life.own_deliveries or []}
        unread = {life.space for life in lives if life.own_deliveries is None}
        for name, document in self.world.webhooks.document.items():
            if name not in known and document.split("/documents/")[0] not in unread:
                self._double(f"webhook {name}", f"no delivery of {document} has this id")

    def _arrivals(self, life):
        """Each file of a document came into the folder once for each delivery at most, and whole."""
        arrived = collections.defaultdict(list)
        for name, hashes in self._arrived[life.folder_root]:
            arrived[name.split("-original-")[0].split("-e_invoice-")[0]].append((name, hashes))
        delivered = collections.Counter(
            d.document for d in life.firm_deliveries or [] if word("DeliveryStatus", d.status) == "delivered")
        for document in life.documents:
            files = arrived.pop(document.name.split("/")[-1], [])
            for path, hashes in files:
                if len(hashes) > document.folder[1]:
                    self._double(document.thing, f"{path} came {len(hashes)} times, asked {document.folder[1]}",
                                 len(hashes) - document.folder[1])
                for one in hashes:
                    if one[:16] != path.rsplit("-", 1)[1].split(".")[0]:
                        self._lose(document.thing, f"{path} came damaged")
            if delivered[document.name] or document.told_delivered:
                parts = {p for p in ("original", "e_invoice") if not any(f"-{p}-" in path for path, _ in files)}
                # An e-invoice that came in as such is its own original.
                for part in parts:
                    if not (part == "e_invoice" and document.origin_is_network):
                        self._lose(document.thing, f"its {part} is answered as delivered and did not arrive")
        for identifier, files in arrived.items():
            if not life.is_surprised:
                self._double(f"folder of {life.client_space}", f"{files[0][0]} is of no document")
