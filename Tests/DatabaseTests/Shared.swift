import Synchronization

/// A value that the tasks of a test share.
final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  var value: Value { mutex.withLock { $0 } }

  @discardableResult
  func change<Answer: Sendable>(_ body: (inout Value) -> Answer) -> Answer {
    mutex.withLock { value in
      var copy = value
      defer { value = copy }
      return body(&copy)
    }
  }
}
