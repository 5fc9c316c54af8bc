import ArgumentParser
import Contracts
import Foundation
import RPC

/// Asks each service whether it serves. Needs no token.
struct HealthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Ask the three services whether they serve.",
    discussion: "Ends with 6 when one does not.")

  @OptionGroup var connection: ConnectionOptions

  mutating func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let services = try Services(connection, environment: environment)
    var answers: [Answer] = []
    for place in ServicePlace.allCases {
      let status = await Self.status(of: place, services)
      answers.append(
        Answer(place: place, address: place.address(connection, environment), status: status))
    }
    await services.close()
    try Self.show(answers, services.output)
    let silent = answers.filter { $0.status != "serving" }.map(\.place.rawValue)
    guard silent.isEmpty else {
      throw Failure(.unavailable, "not serving: \(silent.joined(separator: ", "))")
    }
  }

  struct Answer {
    let place: ServicePlace
    let address: String
    /// `serving`, or what came instead.
    let status: String
  }

  static func show(_ answers: [Answer], _ output: Output) throws {
    if output.json {
      let members = answers.map {
        "\(JSONText.quoted($0.place.rawValue)):\(JSONText.quoted($0.status))"
      }
      try output.print(["{\(members.joined(separator: ","))}"])
    } else {
      var table = Table<Answer>([
        Column("SERVICE") { $0.place.rawValue }, Column("ADDRESS") { $0.address },
        Column("ANSWER") { $0.status },
      ])
      try output.print(table.lines(answers))
    }
  }

  private static func status(of place: ServicePlace, _ services: Services) async -> String {
    do {
      let health = GrpcHealthV1HealthClient(try services.channel(place))
      return try await health.check(GrpcHealthV1HealthCheckRequest(), services.call).status.words
    } catch {
      return Failure(error).message
    }
  }
}
