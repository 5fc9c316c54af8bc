import ArgumentParser
import Contracts
import Foundation
import RPC
import RPCServices

/// Why the tool ends without having done what it was asked: one line for people, then what helps.
struct Failure: Error {
  let kind: ExitKind
  let message: String
  var details: [String] = []

  init(_ kind: ExitKind, _ message: String, details: [String] = []) {
    self.kind = kind
    self.message = message
    self.details = details
  }

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as RPCError: self.init(error)
    default: self.init(unnamed: error)
    }
  }

  /// What the argument parser throws knows its own words, also those of `--help`; anything else is
  /// told in the words that the system has for it.
  private init(unnamed error: any Error) {
    switch DaybookCommand.exitCode(for: error) {
    case .success: self.init(.done, DaybookCommand.fullMessage(for: error))
    case .validationFailure:
      let text = DaybookCommand.fullMessage(for: error)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      self.init(
        .usage, String(lines[0].trimmingPrefix("Error: ")), details: Array(lines.dropFirst()))
    default: self.init(.other, (error as NSError).localizedDescription)
    }
  }

  /// Puts the words where they belong: help on standard output, all else on standard error.
  func report() {
    switch kind {
    case .done: print(message)
    case .outputClosed: return
    default:
      let lines = ["error: \(message)"] + details.map { $0.isEmpty ? "" : "  \($0)" }
      FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}

extension Failure {
  /// The server's own words, then every detail that it sent.
  init(_ error: RPCError) {
    let message = error.message.isEmpty ? error.code.name : error.message
    self.init(ExitKind(error.code), message, details: Self.details(of: error))
  }

  private static func details(of error: RPCError) -> [String] {
    var lines: [String] = []
    if let refusal = TransitionRefusal(detailOf: error) {
      if !refusal.status.isEmpty { lines.append("status: \(refusal.status)") }
      let allowed = refusal.allowedEvents.joined(separator: ", ")
      lines.append("allowed now: \(allowed.isEmpty ? "nothing" : allowed)")
    }
    if let details = error.statusDetails {
      lines += details.fieldViolations.map { "\($0.field): \($0.description)" }
      lines += details.preconditionViolations.map { violation in
        let subject = violation.subject.isEmpty ? violation.type : violation.subject
        return "\(subject): \(violation.description)"
      }
      if let delay = details.retryDelay {
        lines.append("try again after \(delay.components.seconds) s")
      }
    }
    if let advice = error.connectionAdvice { lines.append(advice) }
    if error.code == .unauthenticated {
      lines.append("a token comes from --token-file or DAYBOOK_TOKEN_FILE")
    }
    return lines
  }
}

extension RPCError {
  /// What to look at when a service cannot be reached. The cause is the library's word for
  /// programmers: what it means for the command line is told, not the word itself.
  fileprivate var connectionAdvice: String? {
    guard code == .unavailable, let cause else { return nil }
    let words = String(describing: cause).lowercased()
    if words.contains("certificate_verify") { return "its certificate is not trusted: see --roots" }
    if words.contains("validatecertificate") || words.contains("hostname") {
      return "its certificate is for another name: see --server-name"
    }
    if words.contains("wrong_version") || words.contains("handshake") {
      return "it does not speak TLS as expected: see --plaintext, --certificate and --key"
    }
    return nil
  }
}
