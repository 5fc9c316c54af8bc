"""What a business and its firm do with documents in one period of their link."""
import asyncio, hashlib, pathlib, time

import grpc

from caller import LeftUnknown, Surprise
from contracts import ENUMS, message, word
from document import Document

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "deploy/sample"
PDF = (SAMPLE / "purchase-invoice.pdf").read_bytes()
UBL = (SAMPLE / "received-invoice.xml").read_text()
TOTAL_CENTS = 12_100
WAIT_SECONDS = 60


class Papers:
    def __init__(self, life):
        self.life, self.world, self.caller, self.rng = life, life.world, life.caller, life.rng
        self.waiting = []
        self.here = []

    async def bring_one_in(self):
        self.life.step()
        if self.rng.random() < 0.25:
            document = await self.receive()
        else:
            document = await self.bring_in()
        if not document:
            return
        self.life.documents.append(document)
        self.here.append(document)
        if document.state == "awaiting_validation":
            await self.complete(document)
        if document.state == "awaiting_validation":
            self.waiting.append(document)
            if len(self.waiting) >= 2 or self.rng.random() < 0.6:
                await self.approve_rest()
        elif document.state != "discarded":
            await self.afterwards(document)

    def document(self, answer, sha256, thing):
        document = Document(answer.name, sha256, thing)
        document.firm_name = f"{self.life.firm_space}/{answer.name}"
        document.thing_of_firm = f"accounting of {answer.name}"
        self.take(document, answer)
        return document

    @staticmethod
    def take(document, answer):
        document.etag, document.state = answer.etag, word("DocumentStatus", answer.status)

    async def bring_in(self):
        content = PDF + f"\n%{self.life.business} {self.rng.getrandbits(64):x}\n".encode()
        sha256 = hashlib.sha256(content).hexdigest()
        make = message("ImportDocumentRequest")
        request = [make(parent=self.life.space, kind=ENUMS["DocumentKind"]["DOCUMENT_KIND_PURCHASE_INVOICE"],
                        file_name="invoice.pdf")]
        request += [make(chunk=content[at:at + 1000]) for at in range(0, len(content), 1000)]
        thing = f"document {sha256[:12]} of {self.life.business}"
        try:
            answer = await self.caller.change("ImportDocument", request, self.life.owner, thing, "import", True)
        except LeftUnknown:
            self.life.maybe_imported.add(sha256)
            return None
        if answer.original.sha256 != sha256:
            raise Surprise(f"{thing}: came in as {answer.original.sha256}")
        return self.document(answer, sha256, thing)

    async def receive(self):
        """An e-invoice from the network: approved as it comes in."""
        number = f"N-{self.life.index}-{self.rng.getrandbits(48):x}"
        digits = self.life.number[2:]
        content = UBL.replace("EC-2026-08902", number).replace("0400123020", digits).encode()
        sha256 = hashlib.sha256(content).hexdigest()
        request = message("ReceiveDocumentRequest")(
            parent=self.life.space, transmission_id=f"{self.world.seed}-{number}", content=content)
        thing = f"document {sha256[:12]} of {self.life.business}"
        # An access point repeats until it is told yes, and sometimes after that.
        answer = await self.caller.change(
            "ReceiveDocument", request, None, thing, "receive", network=True)
        if self.rng.random() < 0.2:
            again = await self.caller.read("ReceiveDocument", request, None, network=True)
            if again.document.name != answer.document.name or not again.redelivery:
                self.world.journal.twice.append(f"{thing}: a redelivery became another document")
        document = self.document(answer.document, sha256, thing)
        if document.state != "unpaid":
            raise Surprise(f"{thing}: received as {document.state}: {answer.document.violations}")
        document.origin_is_network = True
        document.total = round(float(answer.document.total.value) * 100)
        self.is_approved(document)
        return document

    def is_approved(self, document):
        document.accounting = "ready_to_process"
        document.webhook = [1, 1]
        document.folder = [1, 1]

    # Before approval

    def fields(self, note):
        digits = self.life.number[2:]
        party, line = message("Party"), message("DocumentLine")
        return message("DocumentFields")(
            number=self.number, issue_date="2026-11-05", due_date="2026-12-05", currency_code="EUR",
            buyer_reference="FLOUR-NOV", note=note,
            seller=party(display_name="Flour Mill Noord BV", vat_identifier="BE0433901289",
                         registration_number="0433901289", endpoint="0208:0433901289", street="Molenweg 8",
                         city="Brugge", postal_code="8000", country_code="BE"),
            buyer=party(display_name="Business BV", vat_identifier=self.life.number, registration_number=digits,
                        endpoint=f"0208:{digits}", street="Broodstraat 3", city="Antwerpen", postal_code="2000",
                        country_code="BE"),
            payment_instructions=message("PaymentInstructions")(means_code="30", account="BE37734009876528"),
            lines=[line(item_name="Wheat flour", quantity="1", unit_code="C62", net_price="100.00",
                        vat_category="S", vat_rate="21")])

    async def complete(self, document):
        self.number = f"F-{self.life.index}-{self.rng.getrandbits(48):x}"
        for _ in range(self.rng.randint(1, 3)):
            await self.save(document)
        while document.total is None:
            await self.save(document)
        if self.rng.random() < 0.3:
            await self.pay(document, 2_100)
        if self.rng.random() < 0.12:
            await self.discard(document)

    async def save(self, document):
        self.life.step()
        note = f"note {self.rng.getrandbits(64):x}"
        changed = message("Document")(
            name=document.name, kind=ENUMS["DocumentKind"]["DOCUMENT_KIND_PURCHASE_INVOICE"],
            fields=self.fields(note), etag=document.etag)
        try:
            answer = await self.caller.change(
                "UpdateDocument", message("UpdateDocumentRequest")(document=changed), self.life.owner,
                document.thing, "save", True)
        except LeftUnknown:
            answer = await self.look(document, "save", lambda seen: seen.fields.note == note)
            if answer.fields.note not in (note, document.note):
                self.world.journal.lost.append(f"{document.thing}: its note is neither of the last two")
        document.note = answer.fields.note
        self.take(document, answer)
        if document.note:
            if answer.violations:
                raise Surprise(f"{document.thing}: breaks rules: {answer.violations}")
            document.total = TOTAL_CENTS

    async def look(self, document, event, happened):
        """What became of a change that was left unknown."""
        answer = await self.caller.read(
            "GetDocument", message("GetDocumentRequest")(name=document.name), self.life.owner)
        self.world.journal.resolve(document.thing, event, happened(answer))
        self.take(document, answer)
        return answer

    async def discard(self, document):
        self.life.step()
        request = message("DiscardDocumentRequest")(name=document.name, etag=document.etag)
        await self.caller.change("DiscardDocument", request, self.life.owner, document.thing, "discard")
        document.state = "discarded"

    # Approval

    async def approve_rest(self):
        documents, self.waiting = self.waiting, []
        if not documents:
            return
        self.life.step()
        if len(documents) == 1:
            answers = [await self.approve(documents[0])]
        else:
            request = message("BatchApproveDocumentsRequest")(parent=self.life.space, documents=[
                message("DocumentVersion")(name=d.name, etag=d.etag) for d in documents])
            batch = await self.caller.change(
                "BatchApproveDocuments", request, self.life.owner, documents[0].thing, None)
            answers = [await self.approved_of(*pair) for pair in zip(documents, batch.results)]
        for document, answer in zip(documents, answers):
            self.take(document, answer)
            if document.state not in ("unpaid", "fully_paid"):
                raise Surprise(f"{document.thing}: approved, and {document.state}")
            self.is_approved(document)
        for document in documents:
            await self.afterwards(document)

    async def approve(self, document):
        request = message("ApproveDocumentRequest")(name=document.name, etag=document.etag)
        return await self.caller.change(
            "ApproveDocument", request, self.life.owner, document.thing, "approve")

    async def approved_of(self, document, result):
        """One document of a batch. What the service could not do at the moment is asked again by itself."""
        if result.status.code == grpc.StatusCode.UNAVAILABLE.value[0]:
            return await self.approve(document)
        if result.status.code:
            raise Surprise(f"{document.thing}: batch approval: {result.status.message}")
        self.world.journal.told(document.thing, "approve", "in a batch")
        return result.document

    # After approval

    async def afterwards(self, document):
        if self.rng.random() < 0.6:
            rest = document.total - sum(document.payments.values())
            await self.pay(document, rest if self.rng.random() < 0.6 else rest // 2)
            if document.payments and self.rng.random() < 0.25:
                await self.take_back(document)
        if self.rng.random() < 0.75:
            await self.mark(document, "MarkProcessed", "mark_processed", "processed")
            if document.accounting == "processed" and self.rng.random() < 0.3:
                await self.mark(document, "UnmarkProcessed", "unmark_processed", "ready_to_process")
        if self.rng.random() < 0.2:
            await self.resend(document, self.life.owner, document.name, self.life.webhook, document.webhook)
        if self.rng.random() < 0.15:
            await self.resend(document, self.life.firm.token, document.firm_name, self.life.folder, document.folder)

    async def pay(self, document, cents):
        self.life.step()
        payment = f"bank-{self.rng.getrandbits(64):x}"
        request = message("ReconcilePaymentRequest")(name=document.name, payment=message("Payment")(
            payment_id=payment, date="2026-11-20",
            amount=message("Amount")(value=f"{cents // 100}.{cents % 100:02d}", currency_code="EUR")))
        try:
            answer = await self.caller.change(
                "ReconcilePayment", request, self.life.owner, document.thing, "reconcile", True)
            self.take(document, answer)
            document.payments[payment] = cents
        except LeftUnknown:
            there = lambda seen: payment in [p.payment_id for p in seen.payments]
            if there(await self.look(document, "reconcile", there)):
                document.payments[payment] = cents

    async def take_back(self, document):
        self.life.step()
        payment = self.rng.choice(sorted(document.payments))
        request = message("UndoReconciliationRequest")(name=document.name, payment_id=payment)
        answer = await self.caller.change(
            "UndoReconciliation", request, self.life.owner, document.thing, "undo_reconciliation")
        del document.payments[payment]
        self.take(document, answer)

    async def mark(self, document, method, event, status):
        self.life.step()
        token = self.life.firm.accountant_token if self.life.assigned else self.life.firm.token
        request = message(f"{method}Request")(name=document.firm_name)
        try:
            # The grant may reach document-status a moment after integration-dispatch.
            await self.caller.change(method, request, token, document.thing_of_firm, event, True,
                                     wait_for={"NOT_FOUND"})
            document.accounting = status
        except LeftUnknown:
            seen = await self.caller.read(
                "GetAccountingDocument", message("GetAccountingDocumentRequest")(name=document.firm_name), token,
                wait_for={"NOT_FOUND"})
            now = word("AccountingStatus", seen.accounting_status)
            self.world.journal.resolve(document.thing_of_firm, event, now != document.accounting)
            document.accounting = now

    async def resend(self, document, token, name, integration, bounds):
        self.life.step()
        request = message("ResendDocumentRequest")(document=name, integration=integration)
        thing = f"deliveries of {name}"
        bounds[1] += 1
        try:
            # Until the approval has come to integration-dispatch there is nothing to send again.
            await self.caller.change("ResendDocument", request, token, thing, "resend", True,
                                     wait_for={"FAILED_PRECONDITION", "NOT_FOUND"})
            bounds[0] += 1
        except LeftUnknown:
            pass

    async def all_arrived(self):
        """Waits until the firm is told that every document of this period is delivered; false where that takes
        too long."""
        until = time.monotonic() + WAIT_SECONDS
        wanted = sum(document.folder[0] for document in self.here)
        names = {document.name for document in self.here}
        while time.monotonic() < until and not self.world.stopping:
            request = message("ListDeliveriesRequest")(
                parent=self.life.client_space, integration=self.life.folder)
            found = await self.caller.pages("ListDeliveries", request, self.life.firm.token, "deliveries")
            here = [word("DeliveryStatus", d.status) for d in found if d.document in names]
            if len(here) >= wanted and set(here) <= {"delivered"}:
                for document in self.here:
                    document.told_delivered = document.folder[0] > 0
                return True
            await asyncio.sleep(0.3)
        return False
