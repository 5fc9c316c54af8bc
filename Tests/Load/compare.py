"""Echo servers side by side in one run. deploy/bench builds and calls it; `deploy/bench --help` says what can be chosen.

A server runs on the first core and h2load on the second; rounds are interleaved, so that what disturbs the machine disturbs
all. CPU per request is the scheduler's own account over all the server's threads, steadier than requests a second, and
the figure to compare: where h2load is the slower of the two, requests a second are its own.
"""
import argparse, json, os, re, shutil, socket, ssl, statistics, subprocess, sys, tempfile, time

import headers, servers

HERE = os.path.dirname(os.path.abspath(__file__))
SERVER_CORE, LOAD_CORE = '0', '1'
CHECK_SECONDS = 1


def arguments():
    parser = argparse.ArgumentParser(prog='deploy/bench', description=__doc__.split('\n\n')[0])
    parser.add_argument('--quick', action='store_true', help='two rounds of the two outer settings, few requests')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--settings', default='1:1,8:1,8:32,8:100', help='clients:streams, …')
    parser.add_argument('--headers', default='full,bare')
    parser.add_argument('--servers', help='only those whose names contain one of these words, and the limit')
    parser.add_argument('--folder', required=True, help=argparse.SUPPRESS)
    parser.add_argument('--echo-server', required=True, help=argparse.SUPPRESS)
    parser.add_argument('--json', help='a file for all figures')
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.rounds, chosen.settings = 2, '8:1,8:100'
    return chosen


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


def cpu_seconds(pid):
    total = 0
    for thread in os.listdir(f'/proc/{pid}/task'):
        try:
            with open(f'/proc/{pid}/task/{thread}/schedstat') as file:
                total += int(file.read().split()[0])
        except OSError:  # The thread has just ended.
            pass
    return total / 1e9


