import Testing

@testable import EInvoice

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-03-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a day is read and written as it stood`(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-3-31", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
    "2026-01-00", "0000-01-01", "2026-03-31Z", "2026-03-31+01:00", "20260331", "2026/03/31",
    "２０２６-03-31", "-026-03-31",
  ])
  func `what is no day is not read`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are ordered`() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days.sorted() == days)
    #expect(days[0] < days[1] && !(days[1] < days[1]))
  }
}
