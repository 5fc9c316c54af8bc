"""grpc's Python interoperability server with replies compressed as they are asked for, which the
program leaves out and its library can do: library_server.py --port=N --use_tls=true|false"""
import grpc
from tests.interop import server, service


class TestService(service.TestService):
    def UnaryCall(self, request, context):
        if request.response_compressed.value:
            context.set_compression(grpc.Compression.Gzip)
        return super().UnaryCall(request, context)

    def StreamingOutputCall(self, request, context):
        wanted = [parameters.compressed.value for parameters in request.response_parameters]
        if any(wanted):
            context.set_compression(grpc.Compression.Gzip)
        for is_wanted, reply in zip(wanted, super().StreamingOutputCall(request, context)):
            if not is_wanted:
                context.disable_next_message_compression()
            yield reply


server.service.TestService = TestService
server.serve()
