"""Kills Daybook's services under load and tells what was lost: see README.md, and deploy/torture, which calls
this in the project's Python."""
import argparse, asyncio, os, pathlib, random, shutil, signal, sys, tempfile, time, traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from caller import Caller, Surprise
from calamities import CALAMITIES, Unavailable
from checker import Checker
from contracts import Wire, message, word
from destinations import Consumer, Mailbox, Webhooks
from house import ROOT, House, NAMES
from journal import Journal
from lives import Life, Stop

PER_KILL = 500


class Firm:
    def __init__(self, space):
        self.space, self.accountant = space, "accountant-1"

    async def sign_in(self, keys):
        claims = {"space": self.space, "space_kind": "partner", "partner_kind": "accounting"}
        self.token = await keys.sign(sub="administrator-1", roles=["administrator"], name="Administrator", **claims)
        self.accountant_token = await keys.sign(sub=self.accountant, roles=["accountant"], name="Accountant", **claims)


class World:
    """What all lives share."""

    def __init__(self, options, house):
        self.seed, self.house, self.keys = options.seed, house, house.keys
        self.journal, self.webhooks, self.mailbox = Journal(), Webhooks(), Mailbox()
        self.delivered = house.folder / "data" / "integration-dispatch" / "delivered"
        self.delivered.mkdir(parents=True)
        self.consumer = Consumer(self.delivered)
        self.stopping = False
        self.lives = []
        self.firms = [Firm(f"firm-{self.seed}-{number}") for number in range(5)]

    def rng_for(self, what):
        return random.Random(f"{self.seed}/{what}")

    async def open(self):
        certificates = self.house.folder / "certificates"
        roots = certificates / "roots.pem"
        self.wire = Wire(self.house.ports, roots)
        self.network = Wire(self.house.ports, roots, certificates / "network.pem",
                            certificates / "network-key.pem", connections=1)
        self.reader = Caller(self.wire, self.network, self.journal, self.rng_for("reader"))
        await asyncio.gather(*(firm.sign_in(self.keys) for firm in self.firms))

    async def work(self):
        """One client after the other, until the run is over."""
        while not self.stopping:
            life = Life(self, len(self.lives))
            life.is_surprised = False
            self.lives.append(life)
            try:
                await life.live()
            except Stop:
                return
            except Surprise as surprise:
                life.is_surprised = True
                self.journal.surprises.append(str(surprise))
            except Exception:
                life.is_surprised = True
                self.journal.surprises.append(traceback.format_exc())

    async def settle(self, seconds):
        """Waits until every link has come to document-status, and no delivery is under way."""
        end = time.monotonic() + seconds
        gate = asyncio.Semaphore(24)
        lives = [life for life in self.lives if life.client]
        await asyncio.gather(*(self._settle_link(life, end, gate) for life in lives))
        await asyncio.gather(*(self._settle_deliveries(life, end, gate) for life in lives))

    async def _settle_link(self, life, end, gate):
        """A link that was made again is told to document-status when client-link can write again."""
        seen_by_firm = [one for one in life.documents if one.accounting and one.state != "discarded"]
        if not (life.folder and life.folder_active and seen_by_firm):
            return
        request = message("GetAccountingDocumentRequest")(name=seen_by_firm[0].firm_name)
        while time.monotonic() < end:
            try:
                async with gate:
                    if await self.reader.read("GetAccountingDocument", request, life.firm.token, absent=True):
                        return
            except Surprise:
                # The checker meets it too, and tells it.
                return
            await asyncio.sleep(0.5)

    async def _settle_deliveries(self, life, end, gate):
        sides = [(life.space, life.owner, sum(d.webhook[0] for d in life.documents))]
        if life.folder and life.folder_active:
            sides.append((life.client_space, life.firm.token, 0))
        for parent, token, expected in sides:
            seen, since = None, time.monotonic()
            # What does not come in 20 s in which nothing is under way does not come at all.
            while time.monotonic() < end and time.monotonic() < since + 20:
                try:
                    async with gate:
                        found = await self.reader.pages(
                            "ListDeliveries", message("ListDeliveriesRequest")(parent=parent), token, "deliveries")
                except Surprise:
                    # The checker meets it too, and tells it.
                    break
                under_way = {word("DeliveryStatus", d.status) for d in found} & {"queued", "in_flight", "retrying"}
                if not under_way and len(found) >= expected:
                    break
                if under_way or seen != len(found):
                    seen, since = len(found), time.monotonic()
                await asyncio.sleep(0.5)


async def run(options, folder):
    # Ended by SIGTERM it stops what it started too.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    house = House(folder, options.bin, options.database)
    world = World(options, house)
    calamity = CALAMITIES[options.calamity](options, world)
    tasks = []
    try:
        await world.webhooks.start()
        world.mailbox.start(house.smtp_port)
        house.make_services(world.delivered)
        calamity.prepare()
        await house.start()
        await world.open()
        tasks.append(asyncio.create_task(world.consumer.run(options.consumer)))
        workers = [asyncio.create_task(world.work()) for _ in range(options.clients)]
        tasks += workers
        await disturb(options, world, calamity)
        world.stopping = True
        await asyncio.wait_for(asyncio.gather(*workers), 240)
        print(f"settling at {time.monotonic() - world.journal.started:.1f} s: {len(world.lives)} lives, "
              f"{sum(len(life.documents) for life in world.lives)} documents", flush=True)
        await world.settle(options.settle)
        await asyncio.to_thread(world.consumer.take)
        tasks[0].cancel()
        print(f"checking at {time.monotonic() - world.journal.started:.1f} s", flush=True)
        lost, twice = await Checker(world).check(world.lives)
        return world.journal, lost, twice
    except BaseException:
        for service in house.services.values():
            print(f"{service.name}: {service.end_of_log()[-1500:]}", file=sys.stderr)
        raise
    finally:
        for task in tasks:
            task.cancel()
        house.close()
        calamity.close()
        world.mailbox.stop()


