import Testing

@testable import EInvoice

@Suite struct ExactDecimalTests {
  @Test func `it reads`() { #expect(ExactDecimal("1.5")?.description == "1.5") }
}
