import CCurl

/// When the loop's turn under way began.
///
/// A turn waits for nothing, with one exception: libcurl takes leave of a mail server by a QUIT and
/// waits for the answer, for two minutes if need be and whatever the transfer's own timeout. It asks
/// the progress callback once a second meanwhile, which ends a turn that is stuck; the mail's own
/// outcome is settled by then.
final class LoopTurn {
  private var began = ContinuousClock.now

  func begin() { began = .now }

  var isStuck: Bool { ContinuousClock.now - began > .milliseconds(1500) }
}

/// The transfers of one loop: those under way, and those that wait until one of them ends.
///
/// Lives on the loop's thread alone.
@safe struct TransferQueue: ~Copyable {
  private struct Running {
    let transfer: Transfer
    let continuation: TransferContinuation
  }

  private let multi: UnsafeMutableRawPointer
  private let limit: Int
  private let settings: OutboundConfiguration
  private let turn = LoopTurn()
  private var running: [UInt64: Running] = [:]
  private var waiting: [TransferLoop.Submission] = []

  init(multi: UnsafeMutableRawPointer, limit: Int, settings: OutboundConfiguration) {
    unsafe self.multi = multi
    self.limit = limit
    self.settings = settings
  }

  /// Turns until the loop is closed.
  consuming func run(_ loop: TransferLoop) {
    while true {
      turn.begin()
      let (commands, isClosed) = loop.take()
      for command in commands {
        switch command {
        case .start(let submission): waiting.append(submission)
        case .cancel(let id): end(id, .init(.cancelled))
        }
      }
      if isClosed { return endAll() }
      expireWaiting()
      startWaiting()
      var count: Int32 = 0
      unsafe curl_multi_perform(multi, &count)
      if finishDone() && !waiting.isEmpty { continue }
      // libcurl shortens the wait to its own next timer; a second is for those that still queue.
      unsafe curl_multi_poll(multi, nil, 0, waiting.isEmpty ? 60_000 : 1_000, nil)
    }
  }

  private mutating func startWaiting() {
    let count = min(limit - running.count, waiting.count)
    guard count > 0 else { return }
    for submission in waiting.prefix(count) { start(submission) }
    waiting.removeFirst(count)
  }

  private mutating func start(_ submission: TransferLoop.Submission) {
    do throws(OutboundError) {
      let transfer = try Transfer(
        id: submission.id, plan: submission.plan,
        remaining: submission.deadline - ContinuousClock.now, turn: turn, settings: settings)
      let result = unsafe curl_multi_add_handle(multi, transfer.easy.pointer)
      guard result == CURLM_OK else {
        throw OutboundError(.misconfigured, cause: "curl_multi_add_handle \(result.rawValue)")
      }
      running[submission.id] = Running(
        transfer: transfer, continuation: submission.continuation)
    } catch {
      submission.continuation.resume(returning: .failure(error))
    }
  }

  /// - Returns: whether any transfer ended.
  private mutating func finishDone() -> Bool {
    var left: Int32 = 0
    var any = false
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      let result = unsafe message.pointee.data.result
      var context: UnsafeMutableRawPointer?
      unsafe ccurl_get_private(message.pointee.easy_handle, &context)
      guard let id = unsafe Transfer.of(context)?.id, let ended = running[id] else { continue }
      let outcome = ended.transfer.finish(result)
      remove(id)
      ended.continuation.resume(returning: outcome)
      any = true
    }
    return any
  }

  private mutating func end(_ id: UInt64, _ error: OutboundError) {
    if let ended = running[id] {
      remove(id)
      ended.continuation.resume(returning: .failure(error))
    } else if let index = waiting.firstIndex(where: { $0.id == id }) {
      waiting.remove(at: index).continuation.resume(returning: .failure(error))
    }
  }

  private mutating func expireWaiting() {
    let now = ContinuousClock.now
    for submission in waiting where submission.deadline <= now {
      end(submission.id, .init(.timedOut, cause: "waited for its turn"))
    }
  }

  private mutating func endAll() {
    for id in running.keys { end(id, .init(.closed)) }
    for submission in waiting { end(submission.id, .init(.closed)) }
  }

  private mutating func remove(_ id: UInt64) {
    guard let ended = running.removeValue(forKey: id) else { return }
    unsafe curl_multi_remove_handle(multi, ended.transfer.easy.pointer)
  }
}
