import Contracts
import NIOCore
import RPC

/// The bytes of a message.
func encoded(_ message: some WireMessage) throws -> [UInt8] {
  var buffer = ByteBuffer()
  try message.appendWireBytes(to: &buffer)
  return Array(buffer.readableBytesView)
}

/// The message in these bytes.
func decoded<M: WireMessage>(_ bytes: [UInt8], as type: M.Type = M.self) throws(RPCError) -> M {
  // withUnsafeBytes passes on any error, not the typed one.
  let result: Result<M, RPCError> = unsafe bytes.withUnsafeBytes { bytes in
    Result { () throws(RPCError) in try unsafe M(wireBytes: bytes) }
  }
  return try result.get()
}

func bytes(hex: String) -> [UInt8] {
  var rest = hex.filter { !$0.isWhitespace }[...]
  var result: [UInt8] = []
  while !rest.isEmpty {
    result.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
    rest = rest.dropFirst(2)
  }
  return result
}

func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
