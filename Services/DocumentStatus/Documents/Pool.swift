/// Where work runs that takes longer than an event loop may stand still: parsing, rules, writing.
enum Pool {
  /// The preference is named because a handler's task prefers its event loop, and would then take even
  /// a `@concurrent` function there.
  static func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withTaskExecutorPreference(globalConcurrentExecutor) { try await perform(work) }
  }

  @concurrent
  private static func perform<Value: Sendable>(
    _ work: @Sendable () throws -> Value
  ) async throws -> Value {
    try work()
  }
}
