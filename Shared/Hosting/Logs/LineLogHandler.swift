package import Logging

/// The process's log backend: formats an event on the thread that logs, hands the line to the
/// writer. Metadata of the event wins over the logger's, the logger's over the call's.
package struct LineLogHandler: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  package var logLevel: Logger.Level
  private let label: String
  private let format: LogFormat
  private let writer: LogWriter

  package init(
    label: String, level: Logger.Level, format: LogFormat, writer: LogWriter,
    metadataProvider: Logger.MetadataProvider? = nil
  ) {
    self.label = label
    self.logLevel = level
    self.format = format
    self.writer = writer
    self.metadataProvider = metadataProvider
  }

  package subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var all = metadataProvider?.get() ?? [:]
    all.merge(metadata) { _, own in own }
    if let given = event.metadata { all.merge(given) { _, own in own } }
    writer.write(format.line(event, label: label, metadata: all, micros: UTCTime.now()))
  }
}
