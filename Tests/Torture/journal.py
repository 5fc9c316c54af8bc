"""What clients were told, so that it can be held against what is there afterwards."""
import collections, time


class Journal:
    """Counts of calls, and for each thing what may and what must have happened to it.

    A change that was answered must have happened once. One whose connection broke before the answer is
    unknown; it is repeated with its request id until it is answered, or left unknown and then may have
    happened once or not at all."""

    def __init__(self):
        self.started = time.monotonic()
        self.acknowledged = 0
        self.unknown = 0
        self.repeated = 0
        self.refused_for_now = 0
        self.surprises = []
        # thing → event → [at least, at most]
        self.tally = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
        self.notes = collections.defaultdict(list)
        # Told while it ran, and wrong by itself.
        self.lost = []
        self.twice = []

    def note(self, thing, text):
        self.notes[thing].append(f"{time.monotonic() - self.started:8.3f} {text}")

    def told(self, thing, event, text=""):
        bounds = self.tally[thing][event]
        bounds[0] += 1
        bounds[1] += 1
        self.note(thing, f"{event} answered {text}")

    def maybe(self, thing, event):
        self.tally[thing][event][1] += 1
        self.note(thing, f"{event} left unknown")

    def resolve(self, thing, event, happened):
        """What was left unknown has been looked at since."""
        bounds = self.tally[thing][event]
        if happened:
            bounds[0] += 1
        else:
            bounds[1] -= 1
        self.note(thing, f"{event} {'happened' if happened else 'did not happen'}")

    def history(self, thing):
        return "\n".join(f"      {line}" for line in self.notes[thing][-30:])
