import CLibFuzzer
import Glibc

/// Gives one of our entry points to libFuzzer: Fuzz ENTRY, then libFuzzer's own arguments.
@main struct Fuzz {
  /// Fixed for the process: libFuzzer's callback is a C function and carries nothing.
  private static let entry = CommandLine.arguments.dropFirst().first.flatMap(Entry.init)

  static func main() {
    guard entry != nil else {
      let names = Entry.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: Fuzz \(names) [libFuzzer's arguments]")
      exit(64)
    }
    let words = CommandLine.arguments.prefix(1) + CommandLine.arguments.dropFirst(2)
    // libFuzzer keeps them until the process ends.
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var count = CInt(words.count)
    unsafe arguments.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      exit(
        unsafe LLVMFuzzerRunDriver(&count, &start) { data, count in
          Fuzz.entry?.run(unsafe Array(UnsafeRawBufferPointer(start: data, count: count)))
          return 0
        })
    }
  }
}
