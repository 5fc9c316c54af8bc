"""What a business and its firm were told of a document."""


class Document:
    """A document as its business and firm were told it is."""

    def __init__(self, name, sha256, thing):
        self.name, self.sha256, self.thing = name, sha256, thing
        self.firm_name = self.thing_of_firm = ""
        self.state, self.note, self.etag = "awaiting_validation", "", ""
        self.total = None
        self.payments = {}
        self.accounting = None
        # How many deliveries to (webhook, folder) there must be and may be.
        self.webhook, self.folder = [0, 0], [0, 0]
        self.folder_may_be_cancelled = False
        self.origin_is_network = False
        # The firm was told that its folder has it.
        self.told_delivered = False
