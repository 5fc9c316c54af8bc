import Foundation
import Logging

/// The process's logs as its settings ask for them.
struct LogSetup {
  private let level: Logger.Level
  private let format: LogFormat

  init(_ settings: Settings) throws {
    level = Logger.Level(rawValue: try settings[HostSettings.logLevel]) ?? .info
    // Text for the person at a terminal, JSON for whatever collects the lines.
    let fallback = isatty(STDERR_FILENO) == 1 ? LogFormat.text : .json
    format = LogFormat(rawValue: try settings[HostSettings.logFormat]) ?? fallback
  }

  /// Installs the backend for every logger of the process and returns the service's own.
  func logger(_ name: String, _ writer: LogWriter) -> Logger {
    LoggingSystem.bootstrap(
      { [level, format] label, provider in
        LineLogHandler(
          label: label, level: level, format: format, writer: writer, metadataProvider: provider)
      }, metadataProvider: RequestContext.metadataProvider)
    return Logger(label: name)
  }
}
