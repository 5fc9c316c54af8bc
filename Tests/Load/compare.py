"""Echo servers side by side in one run. deploy/bench builds and calls it; `deploy/bench --help` says what can be chosen.

A server runs on the first core and h2load on the second; rounds are interleaved, so that what disturbs the machine disturbs
all. CPU per request is the scheduler's own account over all the server's threads, steadier than requests a second, and
the figure to compare: where h2load is the slower of the two, requests a second are its own.
"""
import argparse, json, os, shutil, statistics, subprocess, sys

import durable, headers, servers
from rows import Rows, print_table
from running import LOAD_CORE, SERVER_CORE, Running, load

HERE = os.path.dirname(os.path.abspath(__file__))
CHECK_SECONDS = 1


def arguments():
    parser = argparse.ArgumentParser(prog='deploy/bench', description=__doc__.split('\n\n')[0])
    parser.add_argument('--quick', action='store_true', help='two rounds of the two outer settings, few requests')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--settings', default='1:1,8:1,8:32,8:100', help='clients:streams, …')
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


def main():
    chosen = arguments()
    for program in ('h2load', 'taskset', 'protoc'):
        if not shutil.which(program):
            sys.exit(f'{program} is not installed')
    if len(os.sched_getaffinity(0)) < 2:
        sys.exit('one core for the server and one for h2load are needed')
    folder = servers.Folder(chosen.folder, chosen.binaries)
    parts, failed, median = chosen.parts.split(','), [], {}
    if 'servers' in parts:
        median = compare(folder, chosen, failed)
    if 'rows' in parts or 'service' in parts:
        print_table(list(further(folder, chosen, parts, failed)))
    for line in folder.missing:
        print(f'not here: {line}')
    if 'servers' in parts and not folder.can_check:
        print('not checked: grpcio is missing, so that no reply was looked at')
    if chosen.json:
        with open(chosen.json, 'w') as file:
            json.dump({', '.join(map(str, key)): figures for key, figures in median.items()}, file, indent=2)
    if failed:
        sys.exit('failed:\n' + '\n'.join(failed))


def compare(folder, chosen, failed):
    """The table of servers."""
    all_servers = folder.all(chosen.servers.split(',') + ['limit'] if chosen.servers else [''])
    settings = [tuple(map(int, setting.split(':'))) for setting in chosen.settings.split(',')]
    results = {}
    for number in range(chosen.rounds):
        for server in all_servers:
            say(f'round {number + 1} of {chosen.rounds}: {server.name}')
            try:
                one_round(server, folder, settings, chosen, results)
            except RuntimeError as error:
                failed.append(f'{server.name}, round {number + 1}: {error}')
    return table([server.name for server in all_servers], results, 'limit (C)')


def further(folder, chosen, parts, failed):
    """The rows of the second table."""
    rows, service = Rows(folder, chosen), []
    for number in range(chosen.rounds):
        say(f'round {number + 1} of {chosen.rounds}: what has a goal')
        try:
            rows.one_round('rows' in parts)
            if 'service' in parts:
                service.append(durable.one_round(folder.binaries, folder.folder, chosen.quick))
        except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
            failed.append(f'rows, round {number + 1}: {error}')
    if 'rows' in parts:
        yield from rows.rows()
    if service:
        yield from durable.rows(service, *rows.echo)


def say(words):
    print(words, file=sys.stderr)

main()
