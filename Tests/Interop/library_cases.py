"""The interoperability cases that grpc's Python program lacks, on grpc's Python library:
    library_cases.py CASE PORT [CA-FILE SERVER-NAME]
They are as grpc's doc/interop-test-descriptions.md has them; with the two names it speaks TLS."""
import sys, time

import grpc
from src.proto.grpc.testing import messages_pb2 as messages
from src.proto.grpc.testing import test_pb2_grpc

case, port, tls = sys.argv[1], sys.argv[2], sys.argv[3:]
YES, NO = messages.BoolValue(value=True), messages.BoolValue(value=False)
SECONDS = 60


def channel(compression=grpc.Compression.NoCompression):
    target = f"127.0.0.1:{port}"
    # A pool of its own: soak tests count on a channel being a connection.
    options = [("grpc.use_local_subchannel_pool", 1)]
    if not tls:
        return grpc.insecure_channel(target, options, compression)
    with open(tls[0], "rb") as file:
        credentials = grpc.ssl_channel_credentials(file.read())
    return grpc.secure_channel(
        target, credentials, options + [("grpc.ssl_target_name_override", tls[1])], compression)


def zeros(count):
    return messages.Payload(body=bytes(count))


def expect_refusal(call):
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
    else:
        raise AssertionError("the server does not look whether a request is compressed")


def large_unary(stub):
    request = messages.SimpleRequest(response_size=314159, payload=zeros(271828))
    assert stub.UnaryCall(request, timeout=SECONDS).payload.body == bytes(314159)


def compressions():
    """A stub for each way to send, and whether its messages are compressed."""
    for compression in (grpc.Compression.Gzip, grpc.Compression.Deflate, grpc.Compression.NoCompression):
        with channel(compression) as opened:
            sent = NO if compression == grpc.Compression.NoCompression else YES
            yield test_pb2_grpc.TestServiceStub(opened), sent, YES if sent is NO else NO


def client_compressed_unary():
    for stub, sent, wrong in compressions():
        request = messages.SimpleRequest(payload=zeros(271828), response_size=314159, expect_compressed=wrong)
        expect_refusal(lambda: stub.UnaryCall(request, timeout=SECONDS))
        request.expect_compressed.CopyFrom(sent)
        assert stub.UnaryCall(request, timeout=SECONDS).payload.body == bytes(314159)


def client_compressed_streaming():
    for stub, sent, wrong in compressions():
        def requests(expected):
            for size in (27182, 45904):
                yield messages.StreamingInputCallRequest(payload=zeros(size), expect_compressed=expected)
        expect_refusal(lambda: stub.StreamingInputCall(requests(wrong), timeout=SECONDS))
        reply = stub.StreamingInputCall(requests(sent), timeout=SECONDS)
        assert reply.aggregated_payload_size == 73086, reply


def server_compressed_unary():
    for stub, _, _ in compressions():
        for wanted in (YES, NO):
            request = messages.SimpleRequest(
                payload=zeros(271828), response_size=314159, response_compressed=wanted)
            assert stub.UnaryCall(request, timeout=SECONDS).payload.body == bytes(314159)


def server_compressed_streaming():
    parameters = [messages.ResponseParameters(size=31415, compressed=YES),
                  messages.ResponseParameters(size=92653, compressed=NO)]
    request = messages.StreamingOutputCallRequest(response_parameters=parameters)
    for stub, _, _ in compressions():
        replies = stub.StreamingOutputCall(request, timeout=SECONDS)
        assert [reply.payload.body for reply in replies] == [bytes(31415), bytes(92653)]


def timed(call):
    """Ten times, each within a second."""
    for number in range(10):
        begin = time.monotonic()
        call()
        took = time.monotonic() - begin
        assert took <= 1, f"call {number} took {took:.2f} s"


def rpc_soak():
    with channel() as opened:
        stub = test_pb2_grpc.TestServiceStub(opened)
        timed(lambda: large_unary(stub))


def channel_soak():
    def once():
        with channel() as opened:
            large_unary(test_pb2_grpc.TestServiceStub(opened))
    timed(once)


def concurrent_large_unary():
    request = messages.SimpleRequest(response_size=314159, payload=zeros(271828))
    with channel() as opened:
        stub = test_pb2_grpc.TestServiceStub(opened)
        calls = [stub.UnaryCall.future(request, timeout=SECONDS) for _ in range(1000)]
        for call in calls:
            assert call.result().payload.body == bytes(314159)


CASES = [client_compressed_unary, client_compressed_streaming, server_compressed_unary,
         server_compressed_streaming, rpc_soak, channel_soak, concurrent_large_unary]
{function.__name__: function for function in CASES}[case]()
