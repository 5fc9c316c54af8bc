"""Echo servers side by side in one run. deploy/bench builds and calls it; `deploy/bench --help` says what can be chosen.

A server runs on the first core and h2load on the second; each setting goes from server to server, so that what disturbs
the machine disturbs all, and a ratio is the median of the rounds' ratios. CPU per request is the scheduler's own account
over all the server's threads, steadier than requests a second, and the figure to compare: where h2load is the slower of
the two, requests a second are its own.
"""
import argparse, contextlib, json, os, shutil, subprocess, sys

import durable, headers, servers
from figures import Figures
from rows import Rows, print_table
from running import LOAD_CORE, SERVER_CORE, Running, load

HERE = os.path.dirname(os.path.abspath(__file__))
CHECK_SECONDS = 1


def arguments():
    parser = argparse.ArgumentParser(prog='deploy/bench', description=__doc__.split('\n\n')[0])
    parser.add_argument('--quick', action='store_true', help='two rounds of the two outer settings, few requests')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--settings', default='1:1,1:32,1:100,8:1,8:32,8:100', help='clients:streams, …')
    parser.add_argument('--headers', default='full,bare')
    parser.add_argument('--servers', help='only those whose names contain one of these words, and the limit')
    parser.add_argument('--parts', default='servers,rows,service',
                        help='servers: the table of echo servers; rows: what else ours is compared in; service: client-link')
    parser.add_argument('--folder', required=True, help=argparse.SUPPRESS)
    parser.add_argument('--binaries', required=True, help=argparse.SUPPRESS)
    parser.add_argument('--json', help='a file for all figures')
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.rounds, chosen.settings = min(chosen.rounds, 2), '8:1,8:100'
    return chosen


def requests_for(server, clients, streams, quick):
    count = 30_000 if clients * streams <= 8 else 300_000
    return max(int(count * server.weight / (5 if quick else 1)), 1_000)


class Round:
    """Every setting on all servers, one right after the other. One that fails is out of the round."""

    def __init__(self, all_servers, folder, chosen, figures, failed):
        self.servers, self.folder, self.chosen, self.figures, self.failed = all_servers, folder, chosen, figures, failed

    def run(self, settings):
        with contextlib.ExitStack() as stack:
            self.running = dict.fromkeys(self.servers)
            self.each('begins', lambda server, _: self.start(server, stack))
            for name in self.chosen.headers.split(','):
                for clients, streams in settings:
                    self.each(f'{name}, c{clients} m{streams}', lambda server, running: self.measure(
                        server, running, name, headers.SETS[name], clients, streams))
            self.busy()
            self.each('is looked at', self.check)

    def each(self, what, do):
        say(f'round {self.figures.number + 1} of {self.chosen.rounds}: {what}')
        for server, running in list(self.running.items()):
            try:
                do(server, running)
            except RuntimeError as error:
                self.failed.append(f'{server.name}, round {self.figures.number + 1}, {what}: {error}')
                del self.running[server]

    def start(self, server, stack):
        self.running[server] = running = stack.enter_context(Running(server))
        # The first calls of a connection, a thread or an allocator are no measure.
        load(running, server.path, self.folder.body, headers.FULL, max(int(5_000 * server.weight), 200), 8, 8)

    def measure(self, server, running, kind, fields, clients, streams):
        requests = requests_for(server, clients, streams, self.chosen.quick)
        rate, used = load(running, server.path, self.folder.body, fields, requests, clients, streams)
        self.figures.note((server.name, kind, clients, streams, 'rate'), rate)
        self.figures.note((server.name, kind, clients, streams, 'used'), used)

    def busy(self):
        """c8 m100 with a busy loop on the servers' core, so that the server is what limits."""
        loop = subprocess.Popen(['taskset', '-c', SERVER_CORE, sys.executable, '-c', 'while True: pass'])
        try:
            self.each('core shared', lambda server, running: self.measure(server, running, 'busy', headers.FULL, 8, 100))
        finally:
            loop.kill()
            loop.wait()

    def check(self, server, running):
        """Beside more load and not beside what is measured: its calls cost the server CPU too."""
        if not server.checked or not self.folder.can_check:
            return
        checker = subprocess.Popen(
            ['taskset', '-c', LOAD_CORE, servers.PYTHON, f'{HERE}/checker.py', str(running.port), str(CHECK_SECONDS)],
            env={**os.environ, 'PYTHONPATH': self.folder.generated}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True)
        load(running, server.path, self.folder.body, headers.FULL, max(int(20_000 * server.weight), 200), 8, 32)
        output = checker.communicate(timeout=120)[0]
        if checker.returncode:
            raise RuntimeError('a wrong reply: ' + output.strip())


