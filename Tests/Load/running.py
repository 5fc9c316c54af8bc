"""A server on the first core, and load on it from the second."""
import os, re, socket, subprocess, time

SERVER_CORE, LOAD_CORE = '0', '1'


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
    def resident_megabytes(self):
        with open(f'/proc/{self.process.pid}/status') as file:
            return int(re.search(r'VmRSS:\s+(\d+)', file.read())[1]) * 1024 / 1e6


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
