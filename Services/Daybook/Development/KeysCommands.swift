import ArgumentParser
import Foundation
import Identity

struct KeysCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make the keys of a development set-up.",
    subcommands: [KeysMake.self])
}

struct KeysMake: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a signing key and its key set; keeps what is there.")

  @Option(help: "Where they are kept; made when it is not there.") var folder: String

  mutating func run() async throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.other, "\(folder) cannot be made: \((error as NSError).localizedDescription)")
    }
    do {
      let keys = try DevelopmentKeys(folder: folder)
      print("signing key  \(keys.signingKeyPath)  for `daybook token --keys \(folder)`")
      print("key set      \(keys.keySetPath)  for the services' --identity-keys")
    } catch {
      throw Failure(.other, String(describing: error))
    }
  }
}