async def disturb(options, world, calamity):
    """One calamity after the other, each after at least PER_KILL answered changes."""
    journal, rng = world.journal, world.rng_for("calamities")
    for number in range(1, options.kills + 1):
        wanted, until = journal.acknowledged + PER_KILL, time.monotonic() + 300
        while journal.acknowledged < wanted:
            if time.monotonic() > until:
                raise RuntimeError(f"no {PER_KILL} answered changes in 300 s")
            await asyncio.sleep(0.02)
        await asyncio.sleep(rng.uniform(0, 0.5))
        what = await calamity.strike(rng)
        print(f"{number:3d} {what} at {time.monotonic() - journal.started:.1f} s, "
              f"acknowledged {journal.acknowledged}, unknown {journal.unknown}", flush=True)
    wanted = journal.acknowledged + PER_KILL // 5
    until = time.monotonic() + 60
    while journal.acknowledged < wanted and time.monotonic() < until:
        await asyncio.sleep(0.02)


def binaries(given):
    candidates = [pathlib.Path(given)] if given else [
        pathlib.Path(os.environ.get("DAYBOOK_BUILD", ROOT / ".build")) / kind for kind in ("release", "debug")]
    for one in candidates:
        if all((one / name).exists() for name in NAMES):
            return one.resolve()
    raise SystemExit(f"no services in {', '.join(map(str, candidates))}: build them, or name their folder with --bin")


def main():
    parser = argparse.ArgumentParser(prog="deploy/torture", description="Kills services under load, and checks.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--database", default="sqlite", metavar="sqlite|postgresql|URL",
                        help="postgresql starts a server of its own; a URL names yours, with %%s for the service")
    parser.add_argument("--calamity", choices=sorted(CALAMITIES), default="kill")
    parser.add_argument("--victim", choices=NAMES, default="", help="strike this service alone")
    parser.add_argument("--consumer", type=float, default=0.15, metavar="SECONDS",
                        help="how often files are taken out of the folders that they are delivered to")
    parser.add_argument("--clients", type=int, default=48)
    parser.add_argument("--seed", type=int, default=None, help="repeats a run's choices")
    parser.add_argument("--bin", help="folder of the services (default: .build/release, else .build/debug)")
    parser.add_argument("--fault", default="", help="of a build with DAYBOOK_FAULTS=1: see Tests/Torture/README.md")
    parser.add_argument("--drop", default="", metavar="PATTERN", help="power: drop the syncs of these paths")
    parser.add_argument("--drop-folders", default="", metavar="PATTERN", help="power: drop those of these folders")
    parser.add_argument("--settle", type=float, default=120, metavar="SECONDS",
                        help="how long links may take to reach document-status, and deliveries their end")
    parser.add_argument("--keep", action="store_true", help="keep the folder of the run")
    options = parser.parse_args()
    options.bin = binaries(options.bin)
    options.seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1_000_000)
    if options.fault:
        os.environ["DAYBOOK_FAULT"] = options.fault
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daybook-torture-"))
    folder.chmod(0o755)
    print(f"{options.calamity} on {options.database}, seed {options.seed}, {options.bin}, {folder}", flush=True)
    try:
        journal, lost, twice = asyncio.run(run(options, folder))
    except Unavailable as reason:
        print(f"left out: {reason}")
        sys.exit(77)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(tell(options, journal, lost, twice))


def tell(options, journal, lost, twice):
    """Prints the findings and the last line; answers the exit code."""
    for title, findings in (("lost", lost), ("twice", twice), ("refused unexpectedly", journal.surprises)):
        for finding in findings[:12]:
            print(f"{title}: {finding}")
            thing = finding.split(": ")[0]
            if journal.notes.get(thing):
                print(journal.history(thing))
        if len(findings) > 12:
            print(f"{title}: and {len(findings) - 12} more")
    seconds = time.monotonic() - journal.started
    print(f"{seconds:.0f} s, {journal.repeated} changes repeated after their answer, "
          f"{journal.refused_for_now} refused for the moment, {len(journal.surprises)} refused unexpectedly")
    print(f"kills {options.kills} acknowledged {journal.acknowledged} unknown {journal.unknown} "
          f"lost {len(lost)} twice {len(twice)}")
    # Where nothing is killed no connection needs to break.
    is_cut = journal.unknown > 0 or options.calamity in ("full", "read-only")
    holds = (not lost and not twice and not journal.surprises and is_cut
             and journal.acknowledged >= PER_KILL * options.kills)
    return 0 if holds else 1


if __name__ == "__main__":
    main()
