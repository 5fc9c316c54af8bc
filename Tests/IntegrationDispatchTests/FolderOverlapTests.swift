import Dispatch
import Glibc
import StatusRules
import Synchronization
import Testing

@testable import IntegrationDispatch

/// Two attempts of one delivery at the same time: the lease of the first ran out while it was at work.
/// Each connector stands for a replica: their locks are those of different opens of a file.
@Suite struct `Overlapping attempts at a folder` {
  private static let folder = "businesses/bakery/in/invoices"

  private final class Outcome: Sendable {
    let result = Mutex<AttemptResult?>(nil)
  }

  /// Sends, and at a step lets `body` go on to its end before the next.
  private func send(
    _ consignment: Consignment, below root: String, at step: FolderStep,
    _ body: @escaping @Sendable () async -> AttemptResult
  ) async throws -> (first: AttemptResult, meanwhile: AttemptResult) {
    let outcome = Outcome()
    let connector = FolderConnector(root: root) { reached in
      guard reached == step else { return }
      let done = DispatchSemaphore(value: 0)
      Task {
        let result = await body()
        outcome.result.withLock { $0 = result }
        done.signal()
      }
      _ = done.wait(timeout: .now() + 60)
    }
    let first = await connector.send(consignment)
    return (first, try #require(outcome.result.withLock { $0 }))
  }

  private func replica(below root: String) -> FolderConnector {
    var connector = FolderConnector(root: root)
    connector.patience = .milliseconds(100)
    return connector
  }

  @Test(arguments: FolderStep.allCases)
  func `leave the file whole, and there once`(step: FolderStep) async throws {
    let root = try TemporaryFolder()
    let consignment = FolderTests.consignment()
    let second = replica(below: root.path)
    let results = try await send(consignment, below: root.path, at: step) {
      await second.send(consignment)
    }
    #expect(results.first.event == .confirm, "\(results.first)")
    #expect(results.meanwhile.event == .passingFault, "\(results.meanwhile)")
    let name = FolderFile.name(
      of: consignment.document.files[0], document: consignment.document.name)
    #expect(root.visible(Self.folder) == [name])
    #expect(try root.read("\(Self.folder)/\(name)") == FolderTests.bytes(.original))
    // Tried again it finds what the first has left.
    let again = await second.send(consignment)
    #expect(again.answer == "was written before")
  }

  @Test func `do not clear away what the other still needs, nor look at what is half done`()
    async throws
  {
    let root = try TemporaryFolder()
    let consignment = FolderTests.consignment()
    let second = replica(below: root.path)
    let results = try await send(consignment, below: root.path, at: .receiptSynced) {
      await second.settle(consignment)
      return await second.look(for: consignment) ?? .permanent(answer: "looked")
    }
    #expect(results.first.event == .confirm && results.meanwhile.event == .passingFault)
  }

  @Test func `wait for each other for a moment`() async throws {
    let root = try TemporaryFolder()
    let result = try await sendWhileLocked(below: root.path).value
    #expect(result.event == .confirm)
  }

  /// The lock is given back when this returns.
  private func sendWhileLocked(below root: String) throws -> Task<AttemptResult, Never> {
    let consignment = FolderTests.consignment()
    var second = replica(below: root)
    second.patience = .seconds(60)
    let held = try DeliveryLock.take(consignment.delivery, below: root)
    let other = try DeliveryLock.take(consignment.delivery, below: root)
    return withExtendedLifetime(held) { [second] in
      #expect(held != nil && other == nil)
      return Task { await second.send(consignment) }
    }
  }

  @Test func `are of one delivery: others go on`() async throws {
    let root = try TemporaryFolder()
    let second = replica(below: root.path)
    let results = try await send(
      FolderTests.consignment(), below: root.path, at: .temporaryWritten
    ) { await second.send(FolderTests.consignment("d2")) }
    #expect(results.first.event == .confirm && results.meanwhile.event == .confirm)
  }

  @Test(arguments: [ENOLCK, EOPNOTSUPP, EINVAL])
  func `are not begun where the file system keeps no locks, and the operator is told`(code: Int32) {
    let result = FolderConnector.result(of: SystemError("lock", code: code))
    #expect(result.event == .passingFault && result.answer.contains("keeps no locks"))
  }
}
