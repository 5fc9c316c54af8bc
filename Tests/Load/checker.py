"""Calls bench.Echo/Unary with random values while h2load runs, which sees neither replies nor statuses:
checker.py PORT SECONDS. Exits with 1 at the first wrong reply."""
import random, string, sys, time

import grpc

from bench import echo_pb2, echo_pb2_grpc


def text(most):
    return ''.join(random.choices(string.printable + 'äß€😀', k=random.randint(0, most)))


def request():
    return echo_pb2.EchoRequest(
        id=text(40), name=text(200), value=random.randint(-2**63, 2**63 - 2), kind=random.randint(0, 2),
        tags=[text(30) for _ in range(random.randint(0, 5))])


with grpc.insecure_channel('127.0.0.1:' + sys.argv[1]) as channel:
    echo, ends, calls = echo_pb2_grpc.EchoStub(channel), time.monotonic() + float(sys.argv[2]), 0
    while time.monotonic() < ends or calls < 5:
        sent = request()
        got = echo.Unary(sent, timeout=30)
        sent.value += 1
        if got.SerializeToString(deterministic=True) != sent.SerializeToString(deterministic=True):
            sys.exit(f'sent {sent}\ngot {got}')
        calls += 1
        # A few calls in a hundred thousand: enough to see a fault, too few to change a figure.
        time.sleep(0.02)
