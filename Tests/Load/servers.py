"""The servers that the benchmark runs, and what they are built of, in a folder of the build's own."""
import os, shutil, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PYTHON = f'{ROOT}/.build/python/bin/python3'
ECHO = '/bench.Echo/Unary'


class Server:
    """`command` has PORT where the port goes; `weight` is its share of the fastest's number of requests."""

    def __init__(self, name, command, weight=1.0, path=ECHO, checked=True, environment=None):
        self.name, self.command, self.weight, self.path, self.checked = name, command, weight, path, checked
        self.environment = environment or {}


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options)


def flags(*libraries):
    return subprocess.run(['pkg-config', '--cflags', '--libs', *libraries], check=True, capture_output=True,
                          text=True).stdout.split()


class Folder:
    """What was built, below FOLDER; `missing` says why something was not."""

    def __init__(self, folder, binaries):
        self.folder, self.binaries, self.missing = folder, binaries, []
        self.echo_server, self.echo_client = f'{binaries}/echo-server', f'{binaries}/echo-client'
        self.body, self.generated = f'{folder}/body', f'{folder}/generated'
        os.makedirs(self.generated, exist_ok=True)
        self.request()

    def build(self, name, make):
        try:
            return make()
        except FileNotFoundError as error:
            self.missing.append(f'{name}: {error.filename} is not installed')
        except subprocess.CalledProcessError as error:
            self.missing.append(f'{name}: {(error.stderr or str(error)).strip().splitlines()[-1]}')

    def all(self, words):
        """Every server that can run here and whose name contains one of these words, the limit first."""
        makers = {
            'limit (C)': self.limit, 'ours, async': lambda: self.ours('ours, async'),
            'ours, sync': lambda: self.ours('ours, sync', '--sync'), 'nghttpd, a file': self.nghttpd,
            'gRPC C++, async': self.cpp, 'grpc-swift-2': self.swift, 'grpcio, asyncio': self.grpcio}
        self.build('what looks at replies', self.checker)
        made = [self.build(name, make) for name, make in makers.items() if any(word in name for word in words)]
        return [server for server in made if server]

    def request(self):
        with open(f'{HERE}/body.txtpb') as text:
            message = subprocess.run(
                ['protoc', f'-I{HERE}/Protos', '--encode=bench.EchoRequest', 'bench/echo.proto'], stdin=text,
                capture_output=True, check=True).stdout
        framed = b'\0' + len(message).to_bytes(4, 'big') + message
        with open(self.body, 'wb') as file:
            file.write(framed)
        os.makedirs(f'{self.folder}/www', exist_ok=True)
        shutil.copy(self.body, f'{self.folder}/www/reply')

    def ours(self, name, *options):
        return Server(name, [self.echo_server, '--port', 'PORT', *options])

    def limit(self):
        # protoc-c's usual output; what the services are built of has other strings and no functions.
        run('protoc-c', f'-I{HERE}/Protos', f'--c_out={self.generated}', 'bench/echo.proto')
        run('gcc', '-O2', '-o', f'{self.folder}/limit', f'-I{self.generated}', f'{HERE}/Limit/limit.c',
            f'{HERE}/Limit/answer.c', f'{self.generated}/bench/echo.pb-c.c', *flags('libnghttp2', 'libprotobuf-c'))
        return Server('limit (C)', [f'{self.folder}/limit', 'PORT'])

    def nghttpd(self):
        run('nghttpd', '--version')
        return Server('nghttpd, a file', ['nghttpd', '--no-tls', '-n1', '-d', f'{self.folder}/www', 'PORT'],
                      path='/reply', checked=False)

    def cpp(self):
        plugin = shutil.which('grpc_cpp_plugin')
        if not plugin:
            raise FileNotFoundError(2, 'not found', 'grpc_cpp_plugin')
        run('protoc', f'-I{HERE}/Protos', f'--cpp_out={self.generated}', f'--grpc_out={self.generated}',
            f'--plugin=protoc-gen-grpc={plugin}', 'bench/echo.proto')
        target = f'{self.folder}/grpc-cpp'
        sources = [f'{HERE}/Peers/cpp/server.cc', f'{self.generated}/bench/echo.pb.cc',
                   f'{self.generated}/bench/echo.grpc.pb.cc']
        if not os.path.exists(target) or os.path.getmtime(target) < os.path.getmtime(sources[0]):
            run('g++', '-O2', '-std=c++17', '-o', target, f'-I{self.generated}', *sources, *flags('grpc++', 'protobuf'))
        return Server('gRPC C++, async', [target, 'PORT'], weight=0.2)

    def swift(self):
        """A package of its own; the first build takes some minutes."""
        run('swift', 'build', '-c', 'release', '--package-path', f'{HERE}/Peers/grpc-swift', '--scratch-path',
            f'{self.folder}/grpc-swift')
        return Server('grpc-swift-2', [f'{self.folder}/grpc-swift/release/server', 'PORT'], weight=0.04)

    def checker(self):
        run(PYTHON, '-m', 'grpc_tools.protoc', f'-I{HERE}/Protos', f'--python_out={self.generated}',
            f'--grpc_python_out={self.generated}', 'bench/echo.proto')

    def grpcio(self):
        self.checker()
        return Server('grpcio, asyncio', [PYTHON, f'{HERE}/Peers/grpcio/server.py', 'PORT'], weight=0.02,
                      environment={'PYTHONPATH': self.generated})

    @property
    def can_check(self):
        return os.path.exists(f'{self.generated}/bench/echo_pb2_grpc.py')
