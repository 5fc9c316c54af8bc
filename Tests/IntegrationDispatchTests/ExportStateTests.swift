import StatusRules
import Testing

@testable import IntegrationDispatch

@Suite struct ExportStateTests {
  @Test(
    arguments: [
      ([], ExportState.notExported),
      ([.cancelled], .notExported),
      ([.delivered], .exported),
      ([.delivered, .cancelled], .exported),
      ([.delivered, .retrying], .queued),
      ([.inFlight], .queued),
      ([.queued, .delivered], .queued),
      ([.queued, .failed, .delivered], .error),
    ] as [([DeliveryStatus], ExportState)])
  func `The newest deliveries to a side's integrations make the document's export state`(
    newest: [DeliveryStatus], state: ExportState
  ) {
    #expect(ExportState(newest: newest) == state)
  }
}
