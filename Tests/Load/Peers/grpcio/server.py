"""bench.Echo/Unary on grpcio's asyncio server: server.py PORT"""
import asyncio, sys

import grpc

from bench import echo_pb2, echo_pb2_grpc


class Echo(echo_pb2_grpc.EchoServicer):
    async def Unary(self, request, context):
        return echo_pb2.EchoReply(id=request.id, name=request.name, value=request.value + 1, kind=request.kind,
                                  tags=request.tags)


async def main():
    server = grpc.aio.server(options=[('grpc.max_concurrent_streams', 1000)])
    echo_pb2_grpc.add_EchoServicer_to_server(Echo(), server)
    server.add_insecure_port('127.0.0.1:' + sys.argv[1])
    await server.start()
    await server.wait_for_termination()


asyncio.run(main())
