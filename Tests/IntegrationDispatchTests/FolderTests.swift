import Crypto
import Foundation
import Glibc
import StatusRules
import Synchronization
import Testing

@testable import IntegrationDispatch

@Suite struct FolderTests {
  /// Where the consignments below arrive.
  private static let folder = "businesses/bakery/in/invoices"

  /// A document of one or two files on its way to a path of a side.
  static func consignment(
    _ delivery: String = "d1", parts: [ApprovedFile.Part] = [.original], isResend: Bool = false,
    of side: Side = Side(business: "bakery"), path: String = "in/invoices"
  ) -> Consignment {
    let files = parts.map { part in
      let bytes = bytes(part)
      return ApprovedFile(
        part: part, sha256: Hex.text(SHA256.hash(data: bytes)), size: Int64(bytes.count),
        mediaType: part == .original ? "application/pdf" : "application/xml")
    }
    let document = ApprovedDocument(
      name: DocumentName(business: "bakery", document: "doc-1"), kind: "purchase_invoice",
      number: "F-1", issueDate: "2026-02-27", seller: "Mill", buyer: "Bakery", total: "121.00",
      currencyCode: "EUR", approveTime: 0, files: files)
    return Consignment(
      delivery: DeliveryName(side: side, delivery: delivery),
      document: document, isResend: isResend, settings: ["folder.path": path], secrets: [:],
      content: { file in Self.bytes(file.part) })
  }

  static func bytes(_ part: ApprovedFile.Part) -> [UInt8] {
    Array(String(repeating: part.rawValue, count: 40_000).utf8)
  }

  private static func answer(_ result: AttemptResult) -> String { result.answer }

  private static func isDelivered(_ result: AttemptResult) -> Bool { result.event == .confirm }

