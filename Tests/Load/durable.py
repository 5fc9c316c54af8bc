"""client-link as a service is run, on SQLite: what an authenticated read costs beside an echo, and what a durable create
costs beside the same rows written by nothing but SQLite."""
import json, os, re, sqlite3, statistics, subprocess, tempfile, time, urllib.request

import headers, servers
from running import LOAD_CORE, SERVER_CORE, Running, free_port, load
from rows import framed, varint

CALLERS = 64
GET = '/daybook.clientlink.v1alpha.ClientService/GetClient'
CREATE = json.dumps({'parent': 'partners/bench', 'request_id': '{unique}',
                     'client': {'display_name': 'Client {number}', 'enterprise_number': 'NL{number}'}})


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


class Service:
    """client-link with a data folder, a key and a firm's token of its own, in PLACE."""

    def __init__(self, binaries, place):
        self.binaries, self.place, self.token = binaries, place, f'{place}/token'
        run(f'{binaries}/daybook', 'keys', 'make', '--folder', f'{place}/keys')
        with open(self.token, 'w') as file:
            file.write(run(f'{binaries}/daybook', 'token', '--keys', f'{place}/keys', '--space', 'bench', '--kind',
                           'partner', '--role', 'administrator', '--subject', 'bench', '--lifetime', '86400'))
        self.admin = free_port()
        self.server = servers.Server('client-link', [
            f'{binaries}/client-link', '--listen-port', 'PORT', '--listen-event-loops', '1', '--admin-port',
            str(self.admin), '--store-folder', f'{place}/store', '--identity-keys', f'{place}/keys/keys.json', '--identity-issuer',
            'https://daybook.localhost', '--log-level', 'error'])

    def create(self, running, *limit):
        """Creates clients by CALLERS callers; answers how many a second."""
        printed = subprocess.run(
            ['taskset', '-c', LOAD_CORE, f'{self.binaries}/daybook-load', 'CreateClient', '--target',
             f'127.0.0.1:{running.port}', '--plaintext', '--token-file', self.token, '--data', CREATE, '--concurrency',
             str(CALLERS), '--connections', '8', '--json', '--quiet', *limit], capture_output=True, text=True)
        if printed.returncode:
            raise RuntimeError('daybook-load: ' + (printed.stderr or printed.stdout).strip()[:300])
        return json.loads(printed.stdout)['calls_per_second']

    @property
    def batch(self):
        """How many changes shared a commit so far."""
        with urllib.request.urlopen(f'http://127.0.0.1:{self.admin}/metrics', timeout=10) as answer:
            text = answer.read().decode()
        calls, commits = (float(re.search(rf'^daybook_store_{what} (\S+)', text, re.M)[1])
                          for what in ('calls', 'commits'))
        return max(1, round(calls / max(1, commits)))

    def read(self, running, folder, requests):
        """GetClient, c8 m100: calls a second, and CPU µs of each."""
        with sqlite3.connect(f'file:{self.place}/store/database.sqlite?mode=ro', uri=True) as database:
            name = 'partners/bench/clients/' + database.execute('SELECT client FROM client LIMIT 1').fetchone()[0]
        body = f'{folder}/get'
        with open(body, 'wb') as file:
            file.write(framed(b'\x0a' + varint(len(name)) + name.encode()))
        with open(self.token) as token:
            fields = [field for field in headers.FULL if not field.startswith('authorization')]
            fields.append('authorization: Bearer ' + token.read().strip())
        load(running, GET, body, fields, 2_000, 8, 100)
        return load(running, GET, body, fields, requests, 8, 100)


def bare(source, place, batch):
    """Writes the rows that the creates left once more, one create after the other by an INSERT for each row, BATCH
    creates a transaction, each synced; answers creates a second. Without the service's look-ups and savepoints: harder
    to come near than all its statements would be. The log is written back as SQLite does by itself."""
    os.sched_setaffinity(0, {int(SERVER_CORE)})
    old = sqlite3.connect(f'file:{source}?mode=ro', uri=True)
    tables = old.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall()
    count = old.execute('SELECT count(*) FROM client').fetchone()[0]
    rows = {}
    for name, _ in tables:
        columns = [column[1] for column in old.execute(f'PRAGMA table_info({name})')]
        when = [column for column in ('create_time', 'created_at', 'time', 'expires_at') if column in columns]
        found = old.execute(f'SELECT * FROM {name}' + (f' ORDER BY {when[0]}' if when else '')).fetchall()
        if len(found) >= count:
            rows[name] = (f'INSERT INTO {name} VALUES ({", ".join("?" * len(columns))})', found, len(found) // count)
    new = sqlite3.connect(f'{place}/bare.sqlite', isolation_level=None)
    new.execute('PRAGMA journal_mode = WAL')
    new.execute('PRAGMA synchronous = FULL')
    for (sql,) in old.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
                              "ORDER BY type = 'index'"):
        new.execute(sql)
    begin = time.monotonic()
    for first in range(0, count, batch):
        new.execute('BEGIN IMMEDIATE')
        for number in range(first, min(first + batch, count)):
            for statement, found, each in rows.values():
                for row in range(number * each, (number + 1) * each):
                    new.execute(statement, found[row])
        new.execute('COMMIT')
    took = time.monotonic() - begin
    new.close()
    old.close()
    os.sched_setaffinity(0, {int(SERVER_CORE), int(LOAD_CORE)})
    return count / took, ', '.join(sorted(rows))


def one_round(binaries, folder, quick):
    """What a round found: GetClient a second, creates a second, and creates a second by SQLite alone."""
    # On the same disk as everything else: what /tmp is differs.
    with tempfile.TemporaryDirectory(dir=folder) as place:
        service = Service(binaries, place)
        with Running(service.server) as running:
            service.create(running, '--calls', '500')
            reads, cost = service.read(running, folder, 20_000 if quick else 100_000)
        # With a new store, so that all that is in it was created in the time that counts.
        service = Service(binaries, tempfile.mkdtemp(dir=place))
        with Running(service.server) as running:
            creates = service.create(running, '--duration', '3' if quick else '10')
            batch = service.batch
        alone, tables = bare(f'{service.place}/store/database.sqlite', place, batch)
        return {'reads': reads, 'cost': cost, 'creates': creates, 'batch': batch, 'alone': alone, 'tables': tables}


def rows(rounds, echo_rate, echo_cost):
    median = {key: statistics.median(one[key] for one in rounds) for key in ('reads', 'cost', 'creates', 'batch', 'alone')}
    yield ('GetClient, authenticated, from SQLite, against the echo', f'{median["reads"]:,.0f} a second',
           f'{echo_rate:,.0f}', f'{median["reads"] / echo_rate:.2f}; by CPU {echo_cost / median["cost"]:.2f}', 'at least 0.3')
    yield (f'durable create by {CALLERS} callers, {median["batch"]:.0f} a commit, against its rows '
           f'({rounds[0]["tables"]}) by SQLite alone',
           f'{median["creates"]:,.0f} a second', f'{median["alone"]:,.0f}', f'{median["creates"] / median["alone"]:.2f}',
           'at least 0.6')
