"""The two settings of headers in which every server is measured."""

# What gRPC demands.
BARE = ['content-type: application/grpc', 'te: trailers']
# And what a real call carries: a deadline, a trace, a token of a signed JWT's size.
FULL = BARE + [
    'grpc-timeout: 5S', 'user-agent: h2load',
    'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'authorization: Bearer eyJhbGciOiJFUzI1NiJ9.' + 'x' * 399,
]
SETS = {'full': FULL, 'bare': BARE}
