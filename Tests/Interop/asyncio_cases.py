"""The interoperability cases that grpc's asyncio program lacks, on grpc's asyncio library:
    asyncio_cases.py CASE PORT [CA-FILE SERVER-NAME]
They are as grpc's doc/interop-test-descriptions.md has them; with the two names it speaks TLS."""
import asyncio, sys, time

import grpc
from src.proto.grpc.testing import messages_pb2 as messages
from src.proto.grpc.testing import test_pb2_grpc

case, port, tls = sys.argv[1], sys.argv[2], sys.argv[3:]
YES, NO = messages.BoolValue(value=True), messages.BoolValue(value=False)
SECONDS = 60
LARGE = messages.SimpleRequest(response_size=314159, payload=messages.Payload(body=bytes(271828)))


def channel(compression=grpc.Compression.NoCompression):
    target = f"127.0.0.1:{port}"
    # A pool of its own: soak tests count on a channel being a connection.
    options = [("grpc.use_local_subchannel_pool", 1)]
    if not tls:
        return grpc.aio.insecure_channel(target, options, compression)
    with open(tls[0], "rb") as file:
        credentials = grpc.ssl_channel_credentials(file.read())
    return grpc.aio.secure_channel(
        target, credentials, options + [("grpc.ssl_target_name_override", tls[1])], compression)


async def expect_refusal(call):
    try:
        await call
    except grpc.aio.AioRpcError as error:
        assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
    else:
        raise AssertionError("the server does not look whether a request is compressed")


async def expect_large(stub, request=LARGE):
    reply = await stub.UnaryCall(request, timeout=SECONDS)
    assert reply.payload.body == bytes(314159)


def large(**more):
    request = messages.SimpleRequest(**more)
    request.MergeFrom(LARGE)
    return request


async def compressions():
    """A stub for each way to send, whether its messages are compressed, and the contrary."""
    for compression in (grpc.Compression.Gzip, grpc.Compression.Deflate, grpc.Compression.NoCompression):
        async with channel(compression) as opened:
            sent = NO if compression == grpc.Compression.NoCompression else YES
            yield test_pb2_grpc.TestServiceStub(opened), sent, YES if sent is NO else NO


async def client_compressed_unary():
    async for stub, sent, wrong in compressions():
        await expect_refusal(stub.UnaryCall(large(expect_compressed=wrong), timeout=SECONDS))
        await expect_large(stub, large(expect_compressed=sent))


async def client_compressed_streaming():
    async for stub, sent, wrong in compressions():
        async def requests(expected):
            for size in (27182, 45904):
                yield messages.StreamingInputCallRequest(
                    payload=messages.Payload(body=bytes(size)), expect_compressed=expected)
        await expect_refusal(stub.StreamingInputCall(requests(wrong), timeout=SECONDS))
        reply = await stub.StreamingInputCall(requests(sent), timeout=SECONDS)
        assert reply.aggregated_payload_size == 73086, reply


async def server_compressed_unary():
    async for stub, _, _ in compressions():
        for wanted in (YES, NO):
            await expect_large(stub, large(response_compressed=wanted))


async def server_compressed_streaming():
    parameters = [messages.ResponseParameters(size=31415, compressed=YES),
                  messages.ResponseParameters(size=92653, compressed=NO)]
    request = messages.StreamingOutputCallRequest(response_parameters=parameters)
    async for stub, _, _ in compressions():
        replies = stub.StreamingOutputCall(request, timeout=SECONDS)
        assert [reply.payload.body async for reply in replies] == [bytes(31415), bytes(92653)]


async def timed(call):
    """Ten times, each within a second."""
    for number in range(10):
        begin = time.monotonic()
        await call()
        took = time.monotonic() - begin
        assert took <= 1, f"call {number} took {took:.2f} s"


async def rpc_soak():
    async with channel() as opened:
        stub = test_pb2_grpc.TestServiceStub(opened)
        await timed(lambda: expect_large(stub))


async def channel_soak():
    async def once():
        async with channel() as opened:
            await expect_large(test_pb2_grpc.TestServiceStub(opened))
    await timed(once)


async def concurrent_large_unary():
    async with channel() as opened:
        stub = test_pb2_grpc.TestServiceStub(opened)
        await asyncio.gather(*(expect_large(stub) for _ in range(1000)))


CASES = [client_compressed_unary, client_compressed_streaming, server_compressed_unary,
         server_compressed_streaming, rpc_soak, channel_soak, concurrent_large_unary]
asyncio.run({function.__name__: function for function in CASES}[case]())
