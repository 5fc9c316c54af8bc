/// Daybook keeps times and spans as microseconds; google.protobuf has seconds and nanoseconds, the
/// nanoseconds of a timestamp never below zero, also before 1970.
extension GoogleProtobufTimestamp {
  /// Microseconds since 1970 UTC.
  package init(microseconds: Int64) {
    let (seconds, rest) = microseconds.flooredDivision(by: 1_000_000)
    self.init(seconds: seconds, nanos: Int32(rest) * 1000)
  }

  /// Microseconds since 1970 UTC; what is beyond Int64 (300,000 years) becomes its nearest value.
  package var microseconds: Int64 {
    saturatedMicroseconds(seconds: seconds, nanos: nanos)
  }
}

extension GoogleProtobufDuration {
  package init(microseconds: Int64) {
    // The sign of both parts is the span's.
    let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    self.init(seconds: seconds, nanos: Int32(rest) * 1000)
  }

  /// What is beyond Int64 becomes its nearest value.
  package var microseconds: Int64 {
    saturatedMicroseconds(seconds: seconds, nanos: nanos)
  }
}

private func saturatedMicroseconds(seconds: Int64, nanos: Int32) -> Int64 {
  let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
  let limit = seconds < 0 ? Int64.min : Int64.max
  guard !overflow else { return limit }
  let (sum, sumOverflow) = whole.addingReportingOverflow(Int64(nanos).flooredDivision(by: 1000).0)
  return sumOverflow ? limit : sum
}

extension Int64 {
  /// The remainder is never below zero.
  fileprivate func flooredDivision(by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
