"""The public API as its protos tell it: messages and methods by descriptor, nothing of ours in between."""
import pathlib, subprocess, tempfile

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PROTOS = pathlib.Path(__file__).resolve().parents[2] / "Protos"
SERVICE_OF_PACKAGE = {
    "daybook.clientlink.v1alpha": "client-link",
    "daybook.documentstatus.v1alpha": "document-status",
    "daybook.integrationdispatch.v1alpha": "integration-dispatch",
}


def _pool():
    files = sorted(str(f.relative_to(PROTOS)) for f in (PROTOS / "daybook").rglob("*.proto"))
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(
            ["protoc", f"-I{PROTOS}", "--include_imports", f"--descriptor_set_out={out.name}", *files],
            check=True, timeout=60)
        found = descriptor_pb2.FileDescriptorSet.FromString(pathlib.Path(out.name).read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in found.file:
        pool.Add(file)
    return pool, files


_POOL, _FILES = _pool()
METHODS = {}
ENUMS = {}
for _name in _FILES:
    _file = _POOL.FindFileByName(_name)
    for _service in _file.services_by_name.values():
        for _method in _service.methods:
            METHODS[_method.name] = _method
    for _enum in _file.enum_types_by_name.values():
        ENUMS[_enum.name] = {value.name: value.number for value in _enum.values}


def message(name):
    """The class of a message of any of the packages, by its short name."""
    for package in [*SERVICE_OF_PACKAGE, "daybook.common.v1alpha"]:
        try:
            return message_factory.GetMessageClass(_POOL.FindMessageTypeByName(f"{package}.{name}"))
        except KeyError:
            continue
    raise KeyError(name)


def word(enum, number):
    """`active` for CLIENT_STATUS_ACTIVE of ClientStatus."""
    values = {value: name for name, value in ENUMS[enum].items()}
    prefix = values[0].removesuffix("UNSPECIFIED")
    return values[number].removeprefix(prefix).lower()


class Wire:
    """Calls to the three services: a few connections to each, shared by all clients."""

    OPTIONS = [
        ("grpc.initial_reconnect_backoff_ms", 50), ("grpc.min_reconnect_backoff_ms", 50),
        ("grpc.max_reconnect_backoff_ms", 250), ("grpc.use_local_subchannel_pool", 1),
        ("grpc.max_receive_message_length", 64 << 20),
    ]

    def __init__(self, ports, roots, certificate=None, key=None, connections=3):
        read = lambda path: pathlib.Path(path).read_bytes() if path else None
        credentials = grpc.ssl_channel_credentials(read(roots), read(key), read(certificate))
        self._channels = {
            name: [grpc.aio.secure_channel(f"localhost:{port}", credentials, self.OPTIONS)
                   for _ in range(connections)]
            for name, port in ports.items()
        }
        self._turn = 0
        self._calls = {}

    def _call(self, name):
        method = METHODS[name]
        service = SERVICE_OF_PACKAGE[method.containing_service.file.package]
        self._turn += 1
        place = self._turn % len(self._channels[service])
        if (name, place) not in self._calls:
            channel = self._channels[service][place]
            shape = ("stream" if method.client_streaming else "unary",
                     "stream" if method.server_streaming else "unary")
            make = getattr(channel, "_".join(shape))
            self._calls[name, place] = make(
                f"/{method.containing_service.full_name}/{name}",
                request_serializer=lambda m: m.SerializeToString(),
                response_deserializer=message_factory.GetMessageClass(method.output_type).FromString)
        return self._calls[name, place]

    def service_of(self, name):
        return SERVICE_OF_PACKAGE[METHODS[name].containing_service.file.package]

    async def ask(self, name, request, token, timeout=20):
        """One call. `request` is a message, or a list of them for a stream up. Answers a message, or a
        list of them for a stream down. Throws grpc.aio.AioRpcError."""
        metadata = (("authorization", f"Bearer {token}"),) if token else ()
        method = METHODS[name]
        if method.client_streaming:
            request = iter(request)
        call = self._call(name)(request, metadata=metadata, timeout=timeout)
        if method.server_streaming:
            return [part async for part in call]
        return await call

    async def close(self):
        for channels in self._channels.values():
            for channel in channels:
                await channel.close(None)
