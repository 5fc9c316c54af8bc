import EInvoice
import Synchronization

/// The beginning and the end of a file that streams by: all that tells a PDF, so that one is never in
/// memory as a whole.
final class FileEnds: Sendable {
  /// The windows in which the sniffer looks for a PDF's header and end mark.
  private static let window = 1024

  private struct State {
    var head: [UInt8] = []
    var tail: [UInt8] = []
    var isChecked = false
  }

  private let state = Mutex(State())

  /// Takes the next bytes. Throws what the sniffer refuses a beginning for that can be neither a PDF's
  /// nor XML's, so that nobody stores 20 MiB of something else.
  func take(_ chunk: [UInt8]) throws(DocumentSniffer.Refusal) {
    let beginning = state.withLock { state -> [UInt8]? in
      state.head += chunk.prefix(Self.window - state.head.count)
      state.tail = Array((state.tail + chunk.suffix(Self.window)).suffix(Self.window))
      guard !state.isChecked, state.head.count == Self.window else { return nil }
      state.isChecked = true
      return state.head
    }
    guard let beginning else { return }
    do {
      _ = try DocumentSniffer().inspect(beginning)
    } catch .unknown {
      throw .unknown
    } catch {
      // What is cut off here goes on in the stream.
    }
  }

  /// Both ends as one file: to the sniffer a PDF like the whole.
  var joined: [UInt8] { state.withLock { $0.head + $0.tail } }
}
