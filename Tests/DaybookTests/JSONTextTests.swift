import Contracts
import Foundation
import Testing

@testable import Daybook

@Suite struct `JSON of messages` {
  @Test func `scalars, lists and enums are always there, absent messages are not`() {
    let json = JSONText.of(HistoryEntry(sequence: 7, event: "invite", audience: .bothSides))
    #expect(
      json
        == #"{"sequence":"7","event":"invite","statusBefore":"","statusAfter":"","#
        + #""reason":"","audience":"AUDIENCE_BOTH_SIDES"}"#)
  }

  @Test func `names are lowerCamelCase as in the mapping`() throws {
    let members = try object(JSONText.of(Document(eInvoice: ContentInfo(sha256: "ab"))))
    #expect(members["selfBilled"] as? Bool == false)
    #expect((members["eInvoice"] as? [String: Any])?["sha256"] as? String == "ab")
    #expect(members["original"] == nil)
    #expect(members["violations"] as? [String] == [])
  }

  @Test func `the chosen case of a oneof is a field of its own`() throws {
    let folder = Integration(configuration: .folder(FolderConfiguration(path: "in")))
    let members = try object(JSONText.of(folder))
    #expect((members["folder"] as? [String: Any])?["path"] as? String == "in")
    #expect(members["configuration"] == nil)
    #expect(members["webhook"] == nil)
  }

  @Test func `bytes are base64, also when there are none, and empty lists are lists`() {
    #expect(JSONText.of(ContentChunk(data: [0xff, 0xfe])) == #"{"data":"//4="}"#)
    #expect(JSONText.of(ContentChunk()) == #"{"data":""}"#)
    #expect(
      JSONText.of(ClientSetup()) == #"{"subscriptionPlan":"","integrations":[],"accountants":[]}"#)
  }

  @Test func `a number that an enum does not have stays a number`() {
    let link = JSONText.of(Client(status: .unrecognized(99)))
    #expect(link.contains(#""status":99"#))
  }

  @Test(arguments: [
    "quote \" backslash \\ slash /", "line\nbreak\ttab\r", "\u{0}\u{1f}\u{7f}", "é 漢 🧾", "",
  ])
  func `any text comes back as it was`(text: String) throws {
    let members = try object(JSONText.of(Amount(value: text)))
    #expect(members["value"] as? String == text)
  }

  @Test(arguments: [
    (1_795_000_000, 0, "2026-11-18T11:06:40Z"), (0, 125_000_000, "1970-01-01T00:00:00.125Z"),
    (0, 1_000, "1970-01-01T00:00:00.000001Z"), (0, 1, "1970-01-01T00:00:00.000000001Z"),
    (-1, 500_000_000, "1969-12-31T23:59:59.500Z"),
    (253_402_300_799, 0, "9999-12-31T23:59:59Z"),
  ])
  func `times are RFC 3339 in UTC`(seconds: Int64, nanos: Int32, text: String) {
    #expect(TimeText.rfc3339(GoogleProtobufTimestamp(seconds: seconds, nanos: nanos)) == text)
  }

  @Test func `people read their own time`() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 3600))
    let time = GoogleProtobufTimestamp(seconds: 1_795_000_000)
    #expect(TimeText.local(time, zone: zone) == "2026-11-18 12:06:40")
    #expect(TimeText.local(nil) == "-")
  }

  @Test(arguments: [
    ("2026-11-18T11:06:40Z", 1_795_000_000_000_000),
    ("2026-11-18T12:06:40+01:00", 1_795_000_000_000_000),
    ("1970-01-01T00:00:00.500Z", 500_000), ("1970-01-02", 86_400_000_000),
  ])
  func `a time is read as it is written`(text: String, microseconds: Int64) {
    #expect(TimeText.microseconds(text) == microseconds)
  }

  @Test(arguments: ["", "now", "2026-11-18x", "18-11-2026", "2026-13-01"])
  func `what is no time is none`(text: String) {
    #expect(TimeText.microseconds(text) == nil)
  }

  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }
}
