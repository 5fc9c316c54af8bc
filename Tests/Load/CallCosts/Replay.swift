import EchoService
import Hosting
import LoadProtos
import Logging
import NIOCore
import NIOEmbedded
import RPC

/// A server connection, and the recorded calls that are played to it a batch at a time.
final class Replay {
  private let channel = EmbeddedChannel()
  private let batch: Int
  private let bodyBytes: UInt32
  private var input = ByteBuffer()
  /// Where the stream ids stand in `input`, in order, with their call's place in the batch.
  private var streams: [(place: Int, call: UInt32)] = []
  private var nextStream: UInt32 = 1

  init(script: Script, batch: Int, isSync: Bool) throws {
    self.batch = batch
    bodyBytes = script.bodyBytes
    var options = ServerOptions()
    options.observer = CallObserver(
      methods: BenchEchoMethods.all, registry: MetricRegistry(), logger: Logger(label: "echo"))
    let service: any RPCService = isSync ? PlainEchoService() : EchoService()
    let server = RPCServer(services: [service], options: options)
    try server.serve(channel)
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/replay")).wait()

    feed(ByteBuffer(bytes: script.opening))
    nextStream = script.firstStream
    feed(ByteBuffer(bytes: script.firstCall))
    guard try answers() == 1 else { throw ReplayFailure.notAnswered }
    nextStream += 2
    for call in 0..<batch {
      for place in script.streamPlaces {
        streams.append((input.writerIndex + place, UInt32(call)))
      }
      input.writeBytes(script.laterCall)
    }
  }

  /// Throws unless each call gets its reply.
  func play(_ batches: Int) throws {
    for _ in 0..<batches {
      for (place, call) in streams { input.setInteger(nextStream + 2 * call, at: place) }
      nextStream += 2 * UInt32(batch)
      feed(input)
      guard try answers() == batch else { throw ReplayFailure.notAnswered }
    }
  }

  private func feed(_ bytes: ByteBuffer) {
    channel.pipeline.fireChannelRead(bytes)
    channel.pipeline.fireChannelReadComplete()
  }

  /// Replies among the frames that came out: DATA as long as the request's, whose value is one
  /// less and takes as many bytes.
  private func answers() throws -> Int {
    var count = 0
    while let frames = try channel.readOutbound(as: ByteBuffer.self) {
      var frame = frames.readerIndex
      while let head = frames.getInteger(at: frame, as: UInt32.self) {
        if head & 0xff == Script.data, head >> 8 == bodyBytes { count += 1 }
        frame += 9 + Int(head >> 8)
      }
    }
    return count
  }
}

enum ReplayFailure: Error, CustomStringConvertible {
  case notAnswered
  case badScript(String)

  var description: String {
    switch self {
    case .notAnswered: "a call was not answered"
    case .badScript(let what): "the script has no \(what)"
    }
  }
}
