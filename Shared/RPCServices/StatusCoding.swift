import Contracts
import NIOCore
import RPC

/// StatusDetails to and from the bytes of `grpc-status-details-bin`.
enum StatusCoding {
  /// gRPC libraries accept 8 KiB of metadata unless told otherwise, and base64 adds a third.
  static let maximumBytes = 4 << 10

  /// A serialized google.rpc.Status. Details too long to travel lose the later half of their
  /// violations until they fit, then everything but the reason: a status that arrives is worth
  /// more than one that is complete.
  static func bytes(
    _ code: RPCError.Code, _ message: String, _ details: StatusDetails
  ) -> [UInt8] {
    var shown = details
    while true {
      let status = GoogleRpcStatus(
        code: Int32(code.rawValue), message: message, details: messages(of: shown))
      let bytes = serialized(status)
      if bytes.count <= maximumBytes { return bytes }
      if shown.fieldViolations.isEmpty, shown.preconditionViolations.isEmpty {
        guard !shown.metadata.isEmpty else { return [] }
        shown.metadata = [:]
      }
      shown.fieldViolations.removeLast((shown.fieldViolations.count + 1) / 2)
      shown.preconditionViolations.removeLast((shown.preconditionViolations.count + 1) / 2)
    }
  }

  private static func messages(of details: StatusDetails) -> [GoogleProtobufAny] {
    var messages: [GoogleProtobufAny] = []
    if !details.reason.isEmpty {
      let info = GoogleRpcErrorInfo(
        reason: details.reason, domain: details.domain, metadata: details.metadata)
      messages.append(pack(info, GoogleRpcErrorInfo.protoName))
    }
    if !details.fieldViolations.isEmpty {
      let request = GoogleRpcBadRequest(
        fieldViolations: details.fieldViolations.map {
          .init(field: $0.field, description: $0.description)
        })
      messages.append(pack(request, GoogleRpcBadRequest.protoName))
    }
    if !details.preconditionViolations.isEmpty {
      let failure = GoogleRpcPreconditionFailure(
        violations: details.preconditionViolations.map {
          .init(type: $0.type, subject: $0.subject, description: $0.description)
        })
      messages.append(pack(failure, GoogleRpcPreconditionFailure.protoName))
    }
    if let delay = details.retryDelay {
      let (seconds, attoseconds) = delay.components
      let wire = GoogleProtobufDuration(
        seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
      messages.append(pack(GoogleRpcRetryInfo(retryDelay: wire), GoogleRpcRetryInfo.protoName))
    }
    return messages
  }

  static func details(in bytes: [UInt8]) -> StatusDetails? {
    guard !bytes.isEmpty, let status = parsed(GoogleRpcStatus.self, bytes) else { return nil }
    var details = StatusDetails(domain: "")
    for message in status.details {
      switch message.typeUrl.split(separator: "/").last {
      case GoogleRpcErrorInfo.protoName[...]?:
        guard let info = parsed(GoogleRpcErrorInfo.self, message.value) else { continue }
        details.reason = info.reason
        details.domain = info.domain
        details.metadata = info.metadata
      case GoogleRpcBadRequest.protoName[...]?:
        let violations = parsed(GoogleRpcBadRequest.self, message.value)?.fieldViolations ?? []
        details.fieldViolations += violations.map { .init($0.field, $0.description) }
      case GoogleRpcPreconditionFailure.protoName[...]?:
        let violations = parsed(GoogleRpcPreconditionFailure.self, message.value)?.violations ?? []
        details.preconditionViolations += violations.map {
          .init(type: $0.type, subject: $0.subject, $0.description)
        }
      case GoogleRpcRetryInfo.protoName[...]?:
        let delay = parsed(GoogleRpcRetryInfo.self, message.value)?.retryDelay
        details.retryDelay = delay.map { .microseconds($0.microseconds) }
      default: continue
      }
    }
    return details
  }

  private static func pack(_ message: some WireMessage, _ name: String) -> GoogleProtobufAny {
    GoogleProtobufAny(typeUrl: "type.googleapis.com/" + name, value: serialized(message))
  }

  /// Empty where the message cannot be encoded: the status then goes out without it.
  private static func serialized(_ message: some WireMessage) -> [UInt8] {
    var buffer = ByteBuffer()
    do { try message.appendWireBytes(to: &buffer) } catch { return [] }
    return Array(buffer.readableBytesView)
  }

  private static func parsed<M: WireMessage>(_ type: M.Type, _ bytes: [UInt8]) -> M? {
    unsafe bytes.withUnsafeBytes { unsafe try? M(wireBytes: $0) }
  }
}