  @Test func `Every file arrives under a name of id and hash, and receipts go when it is settled`()
    async throws
  {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    let consignment = Self.consignment(parts: [.original, .eInvoice])
    let result = await connector.send(consignment)
    #expect(Self.answer(result) == "written")
    let names = root.visible(Self.folder)
    #expect(
      names
        == consignment.document.files.map {
          "doc-1-\($0.part.rawValue)-\($0.sha256.prefix(16)).\($0.fileExtension)"
        }.sorted())
    for (name, part) in zip(names, [ApprovedFile.Part.eInvoice, .original]) {
      #expect(try root.read("\(Self.folder)/\(name)") == Self.bytes(part))
    }
    #expect(root.all(Self.folder).count == 4)
    await connector.settle(consignment)
    #expect(root.all(Self.folder) == names)
  }

  @Test func `What was taken out is not written again by the same delivery`() async throws {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    _ = await connector.send(Self.consignment())
    try root.remove("\(Self.folder)/\(root.visible(Self.folder)[0])")
    let again = await connector.send(Self.consignment())
    #expect(Self.isDelivered(again) && root.visible(Self.folder).isEmpty)
    let found = await connector.look(for: Self.consignment())
    #expect(found.map(Self.isDelivered) == true)
  }

  @Test func `A resend puts back what is missing and replaces what is different`() async throws {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    _ = await connector.send(Self.consignment())
    let name = "\(Self.folder)/\(root.visible(Self.folder)[0])"
    try root.remove(name)
    #expect(Self.answer(await connector.send(Self.consignment("d2", isResend: true))) == "written")
    try root.write([1, 2, 3], to: name)
    #expect(Self.answer(await connector.send(Self.consignment("d3", isResend: true))) == "replaced")
    #expect(try root.read(name) == Self.bytes(.original))
    let same = await connector.send(Self.consignment("d4", isResend: true))
    #expect(Self.answer(same) == "was there already")
  }

  /// A resend's own write broke off on a full disk; before it is tried again the file comes by another
  /// delivery, and the process dies before that is recorded.
  @Test(arguments: [false, true])
  func `What a broken write left behind never comes to a consumer`(isTaken: Bool) async throws {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    let resend = Self.consignment("d2", isResend: true)
    try root.makeFolders(Self.folder)
    try root.write(
      Array(Self.bytes(.original).prefix(4_096)), to: "\(Self.folder)/.d2-original.partial")
    _ = await connector.send(Self.consignment())
    #expect(Self.answer(await connector.send(resend)) == "was there already")
    let name = "\(Self.folder)/\(root.visible(Self.folder)[0])"
    if isTaken { try root.remove(name) }
    let found = await connector.look(for: resend)
    let result = if let found { found } else { await connector.send(resend) }
    #expect(result.answer == "was written before")
    if !isTaken { #expect(try root.read(name) == Self.bytes(.original)) }
    #expect(root.visible(Self.folder).count == (isTaken ? 0 : 1))
  }

  /// As an earlier version may have left it, or a disk that lost what it had synced.
  @Test func `A promise is kept with the whole file, or the file is written anew`() async throws {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    try root.makeFolders(Self.folder)
    try root.write([1, 2, 3], to: "\(Self.folder)/.d1-original.partial")
    try root.write([], to: "\(Self.folder)/.d1-original.receipt")
    #expect(await connector.look(for: Self.consignment()) == nil)
    #expect(Self.isDelivered(await connector.send(Self.consignment())))
    let names = root.visible(Self.folder)
    #expect(names.count == 1)
    #expect(try root.read("\(Self.folder)/\(names[0])") == Self.bytes(.original))
  }

  @Test(arguments: [false, true])
  func `Something different under that name fails and stays, of the same size too`(
    ofSameSize: Bool
  ) async throws {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    _ = await connector.send(Self.consignment())
    let name = "\(Self.folder)/\(root.visible(Self.folder)[0])"
    var other = Self.bytes(.original)
    if ofSameSize { other[100] ^= 1 } else { other.append(0) }
    try root.write(other, to: name)
    let result = await connector.send(Self.consignment("d2"))
    #expect(result.event == .permanentFault)
    #expect(try root.read(name) == other)
  }

  @Test func `A space's files lie in its own folder, whatever path another space gives`()
    async throws
  {
    let root = try TemporaryFolder()
    let connector = FolderConnector(root: root.path)
    let sides = [
      Side(business: "bakery"), Side(business: "butcher"),
      // A firm of the business's id is another space.
      Side(partner: "bakery", business: "butcher"),
    ]
    for side in sides {
      // "was there already" would tell one space what another has.
      let result = await connector.send(Self.consignment(of: side, path: "in"))
      #expect(result.answer == "written")
    }
    for side in sides { #expect(root.visible("\(side.space)/in").count == 1) }
    for path in ["businesses/butcher/in", "partners/bakery/in"] {
      _ = await connector.send(Self.consignment(path: path))
      #expect(root.visible("businesses/bakery/\(path)").count == 1)
    }
    #expect(root.visible("") == ["businesses", "partners"])
    #expect(root.visible("businesses/butcher/in").count == 1)
  }

  /// At every folder on the way down from the root.
  @Test(arguments: ["businesses", "businesses/bakery", "businesses/bakery/in", Self.folder])
  func `A link below the root leads nowhere`(link: String) async throws {
    let root = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try root.makeFolders(link.split(separator: "/").dropLast().joined(separator: "/"))
    unsafe symlink(outside.path, "\(root.path)/\(link)")
    let result = await FolderConnector(root: root.path).send(Self.consignment())
    #expect(result.event == .permanentFault && outside.all("").isEmpty)
  }

  @Test func `A link under the file's name is something different, and is not written through`()
    async throws
  {
    let root = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write(Self.bytes(.original), to: "target")
    let consignment = Self.consignment()
    let name = FolderFile.name(
      of: consignment.document.files[0], document: consignment.document.name)
    try root.makeFolders(Self.folder)
    unsafe symlink(outside.path + "/target", "\(root.path)/\(Self.folder)/\(name)")
    let result = await FolderConnector(root: root.path).send(consignment)
    #expect(result.event == .permanentFault)
  }

  @Test func `A root that is away is waited for`() async throws {
    let result = await FolderConnector(root: "/nowhere/at/all").send(Self.consignment())
    #expect(result.event == .passingFault)
    #expect(!Self.answer(result).contains("/nowhere"))
  }

  /// Each step, for the first and for the second file, and with the consumer taking out what it sees
  /// or not.
  @Test(arguments: FolderStep.allCases, [false, true])
  func `Killed at any step, each file comes once and none is lost`(
    step: FolderStep, isTaken: Bool
  ) async throws {
    let root = try TemporaryFolder()
    for kill in 1...2 {
      let folder = "\(root.path)/kill-\(kill)"
      unsafe mkdir(folder, 0o755)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [folder = folder as String, step = step.rawValue as String, kill = kill as Int] in
        await FolderTests.send(below: folder, killedAt: step, onTime: kill)
      }
      let arrived = try await Self.finish(below: root, "kill-\(kill)", isTaken: isTaken)
      let expected = [ApprovedFile.Part.eInvoice, .original].map(Self.bytes)
      #expect(arrived.count == 2 && expected.allSatisfy(arrived.contains))
    }
  }

  /// Sends in this process, which ends the `onTime`-th time that it comes to the step.
  static func send(below root: String, killedAt step: String, onTime: Int) async {
    let seen = Counter()
    let connector = FolderConnector(root: root) { reached in
      // Folders are opened once for a delivery.
      let time = reached == .foldersMade ? 1 : onTime
      if reached.rawValue == step, seen.next() == time { kill(getpid(), SIGKILL) }
    }
    _ = await connector.send(consignment(parts: [.original, .eInvoice], path: "in"))
  }

  /// What a consumer got in all: what it took right after the kill, and what the next attempt brought.
  private static func finish(
    below root: TemporaryFolder, _ folder: String, isTaken: Bool
  ) async throws -> [[UInt8]] {
    let arrivals = "\(folder)/businesses/bakery/in"
    var taken: [[UInt8]] = []
    func take() throws {
      for name in root.visible(arrivals) {
        taken.append(try root.read("\(arrivals)/\(name)"))
        try root.remove("\(arrivals)/\(name)")
      }
    }
    if isTaken { try take() }
    let connector = FolderConnector(root: "\(root.path)/\(folder)")
    let again = consignment(parts: [.original, .eInvoice], path: "in")
    let found = await connector.look(for: again)
    let result = if let found { found } else { await connector.send(again) }
    #expect(isDelivered(result))
    await connector.settle(again)
    try take()
    #expect(root.all(arrivals).isEmpty)
    return taken
  }
}

private final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  /// From 1.
  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
