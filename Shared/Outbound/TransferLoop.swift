import CCurl
import Synchronization
import Threads

typealias TransferContinuation = CheckedContinuation<Result<TransferOutcome, OutboundError>, Never>

/// A thread that runs transfers with one `curl_multi_poll`, and the inbox by which tasks reach it.
///
/// Everything of libcurl's is made, used and freed on the thread; only `curl_multi_wakeup` is called
/// from elsewhere, under the inbox's lock and never after `close`.
@safe final class TransferLoop: Sendable {
  enum Command: Sendable {
    case start(Submission)
    case cancel(UInt64)
  }

  struct Submission: Sendable {
    let id: UInt64
    let plan: TransferPlan
    let deadline: ContinuousClock.Instant
    let continuation: TransferContinuation
  }

  private struct Inbox {
    var commands: [Command] = []
    var lastID: UInt64 = 0
    var isClosed = false
  }

  private let inbox = Mutex(Inbox())
  // libcurl allows `curl_multi_wakeup` from any thread; every other use is the loop thread's.
  private nonisolated(unsafe) let multi: UnsafeMutableRawPointer

  init(limit: Int, settings: OutboundConfiguration) throws(OutboundError) {
    guard curlIsReady, let multi = unsafe curl_multi_init() else {
      throw OutboundError(.misconfigured, cause: "curl_multi_init")
    }
    unsafe self.multi = multi
    let started = startThread {
      unsafe TransferQueue(multi: self.multi, limit: limit, settings: settings).run(self)
      unsafe curl_multi_cleanup(self.multi)
    }
    guard started else {
      unsafe curl_multi_cleanup(multi)
      throw OutboundError(.misconfigured, cause: "pthread_create")
    }
  }

  /// Runs one transfer to its end. A cancelled task takes its transfer off the connection.
  func run(_ plan: TransferPlan) async throws(OutboundError) -> TransferOutcome {
    let id = inbox.withLock { inbox in
      inbox.lastID += 1
      return inbox.lastID
    }
    let deadline = ContinuousClock.now + plan.timeouts.whole
    return try await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: TransferContinuation) in
        let accepted = post(
          .start(.init(id: id, plan: plan, deadline: deadline, continuation: continuation)))
        guard accepted else { return continuation.resume(returning: .failure(.init(.closed))) }
        // The handler below may have run before there was anything to cancel.
        if Task.isCancelled { post(.cancel(id)) }
      }
    } onCancel: {
      post(.cancel(id))
    }.get()
  }

  /// Ends the thread; what is under way fails with `closed`. Returns at once: libcurl takes leave of
  /// kept mail connections by a QUIT, which a silent server may drag out.
  func close() {
    inbox.withLock { inbox in
      guard !inbox.isClosed else { return }
      inbox.isClosed = true
      unsafe curl_multi_wakeup(multi)
    }
  }

  @discardableResult
  private func post(_ command: Command) -> Bool {
    inbox.withLock { inbox in
      guard !inbox.isClosed else { return false }
      inbox.commands.append(command)
      unsafe curl_multi_wakeup(multi)
      return true
    }
  }

  /// What has come in since the last call, in its order; called by the loop's thread.
  func take() -> (commands: [Command], isClosed: Bool) {
    inbox.withLock { inbox in
      defer { inbox.commands.removeAll(keepingCapacity: true) }
      return (inbox.commands, inbox.isClosed)
    }
  }
}

/// libcurl's own set-up, once for the process.
private let curlIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
