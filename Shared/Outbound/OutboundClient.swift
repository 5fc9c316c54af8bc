/// How a client connects. The whole client shares it: two policies are two clients.
package struct OutboundConfiguration: Sendable {
  package var policy: AddressPolicy
  /// A PEM file of certificate authorities to trust instead of the system's.
  package var certificateFile: String?
  /// HTTP transfers at once; more wait for their turn, within their own timeout.
  package var maximumTransfers: Int
  /// Mail connections at once: mail servers turn a caller away that opens many.
  package var maximumMailTransfers: Int
  package var userAgent: String

  package init(
    policy: AddressPolicy = AddressPolicy(), certificateFile: String? = nil,
    maximumTransfers: Int = 256, maximumMailTransfers: Int = 8, userAgent: String = "daybook/1"
  ) {
    self.policy = policy
    self.certificateFile = certificateFile
    self.maximumTransfers = maximumTransfers
    self.maximumMailTransfers = maximumMailTransfers
    self.userAgent = userAgent
  }
}

/// Sends what leaves Daybook: HTTP requests and mail.
///
/// Each kind has a thread and kept connections of its own, so a mail server that is slow to take
/// leave delays no HTTP request. A process makes one client for each address policy and keeps it;
/// it closes itself when it is let go.
package final class OutboundClient: Sendable {
  private let http: TransferLoop
  private let mail: TransferLoop

  /// - Throws: `misconfigured` where libcurl or a thread cannot be had.
  package init(_ configuration: OutboundConfiguration = OutboundConfiguration())
    throws(OutboundError)
  {
    http = try TransferLoop(
      limit: max(1, configuration.maximumTransfers), settings: configuration)
    mail = try TransferLoop(
      limit: max(1, configuration.maximumMailTransfers), settings: configuration)
  }

  deinit { close() }

  /// Sends a request once. Any answer is a response, redirects and errors of the receiver included.
  ///
  /// After a passing error the request may have arrived all the same; what must not happen twice
  /// carries an id that the receiver knows.
  package func perform(_ request: HTTPRequest) async throws(OutboundError) -> HTTPResponse {
    try request.check()
    let outcome = try await http.run(.http(request))
    return HTTPResponse(
      status: outcome.code, headers: outcome.headers, body: outcome.body,
      isBodyComplete: outcome.isBodyComplete, address: outcome.address, timings: outcome.timings)
  }

  /// Hands a message to a mail server; returns when the server has taken charge of it.
  ///
  /// All recipients are accepted or none: the first refusal ends the transfer.
  package func send(_ message: MailMessage, via server: SMTPServer) async throws(OutboundError)
    -> MailReceipt
  {
    let outcome = try await mail.run(.mail(MailTransfer(message, server)))
    return MailReceipt(
      code: outcome.code, reply: outcome.lastReply, address: outcome.address,
      timings: outcome.timings)
  }

  /// Ends all transfers with `closed` and refuses new ones.
  package func close() {
    http.close()
    mail.close()
  }
}
