/// What the process says to its supervisor when it ends; the numbers are those of sysexits.h.
package enum ExitCode: Int32, Sendable, CaseIterable {
  case success = 0
  /// A flag, variable, key or value is wrong: starting again does not help.
  case usage = 64
  /// The data are damaged: a person has to look.
  case damaged = 65
  /// Something it needs does not answer: an address in use, a database.
  case unavailable = 69
  /// A fault of the program.
  case software = 70
  /// A file or folder cannot be made.
  case cannotCreate = 73
  /// Another process holds the data folder: starting again later helps.
  case locked = 75
  /// A second SIGTERM or SIGINT while stopping.
  case stoppedHard = 130

  var meaning: String {
    switch self {
    case .success: "stopped as asked"
    case .usage: "a setting is wrong"
    case .damaged: "data are damaged"
    case .unavailable: "something needed does not answer, or an address is in use"
    case .software: "a fault of the program"
    case .cannotCreate: "a file or folder cannot be made"
    case .locked: "another process holds the data folder"
    case .stoppedHard: "a second signal cut the stop short"
    }
  }

  static var table: String {
    "Exit codes\n"
      + allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
  }
}

/// An error that knows what its process says to the supervisor when it ends the process.
package protocol StartObstacle: Error {
  var exitCode: ExitCode { get }
}

/// Why a service did not start, in one line for a person, and the code to exit with.
package struct StartFailure: Error, CustomStringConvertible {
  package let exitCode: ExitCode
  package let description: String

  package init(_ exitCode: ExitCode, _ description: String) {
    self.exitCode = exitCode
    self.description = description
  }
}
