import Dispatch
import StatusRules
import Synchronization
import Testing

@testable import IntegrationDispatch

/// Two attempts of one delivery at the same time: the lease of the first ran out while it was at work.
@Suite struct `Overlapping attempts at a folder` {
  private final class Second: Sendable {
    let result = Mutex<AttemptResult?>(nil)
  }

  @Test(arguments: [FolderStep.temporaryWritten, .temporarySynced])
  func `leave the file whole, and there once`(step: FolderStep) async throws {
    let root = try TemporaryFolder()
    let consignment = FolderTests.consignment()
    let second = FolderConnector(root: root.path)
    let other = Second()
    let first = FolderConnector(root: root.path) { reached in
      guard reached == step else { return }
      let done = DispatchSemaphore(value: 0)
      Task {
        let result = await second.send(consignment)
        other.result.withLock { $0 = result }
        done.signal()
      }
      _ = done.wait(timeout: .now() + 20)
    }
    let result = await first.send(consignment)
    #expect(result.event == .confirm)
    let file = try #require(consignment.document.files.first)
    let folder = "businesses/bakery/in/invoices"
    let name = FolderFile.name(of: file, document: consignment.document.name)
    #expect(root.visible(folder) == [name])
    #expect(try root.read("\(folder)/\(name)") == FolderTests.bytes(.original))
    let overlapping = try #require(other.result.withLock { $0 })
    #expect(overlapping.event == .passingFault, "\(overlapping)")
  }
}
