/// What this end grants its peer on one connection, and how much misbehaviour it takes.
struct HTTP2Settings {
  var concurrentStreams = 1_000
  var headerListBytes = 16 << 10
  var streamWindowBytes = 256 << 10
  var connectionWindowBytes = 4 << 20
  /// RST_STREAM frames at once, and thereafter each second: those that the peer sends, and those
  /// that it provokes us to send (MadeYouReset, CVE-2025-8671), each counted for itself.
  var resetBurst = 1_000
  var resetsPerSecond = 33
  /// SETTINGS and PING acknowledgements waiting to be sent.
  var outboundAcks = 1_000
  var settingsEntries = 32
  var continuations = 8
  /// SETTINGS frames at once, and thereafter each second. Each has to be answered.
  var settingsBurst = 100
  var settingsPerSecond = 1
}
