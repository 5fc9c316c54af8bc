# The interoperability cases that grpc's Ruby program lacks, on grpc's Ruby library:
#     ruby_cases.rb CASE PORT [CA-FILE SERVER-NAME]
# They are as grpc's doc/interop-test-descriptions.md has them; with the two names it speaks TLS.
require 'grpc'

$LOAD_PATH.unshift File.join(Gem::Specification.find_by_name('grpc').gem_dir, 'src/ruby/pb')
require 'src/proto/grpc/testing/test_services_pb'

include Grpc::Testing

CASES = %w[special_status_message server_compressed_unary server_compressed_streaming rpc_soak
           channel_soak concurrent_large_unary].freeze
SECONDS = 60
CASE, PORT, CA, SERVER_NAME = ARGV

def expect(holds, words)
  raise words unless holds
end

def zeros(count)
  "\0".b * count
end

# A stub on a channel of its own, which is closed after the block. `compression` is what it sends by.
def with_stub(compression = :identity)
  arguments = GRPC::Core::CompressionOptions.new(default_algorithm: compression).to_channel_arg_hash
  # A pool of its own: soak tests count on a channel being a connection.
  arguments = arguments.merge('grpc.use_local_subchannel_pool' => 1)
  credentials = :this_channel_is_insecure
  if CA
    credentials = GRPC::Core::ChannelCredentials.new(File.read(CA))
    arguments[GRPC::Core::Channel::SSL_TARGET] = SERVER_NAME
  end
  address = "127.0.0.1:#{PORT}"
  channel = GRPC::Core::Channel.new(address, arguments, credentials)
  yield TestService::Stub.new(address, credentials, channel_override: channel, timeout: SECONDS)
ensure
  channel&.close
end

def expect_large(stub, **more)
  request = SimpleRequest.new(response_size: 314_159, payload: Payload.new(body: zeros(271_828)), **more)
  expect stub.unary_call(request).payload.body == zeros(314_159), 'the reply is another'
end

def special_status_message
  message = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \u{1f608}\t\n"
  status = EchoStatus.new(code: GRPC::Core::StatusCodes::UNKNOWN, message: message)
  with_stub do |stub|
    stub.unary_call(SimpleRequest.new(response_status: status))
    raise 'the call succeeded'
  rescue GRPC::Unknown => error
    found = error.details.dup.force_encoding('UTF-8')
    expect found == message, "the message is #{found.inspect}"
  end
end

def compressions(&block)
  %i[gzip deflate identity].each { |compression| with_stub(compression, &block) }
end

def server_compressed_unary
  compressions do |stub|
    [true, false].each { |wanted| expect_large(stub, response_compressed: BoolValue.new(value: wanted)) }
  end
end

def server_compressed_streaming
  parameters = [[31_415, true], [92_653, false]].map do |size, wanted|
    ResponseParameters.new(size: size, compressed: BoolValue.new(value: wanted))
  end
  request = StreamingOutputCallRequest.new(response_parameters: parameters)
  compressions do |stub|
    replies = stub.streaming_output_call(request).map { |reply| reply.payload.body }
    expect replies == [zeros(31_415), zeros(92_653)], 'the replies are others'
  end
end

# Ten times, each within a second.
def timed
  10.times do |number|
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    took = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
    expect took <= 1, "call #{number} took #{took.round(2)} s"
  end
end

def rpc_soak
  with_stub { |stub| timed { expect_large(stub) } }
end

def channel_soak
  timed { with_stub { |stub| expect_large(stub) } }
end

def concurrent_large_unary
  with_stub do |stub|
    # A thread a call: the library waits in its caller's thread.
    Array.new(1_000) { Thread.new { expect_large(stub) } }.each(&:join)
  end
end

expect CASES.include?(CASE), "there is no case #{CASE}"
Thread.report_on_exception = false
send(CASE)
