"""What the table of servers does not show: our server beside the C limit in other things than a unary echo, each against
the goal that the project has for it."""
import contextlib, os, re, socket, ssl, subprocess, sys, tempfile

import headers, servers
from figures import Figures
from running import LOAD_CORE, Running, load

BIG = (4 << 20) - 1024
MESSAGES = 1_000


def varint(number):
    out = b''
    while number > 127:
        out, number = out + bytes([number & 127 | 128]), number >> 7
    return out + bytes([number])


def framed(message):
    return b'\0' + len(message).to_bytes(4, 'big') + message


def write_bodies(folder):
    """bench.Amount, and a bench.Payload of BIG bytes."""
    inner = BIG - 5  # its tag and a length of four bytes
    bodies = {'many': b'\x08' + varint(MESSAGES) + b'\x10' + varint(64), 'download': b'\x08\x01\x10' + varint(BIG),
              'upload': b'\x0a' + varint(inner) + b'\0' * inner}
    for name, body in bodies.items():
        with open(f'{folder}/{name}', 'wb') as file:
            file.write(framed(body))


class Rows:
    def __init__(self, folder, chosen):
        self.folder, self.chosen = folder, chosen
        self.ours = folder.ours('ours')
        self.limit = folder.build('limit', folder.limit)
        self.figures = Figures()
        write_bodies(folder.folder)

    def share(self, requests):
        return max(requests // (5 if self.chosen.quick else 1), 20)

    def one_round(self, everything):
        """Only the echo's rate unless everything is wanted."""
        with contextlib.ExitStack() as stack:
            beside = {'limit': self.limit, 'ours': self.ours} if everything else {'ours': self.ours}
            both = {name: stack.enter_context(Running(server)) for name, server in beside.items() if server}
            self.echoes(both)
            if everything:
                self.others(both)
        if everything:
            self.over_tls()
            self.figures.note('idle', idle_connections(self.ours))

    @property
    def echo(self):
        """Unary echoes a second, c8 m100, and CPU µs of each."""
        return tuple(self.figures.median(('ours', what)) for what in ('rate', 'echo'))

    def cost(self, running, path, body, requests, clients, streams):
        requests = self.share(requests)
        load(running, path, body, headers.FULL, max(requests // 20, clients), clients, streams)
        return load(running, path, body, headers.FULL, requests, clients, streams)

    def echoes(self, both):
        for name, running in both.items():
            rate, used = self.cost(running, servers.ECHO, self.folder.body, 200_000, 8, 100)
            self.figures.note((name, 'rate'), rate)
            self.figures.note((name, 'echo'), used)

    def others(self, both):
        """What is compared with the limit goes from the one to the other."""
        ours, body = both['ours'], f'{self.folder.folder}/'
        self.figures.note('hop', self.cost(ours, '/bench.Echo/Hop', self.folder.body, 100_000, 8, 100)[1])
        self.figures.note('both', self.client(ours))
        for name, running in both.items():
            many = self.cost(running, '/bench.Echo/Many', body + 'many', 500, 8, 4)[1]
            self.figures.note((name, 'many'), many / MESSAGES)
        for path in ('upload', 'download'):
            for name, running in both.items():
                used = self.cost(running, f'/bench.Echo/{path.capitalize()}', body + path, 200, 1, 1)[1]
                self.figures.note((name, path), used)
        for name, running in both.items():
            rate = self.figures.rounds[name, 'rate'][self.figures.number] / 2
            self.figures.note((name, 'p99'), tail(running, self.folder, rate, self.share(5 * int(rate))))

    def client(self, running):
        """CPU µs a call of our client and our server."""
        calls = self.share(100_000)
        before = running.cpu
        printed = subprocess.run(
            ['taskset', '-c', LOAD_CORE, self.folder.echo_client, '--port', str(running.port), '--calls', str(calls)],
            capture_output=True, text=True, timeout=300)
        if printed.returncode:
            raise RuntimeError('echo-client: ' + printed.stderr.strip())
        # Its first twentieth warms up and is part of the server's account alone.
        return float(printed.stdout.split()[1]) + (running.cpu - before) / (calls * 1.05) * 1e6

    def over_tls(self):
        with tempfile.TemporaryDirectory() as place:
            keys = certificate(place)
            with Running(self.ours, keys) as running:
                for requests in (5_000, self.share(100_000)):
                    used = load(running, servers.ECHO, self.folder.body, headers.FULL, requests, 8, 100, 'https')[1]
            self.figures.note('tls', used)
            self.figures.note('idle over TLS', idle_connections(self.ours, keys))

    def rows(self):
        """(what, ours, beside what, ratio, the most it may be)"""
        yield self.row('echo that suspends once through another thread', 'hop', ('limit', 'echo'), 2, 'µs a call')
        yield self.row('our client and our server, against the server', 'both', ('ours', 'echo'), 2.5, 'µs a call')
        for what, key, most, unit, digits in (
                ('stream of 64-byte messages', 'many', 1.6, 'µs a message', 3),
                ('4 MiB - 1 KiB up', 'upload', 1.6, 'µs a message', 0),
                ('4 MiB - 1 KiB down', 'download', 1.6, 'µs a message', 0),
                ('p99 latency at half of its highest rate', 'p99', 1.5, 'µs', 0)):
            yield self.row(what, ('ours', key), ('limit', key), most, unit, digits)
        yield self.row('the echo over TLS, against plain', 'tls', ('ours', 'echo'), 1.6, 'µs a call')
        for what, goal in (('idle', 'at most 40 MB'), ('idle over TLS', '')):
            if resident := self.figures.median(what):
                yield f'1,000 connections, {what}', f'{resident:.0f} MB resident', '', '', goal

    def row(self, what, key, other, most, unit, digits=2):
        ours, beside, ratio = self.figures.median(key), self.figures.median(other), self.figures.ratio(key, other)
        if not ratio:
            return what, f'{ours:.{digits}f} {unit}' if ours else '-', '-', '-', f'at most {most}×'
        return what, f'{ours:.{digits}f} {unit}', f'{beside:.{digits}f}', f'{ratio:.2f}×', f'at most {most}×'


def tail(running, folder, rate, requests):
    """p99 in µs of unary calls at a fixed rate, from h2load's log of each request. It sends what is due every 10 ms, up
    to 100 calls on each connection at once: the tail is about what 800 calls take one after the other."""
    log = f'{folder.folder}/requests.log'
    if os.path.exists(log):
        os.remove(log)
    words = [word for field in headers.FULL for word in ('-H', field)]
    output = subprocess.run(
        ['taskset', '-c', LOAD_CORE, 'h2load', '-n', str(requests), '-c', '8', '-m', '100', f'--rps={max(rate / 8, 1):.0f}',
         f'--log-file={log}', *words, '-d', folder.body, f'http://127.0.0.1:{running.port}{servers.ECHO}'],
        capture_output=True, text=True).stdout
    with open(log) as file:
        times = sorted(int(line.split('\t')[2]) for line in file)
    reached = re.search(r'finished in .*?, ([\d.]+) req/s', output)
    if len(times) != requests or not reached:
        raise RuntimeError(f'{len(times)} of {requests} requests were answered')
    if float(reached[1]) < rate * 0.9:
        print(f'h2load reached {float(reached[1]):,.0f} of {rate:,.0f} requests a second: p99 is not at half of the rate',
              file=sys.stderr)
    return times[len(times) * 99 // 100]


def certificate(place):
    """The flags of a server with a new one."""
    subprocess.run(
        ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
         '-subj', '/CN=localhost', '-keyout', f'{place}/key', '-out', f'{place}/cert'], check=True, capture_output=True)
    return ['--certificate', f'{place}/cert', '--key', f'{place}/key']


def idle_connections(server, keys=(), count=1_000):
    """MB that the server keeps resident. Each connection has said its preface and SETTINGS and got the server's;
    nothing else was ever asked."""
    settings = b'\0\0\0\x04\0\0\0\0\0'
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
    client.set_alpn_protocols(['h2'])
    with Running(server, keys) as running:
        open_ones = []
        try:
            for _ in range(count):
                one = socket.create_connection(('127.0.0.1', running.port), 5)
                open_ones.append(client.wrap_socket(one) if keys else one)
                open_ones[-1].sendall(b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' + settings)
            for one in open_ones:
                one.recv(9)
            return running.resident_megabytes
        finally:
            for one in open_ones:
                one.close()


def print_table(rows):
    print('\n| ours, async, full headers | CPU or time | beside | ratio | goal |\n|---|---|---|---|---|')
    for row in rows:
        print('| ' + ' | '.join(row) + ' |')
