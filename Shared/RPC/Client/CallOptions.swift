import NIOCore

/// What a caller asks of one call.
package struct CallOptions: Sendable {
  package var metadata: Metadata
  /// From now; a call made inside another ends no later than that one.
  package var timeout: Duration? {
    get { timeoutNanoseconds.map(Duration.nanoseconds) }
    set { timeoutNanoseconds = newValue.map { TimeAmount($0).nanoseconds } }
  }
  /// Options serve many calls, and a `Duration` has 128 bits to divide.
  private(set) var timeoutNanoseconds: Int64?
  /// True waits for a connection until the deadline; false fails with UNAVAILABLE as soon as an
  /// attempt to connect has failed; nil does as the service config says, and else as false.
  package var waitForReady: Bool?
  /// How requests are compressed. A server that cannot read it answers UNIMPLEMENTED.
  package var compression: Compression?

  package init(
    metadata: Metadata = [:], timeout: Duration? = nil, waitForReady: Bool? = nil,
    compression: Compression? = nil
  ) {
    self.metadata = metadata
    timeoutNanoseconds = timeout.map { TimeAmount($0).nanoseconds }
    self.waitForReady = waitForReady
    self.compression = compression
  }
}