def print_servers(names, figures, limit):
    columns = sorted({key[1:4] for key in figures.rounds},
                     key=lambda key: (['full', 'busy', 'bare'].index(key[0]), key[1:]))
    print('| server | ' + ' | '.join(
        f'c{clients} m{streams}, {"full, core shared" if kind == "busy" else kind}' for kind, clients, streams in columns)
        + ' |')
    print('|---|' + '---|' * len(columns))
    for name in names:
        print(f'| {name} | ' + ' | '.join(cell(name, column, figures, limit) for column in columns) + ' |')


def cell(name, column, figures, limit):
    rate, used = (figures.median((name, *column, what)) for what in ('rate', 'used'))
    if not used:
        return '-'
    ratio = figures.ratio((name, *column, 'used'), (limit, *column, 'used'))
    return f'{rate:,.0f}/s, {used:.2f} µs' + (f', {ratio:.2f}×' if ratio else '')


def main():
    chosen = arguments()
    for program in ('h2load', 'taskset', 'protoc'):
        if not shutil.which(program):
            sys.exit(f'{program} is not installed')
    if len(os.sched_getaffinity(0)) < 2:
        sys.exit('one core for the server and one for h2load are needed')
    folder = servers.Folder(chosen.folder, chosen.binaries)
    parts, failed, figures = chosen.parts.split(','), [], Figures()
    if 'servers' in parts:
        compare(folder, chosen, figures, failed)
    if 'rows' in parts or 'service' in parts:
        print_table(list(further(folder, chosen, parts, failed)))
    for line in folder.missing:
        print(f'not here: {line}')
    if 'servers' in parts and not folder.can_check:
        print('not checked: grpcio is missing, so that no reply was looked at')
    if chosen.json:
        with open(chosen.json, 'w') as file:
            json.dump(figures.medians(), file, indent=2)
    if failed:
        sys.exit('failed:\n' + '\n'.join(failed))


def compare(folder, chosen, figures, failed):
    """The table of servers."""
    all_servers = folder.all(chosen.servers.split(',') + ['limit'] if chosen.servers else [''])
    settings = [tuple(map(int, setting.split(':'))) for setting in chosen.settings.split(',')]
    for figures.number in range(chosen.rounds):
        Round(all_servers, folder, chosen, figures, failed).run(settings)
    print_servers([server.name for server in all_servers], figures, 'limit (C)')


def further(folder, chosen, parts, failed):
    """The rows of the second table."""
    rows, service = Rows(folder, chosen), []
    for rows.figures.number in range(chosen.rounds):
        say(f'round {rows.figures.number + 1} of {chosen.rounds}: what has a goal')
        try:
            rows.one_round('rows' in parts)
            if 'service' in parts:
                service.append(durable.one_round(folder.binaries, folder.folder, chosen.quick))
        except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
            failed.append(f'rows, round {rows.figures.number + 1}: {error}')
    if 'rows' in parts:
        yield from rows.rows()
    if service:
        yield from durable.rows(service, *rows.echo)


def say(words):
    print(words, file=sys.stderr)

main()
