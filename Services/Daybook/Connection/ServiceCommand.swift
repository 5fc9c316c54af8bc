import ArgumentParser
import Foundation
import RPC

/// A command that calls a service. It says which methods it calls, so that a test can hold that
/// every method has its command.
protocol ServiceCommand: AsyncParsableCommand {
  static var methods: [RPCMethod] { get }
  var connection: ConnectionOptions { get }
  func run(_ services: Services) async throws
}

extension ServiceCommand {
  mutating func run() async throws {
    let services = try Services(connection, environment: ProcessInfo.processInfo.environment)
    do {
      try await run(services)
      await services.close()
    } catch {
      await services.close()
      throw error
    }
  }
}
