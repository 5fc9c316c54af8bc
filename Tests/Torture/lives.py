"""The clients: each life is one business with one firm, from the firm's client list to the end of the link,
and back. Every step is a call of the public API, as a person's software would make it."""
import asyncio, time

import grpc

from caller import Caller, Surprise
from contracts import message, word
from papers import Papers

WAIT_SECONDS = 60


class Stop(Exception):
    """The run is over: this life has come to the end of its step."""


class Client:
    """The firm's client as the firm was told it is."""

    def __init__(self, name):
        self.name, self.status = name, "draft"
        # Mails that must have come at least, and may have come at most.
        self.mails = [0, 0]


class Life:
    def __init__(self, world, index):
        self.world, self.journal, self.index = world, world.journal, index
        self.rng = world.rng_for(index)
        self.caller = Caller(world.wire, world.network, world.journal, self.rng)
        self.firm = world.firms[self.rng.randrange(len(world.firms))]
        self.business = f"business-{world.seed}-{index}"
        digits = 4_000_000 + index
        check = 97 - digits % 97
        self.number = f"BE0{digits}{check:02d}"
        self.email = f"office-{index}@example.com"
        self.space = f"businesses/{self.business}"
        self.firm_space = f"partners/{self.firm.space}"
        self.client_space = f"{self.firm_space}/{self.space}"
        self.path = f"in/b{index}"
        self.client = self.folder = self.webhook = None
        self.folder_active = self.assigned = False
        self.documents = []
        # What the checker reads at the end; None where it could not.
        self.own_deliveries = self.firm_deliveries = None
        self.seen_tokens = 0
        # Hashes of imports that were left unknown.
        self.maybe_imported = set()

    @property
    def folder_root(self):
        return f"partners/{self.firm.space}/{self.path}"

    async def live(self):
        keys = self.world.keys
        self.owner = await keys.sign(sub=f"owner-{self.index}", space=self.business, space_kind="business",
                                     roles=["administrator"], enterprise_number=self.number, name="Owner")
        await self.become_client()
        for period in range(self.rng.randint(1, 3)):
            await self.invite()
            await self.accept()
            await self.set_up()
            papers = Papers(self)
            for _ in range(self.rng.randint(2, 5)):
                await papers.bring_one_in()
            await papers.approve_rest()
            self.step()
            if self.rng.random() < 0.2:
                return
            await self.end_link(papers)

    def step(self):
        if self.world.stopping:
            raise Stop()

    # The client list

    async def become_client(self):
        self.step()
        thing = f"client of {self.email}"
        if self.rng.random() < 0.3:
            text = ("display_name,enterprise_number,contact_email\n"
                    f"Business {self.index},{self.number},{self.email}\n").encode()
            request = [message("ImportClientsRequest")(parent=self.firm_space),
                       message("ImportClientsRequest")(chunk=text[:40]),
                       message("ImportClientsRequest")(chunk=text[40:])]
            lines = await self.caller.change("ImportClients", request, self.firm.token, thing, "import")
            if [line.status.code for line in lines] != [0]:
                raise Surprise(f"{thing}: imported with {lines}")
            self.client = Client(lines[0].client)
        else:
            made = await self.caller.change(
                "CreateClient", message("CreateClientRequest")(
                    parent=self.firm_space, client=message("Client")(
                        display_name=f"Business {self.index}", enterprise_number=self.number,
                        contact_email=self.email)),
                self.firm.token, thing, "add")
            self.client = Client(made.name)
        self.client.thing = thing
        if self.rng.random() < 0.7:
            self.step()
            await self.firm_changes("AssignAccountant", "assign_accountant", subject=self.firm.accountant)
            self.assigned = True

    async def firm_changes(self, method, event, **fields):
        request = message(f"{method}Request")(name=self.client.name, **fields)
        answer = await self.caller.change(method, request, self.firm.token, self.client.thing, event)
        self.client.status = word("ClientStatus", answer.status)
        return answer

    async def invite(self):
        self.step()
        self.seen_tokens = len(self.tokens())
        await self.firm_changes("InviteClient", "invite", message="Welcome aboard.")
        self.client.mails[1] += 1
        chance = self.rng.random()
        if chance < 0.2:
            await self.firm_changes("ResendInvitation", "resend")
            self.client.mails[1] += 1
        elif chance < 0.3:
            await self.firm_changes("WithdrawInvitation", "withdraw_invitation")
            await self.firm_changes("InviteClient", "invite")
            self.client.mails[1] += 1

    def tokens(self):
        return self.world.mailbox.tokens[self.email]

    async def accept(self):
        """Waits for a mail whose invitation is still good, opens it and consents."""
        until = time.monotonic() + WAIT_SECONDS
        while True:
            for token in reversed(self.tokens()[self.seen_tokens:]):
                self.step()
                if await self.opens(token):
                    request = message("AcceptInvitationRequest")(parent=self.space, token=token, consent=True)
                    link = await self.caller.change(
                        "AcceptInvitation", request, self.owner, self.client.thing, "complete")
                    if not link.active:
                        raise Surprise(f"{self.client.thing}: accepted, and not active: {link}")
                    self.client.mails[0] += 1
                    self.client.status = "active"
                    return
            if time.monotonic() > until:
                self.journal.lost.append(f"{self.client.thing}: no mail of an answered invitation came")
                raise Surprise(f"{self.client.thing}: no mail")
            if self.world.stopping:
                raise Stop()
            try:
                await asyncio.wait_for(self.world.mailbox.arrived.wait(), 0.5)
            except asyncio.TimeoutError:
                pass

    async def opens(self, token):
        until = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                await self.world.wire.ask(
                    "OpenInvitation", message("OpenInvitationRequest")(token=token), self.owner)
                return True
            except grpc.aio.AioRpcError as error:
                if error.code() == grpc.StatusCode.FAILED_PRECONDITION:
                    return False
                if error.code() == grpc.StatusCode.NOT_FOUND:
                    self.journal.lost.append(f"{self.client.thing}: a mailed invitation is not known")
                    raise Surprise(f"{self.client.thing}: OpenInvitation: {error.details()}") from None
                if time.monotonic() > until:
                    raise Surprise(f"{self.client.thing}: OpenInvitation: {error.details()}") from None
            await asyncio.sleep(0.1)

    # Integrations

    async def set_up(self):
        if not self.webhook:
            self.webhook = await self.integrate(
                self.owner, self.space, "webhook", webhook=message("WebhookConfiguration")(
                    url=self.world.webhooks.url, secret=self.world.webhooks.secret))
        if not self.folder:
            self.folder = await self.integrate(
                self.firm.token, self.client_space, "folder",
                folder=message("FolderConfiguration")(path=self.path))
        elif not self.folder_active:
            await self.activate(self.firm.token, self.folder)
        self.folder_active = True

    async def integrate(self, token, parent, connector, **configuration):
        self.step()
        request = message("CreateIntegrationRequest")(
            parent=parent, integration=message("Integration")(
                connector=connector, display_name=connector, **configuration))
        thing = f"{connector} of {parent}"
        # The grant of a fresh link reaches integration-dispatch a moment after the consent.
        made = await self.caller.change(
            "CreateIntegration", request, token, thing, "create", wait_for={"NOT_FOUND"})
        if not made.configured:
            raise Surprise(f"{thing}: not configured: {made}")
        await self.activate(token, made.name, thing)
        return made.name

    async def activate(self, token, name, thing=None):
        self.step()
        request = message("ActivateIntegrationRequest")(name=name)
        # An integration that the link's end has yet to switch off is active still, and the call changes nothing.
        await self.caller.change("ActivateIntegration", request, token, thing or f"integration {name}",
                                 "activate", wait_for={"NOT_FOUND"})

    # The end of the link

    async def end_link(self, papers):
        settled = self.rng.random() < 0.7 and await papers.all_arrived()
        self.step()
        self.folder_active = False
        if not settled:
            for document in self.documents:
                document.folder_may_be_cancelled = True
        if self.rng.random() < 0.6:
            await self.firm_changes("ArchiveClient", "archive", reason="The engagement has ended.")
        else:
            request = message("RemoveLinkRequest")(name=f"{self.space}/links/{self.firm.space}")
            await self.caller.change("RemoveLink", request, self.owner, self.client.thing, "remove_link")
            self.client.status = "lost"
        await self.see_nothing()

    async def see_nothing(self):
        """After the answer no read of the firm succeeds anywhere."""
        for document in self.documents:
            if document.state == "discarded":
                continue
            request = message("GetAccountingDocumentRequest")(name=document.firm_name)
            try:
                await self.world.wire.ask("GetAccountingDocument", request, self.firm.token)
            except grpc.aio.AioRpcError:
                return
            self.journal.lost.append(f"{self.client.thing}: the firm reads {document.name} after the end")
            return

