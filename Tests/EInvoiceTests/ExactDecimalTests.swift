import Testing

@testable import EInvoice

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("-1", "-1"), ("+1.50", "1.50"), (".5", "0.5"), ("5.", "5"),
    ("-.25", "-0.25"), ("007.10", "7.10"), ("-0.00", "0.00"),
    ("99999999999999.999999999999999999", "99999999999999.999999999999999999"),
    ("0.0000000000000000010", "0.000000000000000001"),
  ])
  func `xsd decimal is read and written as it stood`(_ text: String, _ written: String) {
    #expect(ExactDecimal(text)?.description == written)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "1e3", "1,5", "1 000", " 1", "1 ", "--1", "1.2.3", "NaN", "INF", "٣",
    "100000000000000", "0.0000000000000000001", "0x10",
  ])
  func `what is no xsd decimal, or too long, is not read`(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `trailing zeros change the writing and not the value`() throws {
    let short = try #require(ExactDecimal("1.5"))
    let long = try #require(ExactDecimal("1.500"))
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect((short.fractionDigits, long.fractionDigits) == (1, 3))
  }

  @Test(arguments: [
    ("0.005", "0.01"), ("0.0049999", "0.00"), ("1.115", "1.12"), ("-0.005", "-0.01"),
    ("-1.114", "-1.11"), ("2.675", "2.68"), ("1.005", "1.01"), ("3", "3.00"), ("99.995", "100.00"),
  ])
  func `rounding is half up, away from zero`(_ text: String, _ rounded: String) {
    #expect(ExactDecimal(text)?.roundedToCents.description == rounded)
  }

  @Test func `a tenth added ten times is one`() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    #expect(ExactDecimal.sum(Array(repeating: tenth, count: 10)) == 1)
  }

  @Test(arguments: [
    ("19.99", "3", "59.97"), ("-2.5", "4", "-10"), ("0.333333", "3", "0.999999"),
    ("99999999999999", "0.01", "999999999999.99"),
    ("0.000000001", "0.000000001", "0.000000000000000001"),
    ("0.0000000005", "0.000000001", "0.000000000000000001"), ("0", "-1", "0"),
  ])
  func `products are exact up to 18 fraction digits`(_ a: String, _ b: String, _ product: String) {
    #expect(Samples.decimal(a).multiplied(by: Samples.decimal(b)) == Samples.decimal(product))
  }

  @Test func `quotients are rounded at the 18th fraction digit`() {
    #expect(Samples.decimal("1").divided(by: 3) == Samples.decimal("0.333333333333333333"))
    #expect(Samples.decimal("-2").divided(by: 3) == Samples.decimal("-0.666666666666666667"))
    #expect(Samples.decimal("1").divided(by: 0) == nil)
  }

  @Test func `what is too large is nil or capped and never a trap`() {
    let large = Samples.decimal("99999999999999")
    var product = large
    for _ in 0..<3 { product = product.multiplied(by: large) ?? product }
    #expect(product.multiplied(by: large) == nil)
    #expect(large.divided(by: Samples.decimal("0.000000000000000001")) == nil)
    var sum = product
    for _ in 0..<200 { sum = sum + sum }
    #expect(sum > large)
    #expect(-(-sum) == sum)
    _ = (-sum - sum).roundedToCents
    _ = sum.roundedToCents
  }

  @Test func `cents go in and out`() {
    #expect(ExactDecimal(cents: -12345)?.description == "-123.45")
    #expect(Samples.decimal("123.450").cents == 12345)
    #expect(Samples.decimal("123.451").cents == nil)
    #expect(ExactDecimal(cents: .max) == nil)
    #expect(ExactDecimal(whole: .min) == nil)
    #expect(ExactDecimal(whole: 12) == 12)
  }
}
