import Foundation
import Testing

@testable import EInvoice

/// Runs only where EN16931_TESTS names the folder of the official material; says so where it does not.
@Suite struct OfficialTests {
  @Test func `every official unit test of an implemented rule has its verdict`() throws {
    guard OfficialMaterial.folder != nil else {
      print("EN16931_TESTS names no folder: the official unit tests were not run.")
      return
    }
    let implemented = Set(Rules.en16931.map(\.id))
    var verdicts = 0
    var right = 0
    var absent: Set<String> = []
    for test in try OfficialMaterial.unitTests() {
      let invoice = try UBLReader().read(Array(test.document.utf8))
      let found = Set(invoice.breaches().map(\.rule))
      for (rules, expected) in [(test.kept, false), (test.broken, true)] {
        for rule in rules {
          guard implemented.contains(rule) else {
            absent.insert(rule)
            continue
          }
          verdicts += 1
          if found.contains(rule) == expected {
            right += 1
          } else {
            Issue.record("\(test): \(rule) should \(expected ? "" : "not ")be broken")
          }
        }
      }
    }
    print("Official unit tests: \(right) of \(verdicts) verdicts on implemented rules are right.")
    print("Rules with official tests that are not implemented: \(absent.sorted())")
    #expect(verdicts > 900)
  }

  @Test func `no whole official document breaks a fatal rule`() throws {
    guard OfficialMaterial.folder != nil else {
      print("EN16931_TESTS names no folder: the official documents were not read.")
      return
    }
    let files =
      try OfficialMaterial.files(in: "ubl/examples") + OfficialMaterial.files(in: "test/testfiles")
    for file in files {
      let invoice = try UBLReader().read(Array(try Data(contentsOf: file)))
      let fatal = invoice.breaches().filter { $0.severity == .fatal }
      #expect(fatal.isEmpty, "\(file.lastPathComponent)")
      var written = try UBLReader().read(UBLWriter().write(invoice))
      written.misreadings = invoice.misreadings
      #expect(written == invoice, "\(file.lastPathComponent) written and read again")
    }
    #expect(files.count >= 48)
  }
}
