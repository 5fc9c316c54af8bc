"""grpc's Python library with compression, against the server at a port: its interoperability client has
no compressed cases. Arguments: PORT, then the CA's file and the server's name where it speaks TLS."""

import sys

import grpc
from src.proto.grpc.testing import messages_pb2 as messages
from src.proto.grpc.testing import test_pb2_grpc

port, tls = sys.argv[1], sys.argv[2:]


def channel(compression):
    target = f"127.0.0.1:{port}"
    if not tls:
        return grpc.insecure_channel(target, compression=compression)
    with open(tls[0], "rb") as file:
        credentials = grpc.ssl_channel_credentials(file.read())
    options = [("grpc.ssl_target_name_override", tls[1])]
    return grpc.secure_channel(target, credentials, options, compression)


def zeros(count):
    return messages.Payload(body=bytes(count))


yes, no = messages.BoolValue(value=True), messages.BoolValue(value=False)
for compression in (grpc.Compression.Gzip, grpc.Compression.Deflate, grpc.Compression.NoCompression):
    stub = test_pb2_grpc.TestServiceStub(channel(compression))
    sent = no if compression == grpc.Compression.NoCompression else yes
    for reply in (yes, no):
        answer = stub.UnaryCall(
            messages.SimpleRequest(
                response_size=314159, payload=zeros(271828), expect_compressed=sent, response_compressed=reply),
            timeout=20)
        assert answer.payload.body == bytes(314159)
    requests = [messages.StreamingInputCallRequest(payload=zeros(size), expect_compressed=sent)
                for size in (27182, 45904)]
    assert stub.StreamingInputCall(iter(requests), timeout=20).aggregated_payload_size == 73086
    parameters = [messages.ResponseParameters(size=31415, compressed=yes),
                  messages.ResponseParameters(size=92653, compressed=no)]
    answers = stub.StreamingOutputCall(
        messages.StreamingOutputCallRequest(response_parameters=parameters), timeout=20)
    assert [len(answer.payload.body) for answer in answers] == [31415, 92653]
    wrong = no if sent is yes else yes
    try:
        stub.UnaryCall(messages.SimpleRequest(payload=zeros(2000), expect_compressed=wrong), timeout=20)
        raise AssertionError("the server does not look whether a request is compressed")
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
