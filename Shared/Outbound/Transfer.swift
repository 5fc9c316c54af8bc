import CCurl
import Glibc

/// What the transfer thread is asked to do: a checked HTTP request or a mail ready to be sent.
enum TransferPlan: Sendable {
  case http(HTTPRequest)
  case mail(MailTransfer)

  var timeouts: Timeouts {
    switch self {
    case .http(let request): request.timeouts
    case .mail(let mail): mail.server.timeouts
    }
  }
}

/// What came back, before it is read as HTTP or SMTP.
struct TransferOutcome: Sendable {
  let code: Int
  let headers: [HTTPHeader]
  let body: [UInt8]
  let isBodyComplete: Bool
  let lastReply: String
  let address: IPAddress?
  let timings: TransferTimings
}

/// One transfer under way: its libcurl handle and what its callbacks read and fill.
///
/// Lives on the transfer thread alone; libcurl calls back on that thread, inside
/// `curl_multi_perform`.
final class Transfer {
  let id: UInt64
  var easy: EasyHandle
  private let turn: LoopTurn
  private let policy: AddressPolicy
  private var opened = 0
  private var refused: IPAddress?

  private let isMail: Bool
  private let upload: [UInt8]
  private let file: UploadFile?
  private var uploaded = 0
  private let limit: Int
  private var received: [UInt8] = []
  private var isCut = false
  private var lastReply: [UInt8] = []

  init(
    id: UInt64, plan: TransferPlan, remaining: Duration, turn: LoopTurn,
    settings: OutboundConfiguration
  ) throws(OutboundError) {
    self.id = id
    self.turn = turn
    policy = settings.policy
    easy = try EasyHandle.make()
    switch plan {
    case .http(let request):
      isMail = false
      upload = request.body ?? []
      file = request.file
      limit = max(0, request.responseLimit)
    case .mail(let mail):
      isMail = true
      upload = mail.content
      file = nil
      limit = 0
    }
    try easy.setCommon(
      connect: plan.timeouts.connect, whole: remaining, certificateFile: settings.certificateFile)
    try setCallbacks()
    switch plan {
    case .http(let request): try request.configure(&easy, userAgent: settings.userAgent)
    case .mail(let mail): try mail.configure(&easy)
    }
  }

  /// Reads the end of the transfer as libcurl reports it.
  func finish(_ result: CURLcode) -> Result<TransferOutcome, OutboundError> {
    guard result == CURLE_OK || (result == CURLE_WRITE_ERROR && isCut) else {
      return .failure(error(result))
    }
    return .success(
      TransferOutcome(
        code: easy.number(CURLINFO_RESPONSE_CODE), headers: easy.responseHeaders(),
        body: received, isBodyComplete: !isCut,
        lastReply: String(decoding: lastReply, as: UTF8.self),
        address: easy.text(CURLINFO_PRIMARY_IP).flatMap(IPAddress.init),
        timings: TransferTimings(
          nameLookup: easy.time(CURLINFO_NAMELOOKUP_TIME_T),
          connect: easy.time(CURLINFO_CONNECT_TIME_T),
          tlsHandshake: easy.time(CURLINFO_APPCONNECT_TIME_T),
          firstByte: easy.time(CURLINFO_STARTTRANSFER_TIME_T),
          total: easy.time(CURLINFO_TOTAL_TIME_T))))
  }

  private func error(_ result: CURLcode) -> OutboundError {
    var cause = easy.reason(result)
    // A name may have public and private addresses: only where no socket was opened at all is it
    // the policy that stopped the transfer.
    if let refused, opened == 0 {
      return OutboundError(.addressRefused(refused), cause: "\(refused): \(cause)")
    }
    if !lastReply.isEmpty { cause += "; \(String(decoding: lastReply, as: UTF8.self))" }
    return OutboundError(
      .init(result, responseCode: easy.number(CURLINFO_RESPONSE_CODE), isMail: isMail),
      cause: cause)
  }
}

extension Transfer {
  fileprivate func setCallbacks() throws(OutboundError) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    for option in [
      CURLOPT_PRIVATE, CURLOPT_OPENSOCKETDATA, CURLOPT_WRITEDATA, CURLOPT_READDATA,
      CURLOPT_SEEKDATA,
    ] {
      try unsafe easy.set(option, pointer: context)
    }
    try unsafe easy.set(openSocket: { context, _, address in
      unsafe Transfer.of(context)?.openSocket(address) ?? CURL_SOCKET_BAD
    })
    try unsafe easy.set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      let bytes = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
      return unsafe Transfer.of(context)?.receive(bytes) ?? 0
    }
    try unsafe easy.set(CURLOPT_READFUNCTION) { bytes, size, count, context in
      let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
      return unsafe Transfer.of(context)?.send(into: room) ?? 0
    }
    try unsafe easy.set(seek: { context, offset, origin in
      unsafe Transfer.of(context)?.seek(offset, origin) ?? CURL_SEEKFUNC_FAIL
    })
    // For HTTP the headers are read afterwards; with HEADERDATA alone they would be part of the body.
    guard isMail else { return }
    try unsafe easy.set(CURLOPT_HEADERDATA, pointer: context)
    try unsafe easy.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
      unsafe Transfer.of(context)?.note(line)
      return size * count
    }
    try easy.set(CURLOPT_NOPROGRESS, false)
    try unsafe easy.set(CURLOPT_XFERINFODATA, pointer: context)
    try unsafe easy.set(progress: { context, _, _, _, _ in
      unsafe Transfer.of(context)?.turn.isStuck == true ? 1 : 0
    })
  }

  /// The transfer a callback belongs to; the loop keeps it until libcurl has let go of its handle.
  static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  private func openSocket(_ target: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let target = unsafe target,
      let address = unsafe IPAddress(
        socketAddress: ccurl_address(target), length: Int(target.pointee.addrlen))
    else { return CURL_SOCKET_BAD }
    guard policy.permits(address) else {
      refused = refused ?? address
      return CURL_SOCKET_BAD
    }
    opened += 1
    let type = unsafe target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return unsafe socket(target.pointee.family, type, target.pointee.`protocol`)
  }

  private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    let room = limit - received.count
    unsafe received.append(contentsOf: bytes.prefix(room))
    isCut = bytes.count > room
    // Anything but the number of bytes given ends the transfer.
    return isCut ? 0 : bytes.count
  }

  private var uploadSize: Int { file.map { Int($0.size) } ?? upload.count }

  private func send(into room: UnsafeMutableRawBufferPointer) -> Int {
    if let file {
      guard let count = unsafe file.read(into: room, from: uploaded) else {
        return Int(CURL_READFUNC_ABORT)
      }
      uploaded += count
      return count
    }
    let count = min(room.count, upload.count - uploaded)
    unsafe room.copyBytes(from: upload[uploaded..<uploaded + count])
    uploaded += count
    return count
  }

  /// libcurl goes back to the start when a kept connection turns out to be dead.
  private func seek(_ offset: curl_off_t, _ origin: Int32) -> Int32 {
    guard origin == SEEK_SET, (0...uploadSize) ~= Int(offset) else { return CURL_SEEKFUNC_FAIL }
    uploaded = Int(offset)
    return CURL_SEEKFUNC_OK
  }

  /// Keeps the last reply line of a mail server, for the log and the caller's record.
  private func note(_ line: UnsafeRawBufferPointer) {
    lastReply = unsafe line.prefix(512).filter { $0 >= 0x20 && $0 != 0x7f }
  }
}