class Running:
    """A server process, from its first answer to its end."""

    def __init__(self, server, options=()):
        self.port = free_port()
        command = [word.replace('PORT', str(self.port)) for word in [*server.command, *options]]
        self.process = subprocess.Popen(
            ['taskset', '-c', SERVER_CORE, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, **server.environment})

    def __enter__(self):
        ends = time.monotonic() + 20
        while time.monotonic() < ends and self.process.poll() is None:
            try:
                socket.create_connection(('127.0.0.1', self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        raise RuntimeError('it did not start')

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def cpu(self):
        return cpu_seconds(self.process.pid)

    @property
    def resident_mib(self):
        with open(f'/proc/{self.process.pid}/status') as file:
            return int(re.search(r'VmRSS:\s+(\d+)', file.read())[1]) / 1024


def load(running, path, body, fields, requests, clients, streams, scheme='http'):
    """Requests a second and the server's CPU µs per request."""
    words = [word for field in fields for word in ('-H', field)]
    before = running.cpu
    output = subprocess.run(
        ['taskset', '-c', LOAD_CORE, 'h2load', '-n', str(requests), '-c', str(clients), '-m', str(streams), *words,
         '-d', body, f'{scheme}://127.0.0.1:{running.port}{path}'], capture_output=True, text=True).stdout
    used = running.cpu - before
    done = re.search(r'finished in .*?, ([\d.]+) req/s', output)
    succeeded = re.search(r'(\d+) succeeded', output)
    if not done or not succeeded or int(succeeded[1]) != requests:
        raise RuntimeError(f'{succeeded[1] if succeeded else 0} of {requests} requests succeeded')
    return float(done[1]), used / requests * 1e6


def check(running, folder):
    return subprocess.Popen(
        ['taskset', '-c', LOAD_CORE, servers.PYTHON, f'{HERE}/checker.py', str(running.port), str(CHECK_SECONDS)],
        env={**os.environ, 'PYTHONPATH': folder.generated}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def requests_for(server, clients, streams, quick):
    count = 30_000 if clients * streams <= 8 else 300_000
    return max(int(count * server.weight / (5 if quick else 1)), 1_000)


def one_round(server, folder, settings, chosen, results):
    with Running(server) as running:
        # The first calls of a connection, a thread or an allocator are no measure.
        load(running, server.path, folder.body, headers.FULL, max(int(5_000 * server.weight), 200), 8, 8)
        for name in chosen.headers.split(','):
            for clients, streams in settings:
                figures = load(running, server.path, folder.body, headers.SETS[name],
                               requests_for(server, clients, streams, chosen.quick), clients, streams)
                results.setdefault((server.name, name, clients, streams), []).append(figures)
        busy(running, server, folder, chosen, results)
        # Beside more load and not beside what is measured: its calls cost the server CPU too.
        if server.checked and folder.can_check:
            checker = check(running, folder)
            load(running, server.path, folder.body, headers.FULL, max(int(20_000 * server.weight), 200), 8, 32)
            output = checker.communicate(timeout=120)[0]
            if checker.returncode:
                raise RuntimeError('a wrong reply: ' + output.strip())


def busy(running, server, folder, chosen, results):
    """c8 m100 with a busy loop on the server's core, so that the server is what limits."""
    loop = subprocess.Popen(['taskset', '-c', SERVER_CORE, sys.executable, '-c', 'while True: pass'])
    try:
        figures = load(running, server.path, folder.body, headers.FULL,
                       requests_for(server, 8, 100, chosen.quick), 8, 100)
        results.setdefault((server.name, 'busy', 8, 100), []).append(figures)
    finally:
        loop.kill()
        loop.wait()


def table(names, results, limit):
    columns = sorted({key[1:] for key in results}, key=lambda key: (['full', 'busy', 'bare'].index(key[0]), key[1:]))
    median = {key: tuple(statistics.median(figure) for figure in zip(*rounds)) for key, rounds in results.items()}
    print('| server | ' + ' | '.join(
        f'c{clients} m{streams}, {"full, core shared" if kind == "busy" else kind}' for kind, clients, streams in columns)
        + ' |')
    print('|---|' + '---|' * len(columns))
    for name in names:
        cells = []
        for column in columns:
            figures = median.get((name, *column))
            if not figures:
                cells.append('-')
                continue
            of_limit = median.get((limit, *column))
            ratio = f', {figures[1] / of_limit[1]:.2f}×' if of_limit else ''
            cells.append(f'{figures[0]:,.0f}/s, {figures[1]:.2f} µs{ratio}')
        print(f'| {name} | ' + ' | '.join(cells) + ' |')
    return median


def amount(messages, size):
    """A framed bench.Amount."""
    def varint(number):
        out = b''
        while number > 127:
            out, number = out + bytes([number & 127 | 128]), number >> 7
        return out + bytes([number])
    message = b'\x08' + varint(messages) + b'\x10' + varint(size)
    return b'\0' + len(message).to_bytes(4, 'big') + message


def payload(size):
    """A framed bench.Payload whose message has `size` bytes."""
    body = size - 5  # its tag and a length of four bytes
    length = bytes([body & 127 | 128, body >> 7 & 127 | 128, body >> 14 & 127 | 128, body >> 21])
    return b'\0' + size.to_bytes(4, 'big') + b'\x0a' + length + b'\0' * body


def ours_alone(folder, chosen):
    """Rows that have no peer: each is our asynchronous server, and its CPU."""
    server = servers.Server('ours', [folder.echo_server, '--port', 'PORT'])
    big = (4 << 20) - 1024
    files = {'many': amount(1_000, 64), 'upload': payload(big), 'download': amount(1, big)}
    for name, content in files.items():
        with open(f'{folder.folder}/{name}', 'wb') as file:
            file.write(content)
    share = 5 if chosen.quick else 1
    rows = []
    with Running(server) as running:
        def cost(path, body, requests, clients, streams):
            load(running, path, body, headers.FULL, max(requests // 20, clients), clients, streams)
            return statistics.median(
                load(running, path, body, headers.FULL, requests // share, clients, streams)[1]
                for _ in range(chosen.rounds))
        plain = cost(servers.ECHO, folder.body, 100_000, 8, 100)
        hop = cost('/bench.Echo/Hop', folder.body, 100_000, 8, 100)
        rows.append(('echo that suspends once through another thread', f'{hop:.2f} µs a call', f'{hop / plain:.2f}× the echo'))
        many = cost('/bench.Echo/Many', f'{folder.folder}/many', 500, 8, 4) / 1_000
        rows.append(('stream of 64-byte messages', f'{many:.3f} µs a message', ''))
        for name in ('upload', 'download'):
            used = cost(f'/bench.Echo/{name.capitalize()}', f'{folder.folder}/{name}', 200, 1, 1)
            rows.append((f'{name} of 4 MiB - 1 KiB', f'{used:,.0f} µs a message', f'{used * 1e3 / big:.2f} ns a byte'))
    rows.append(idle_connections(server))
    with tempfile.TemporaryDirectory() as place:
        keys = certificate(place)
        rows.append(idle_connections(server, keys))
        rows.append(over_tls(server, keys, folder, plain, chosen))
    print('\n| ours, async, full headers | CPU | |\n|---|---|---|')
    for row in rows:
        print('| ' + ' | '.join(row) + ' |')


def idle_connections(server, keys=(), count=1_000):
    """Each has said its preface and SETTINGS and got the server's; nothing else was ever asked."""
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
            return (f'{count:,} idle connections{" over TLS" if keys else ""}',
                    f'{running.resident_mib:.0f} MiB resident', '')
        finally:
            for one in open_ones:
                one.close()


def certificate(place):
    """The server's options for a key of this run."""
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
                    '-days', '1', '-subj', '/CN=localhost', '-keyout', f'{place}/key', '-out', f'{place}/cert'],
                   check=True, capture_output=True)
    return ['--certificate', f'{place}/cert', '--key', f'{place}/key']


def over_tls(server, keys, folder, plain, chosen):
    with Running(server, keys) as running:
        used = [load(running, servers.ECHO, folder.body, headers.FULL, 100_000 // (5 if chosen.quick else 1), 8, 100,
                     'https')[1] for _ in range(chosen.rounds + 1)][1:]
    median = statistics.median(used)
    return ('the echo over TLS', f'{median:.2f} µs a call', f'{median / plain:.2f}× plain')


def main():
    chosen = arguments()
    for program in ('h2load', 'taskset', 'protoc'):
        if not shutil.which(program):
            sys.exit(f'{program} is not installed')
    if len(os.sched_getaffinity(0)) < 2:
        sys.exit('one core for the server and one for h2load are needed')
    folder = servers.Folder(chosen.folder, chosen.echo_server)
    all_servers = folder.all()
    if chosen.servers:
        words = chosen.servers.split(',') + ['limit']
        all_servers = [one for one in all_servers if any(word in one.name for word in words)]
    settings = [tuple(map(int, setting.split(':'))) for setting in chosen.settings.split(',')]
    results, failed = {}, []
    for number in range(chosen.rounds):
        for server in all_servers:
            print(f'round {number + 1} of {chosen.rounds}: {server.name}', file=sys.stderr)
            try:
                one_round(server, folder, settings, chosen, results)
            except RuntimeError as error:
                failed.append(f'{server.name}, round {number + 1}: {error}')
    median = table([server.name for server in all_servers], results, 'limit (C)')
    ours_alone(folder, chosen)
    for line in folder.missing:
        print(f'not here: {line}')
    if not folder.can_check:
        print('not checked: grpcio is missing, so that no reply was looked at')
    if chosen.json:
        with open(chosen.json, 'w') as file:
            json.dump({', '.join(map(str, key)): figures for key, figures in median.items()}, file, indent=2)
    if failed:
        sys.exit('failed:\n' + '\n'.join(failed))


main()
