import Glibc

/// Starts a thread of its own for work that blocks; it ends when `body` returns.
///
/// It takes no signals: those go to the threads that wait for them, and a peer that closes its
/// socket shows as EPIPE instead of ending the process.
///
/// - Returns: false when the system has no room for another thread.
package func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  var all = sigset_t()
  var before = sigset_t()
  unsafe sigfillset(&all)
  unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }

  let work = unsafe Unmanaged.passRetained(ThreadWork(body))
  var thread = pthread_t()
  let failure = unsafe pthread_create(
    &thread, nil,
    { context in
      guard let context = unsafe context else { return nil }
      unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
      return nil
    }, work.toOpaque())
  guard failure == 0 else {
    unsafe work.release()
    return false
  }
  pthread_detach(thread)
  return true
}

/// A closure as an object, as C carries it.
private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
