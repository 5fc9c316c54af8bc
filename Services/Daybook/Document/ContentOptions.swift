import ArgumentParser
import Contracts
import RPC

/// Which file of a document is read, and where it goes.
struct ContentOptions: ParsableArguments {
  @Option(help: "Which file: original or e-invoice.")
  var part = Choice<ContentPart>(.original)
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where to write it; the file appears when it is whole (default: standard output).",
      valueName: "file"))
  var output: String?

  /// Takes the content as it comes.
  func save(_ chunks: Replies<ContentChunk>, _ answers: Output) async throws {
    guard let output else { return try await print(chunks, answers) }
    let file = try OutputFile(output)
    var info: ContentInfo?
    var progress = Progress("reading", total: nil)
    defer { progress.end() }
    var received: Int64 = 0
    for try await chunk in chunks {
      info = info ?? chunk.info
      try file.write(chunk.data)
      received += Int64(chunk.data.count)
      progress.reached(received)
    }
    progress.end()
    try file.finish()
    let saved = ContentInfo(
      sha256: info?.sha256 ?? "", sizeBytes: received, mediaType: info?.mediaType ?? "",
      fileName: output)
    try answers.done("\(output): \(Progress.size(received)) written", saved)
  }

  private func print(_ chunks: Replies<ContentChunk>, _ answers: Output) async throws {
    guard !answers.json else { throw Failure(.usage, "--json needs --output FILE here") }
    for try await chunk in chunks {
      let isText = chunk.info.map { $0.mediaType.hasSuffix("xml") } ?? true
      guard isText || !StandardOutput.isTerminal else {
        throw Failure(.usage, "this is no text for a terminal: give --output FILE")
      }
      try StandardOutput.write(chunk.data)
    }
  }
}
