import Contracts
import Testing

@Suite struct `Times in microseconds` {
  @Test(arguments: [
    (0, 0, 0), (1, 0, 1000), (1_000_000, 1, 0), (-1, -1, 999_999_000), (-1_000_000, -1, 0),
    (-1_500_000, -2, 500_000_000), (1_735_689_600_123_456, 1_735_689_600, 123_456_000),
    (Int64.max, 9_223_372_036_854, 775_807_000), (Int64.min, -9_223_372_036_855, 224_192_000),
  ])
  func `a timestamp's nanoseconds are never below zero`(
    microseconds: Int64, seconds: Int64, nanos: Int32
  ) {
    let timestamp = GoogleProtobufTimestamp(microseconds: microseconds)
    #expect(timestamp == GoogleProtobufTimestamp(seconds: seconds, nanos: nanos))
    #expect(timestamp.microseconds == microseconds)
  }

  @Test(arguments: [
    (0, 0, 0), (-1, 0, -1000), (-1_500_000, -1, -500_000_000), (2_000_001, 2, 1000),
  ])
  func `a duration has one sign`(microseconds: Int64, seconds: Int64, nanos: Int32) {
    let duration = GoogleProtobufDuration(microseconds: microseconds)
    #expect(duration == GoogleProtobufDuration(seconds: seconds, nanos: nanos))
    #expect(duration.microseconds == microseconds)
  }

  @Test func `what is beyond Int64 becomes its nearest value`() {
    #expect(GoogleProtobufTimestamp(seconds: .max, nanos: 0).microseconds == .max)
    #expect(GoogleProtobufTimestamp(seconds: .min, nanos: 0).microseconds == .min)
    #expect(
      GoogleProtobufTimestamp(seconds: 9_223_372_036_854, nanos: 999_999_999).microseconds == .max)
  }
}
