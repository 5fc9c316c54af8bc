import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// A service's method table, the protocol its server implements and its client.
struct ServiceCode {
  let service: ServiceDescriptor
  private let name: String
  private let methods: [Method]

  init(service: ServiceDescriptor) {
    self.service = service
    name = SwiftNames.topLevel(service.name, in: service.file)
    methods = service.methods.map(Method.init)
  }

  struct Method {
    let descriptor: MethodDescriptor
    let name: String
    let request: String
    let reply: String
    /// The case of RPCMethod.Kind, which is also RPCHandler's function.
    let kind: String

    init(_ descriptor: MethodDescriptor) {
      self.descriptor = descriptor
      name = escaped(SwiftNames.lowerCamel(descriptor.name))
      request = SwiftNames.path(descriptor.inputType).joined(separator: ".")
      reply = SwiftNames.path(descriptor.outputType).joined(separator: ".")
      kind =
        switch (descriptor.clientStreaming, descriptor.serverStreaming) {
        case (false, false): "unary"
        case (false, true): "serverStreaming"
        case (true, false): "clientStreaming"
        case (true, true): "bidirectional"
        }
    }

    var idempotency: String {
      switch descriptor.options.idempotencyLevel {
      case .noSideEffects: "noSideEffects"
      case .idempotent: "idempotent"
      case .idempotencyUnknown: "unknown"
      }
    }
  }

  func print(to printer: inout CodePrinter) {
    printMethods(to: &printer)
    printer.print("")
    printServer(to: &printer)
    printer.print("")
    printClient(to: &printer)
  }

  private func printMethods(to printer: inout CodePrinter) {
    printer.print("/// The methods of \(service.fullName).")
    printer.block("package enum \(name)Methods") { printer in
      for method in methods {
        printer.print(
          "package static let \(method.name) = RPCMethod(",
          "  service: \"\(service.fullName)\", name: \"\(method.descriptor.name)\",",
          "  kind: .\(method.kind), idempotency: .\(method.idempotency))")
      }
      printer.print("")
      let names = methods.map(\.name).joined(separator: ", ")
      printer.print("package static let all: [RPCMethod] = [\(names)]")
    }
  }

  private func printServer(to printer: inout CodePrinter) {
    printer.document(service)
    printer.block("package protocol \(name)Server: RPCService") { printer in
      for method in methods {
        printer.document(method.descriptor)
        let request =
          method.descriptor.clientStreaming
          ? "_ requests: RequestStream<\(method.request)>" : "_ request: \(method.request)"
        let replies =
          method.descriptor.serverStreaming ? ", _ replies: ReplyWriter<\(method.reply)>" : ""
        let result = method.descriptor.serverStreaming ? "" : " -> \(method.reply)"
        printer.print(
          "func \(method.name)(\(request)\(replies), _ call: ServerCall) async throws\(result)")
      }
    }
    printer.print("")
    printer.block("extension \(name)Server") { printer in
      printer.block("package var handlers: [RPCHandler]") { printer in
        printer.print("[")
        for method in methods { printHandler(method, to: &printer) }
        printer.print("]")
      }
    }
  }

  private func printHandler(_ method: Method, to printer: inout CodePrinter) {
    let start = ".\(method.kind)(\(name)Methods.\(method.name))"
    if method.kind == "unary" {
      // What RPCHandler's generic function does, for these messages: see there.
      printer.withIndentation { printer in
        printer.print(
          "\(start) { exchange in",
          "  let request = try exchange.takesInPlace",
          "    ? exchange.takeOnlyRequest(\(method.request).self)",
          "    : await exchange.onlyRequest(\(method.request).self)",
          "  let reply = try await self.\(method.name)(request, exchange.call)",
          "  if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }",
          "},")
      }
    } else {
      let arguments =
        method.descriptor.serverStreaming ? "request, replies, call" : "request, call"
      printer.printIndented(
        "\(start) { (\(arguments)) in try await self.\(method.name)(\(arguments)) },")
    }
  }

  private func printClient(to printer: inout CodePrinter) {
    printer.document(service)
    printer.block("package struct \(name)Client: Sendable") { printer in
      printer.print("package let channel: RPCChannel", "")
      printer.print("package init(_ channel: RPCChannel) { self.channel = channel }")
      for method in methods {
        printer.print("")
        printer.document(method.descriptor)
        let (parameters, result, arguments) = clientShape(of: method)
        printer.block(
          "package func \(method.name)(\(parameters)) async throws(RPCError) -> \(result)"
        ) { printer in
          printer.print(
            "try await channel.\(method.kind)(\(name)Methods.\(method.name), \(arguments))")
        }
      }
    }
  }

  /// A client function's parameters and result, and what it passes on to the channel.
  private func clientShape(
    of method: Method
  ) -> (parameters: String, result: String, arguments: String) {
    let options = "_ options: CallOptions = CallOptions()"
    let writer = "RequestWriter<\(method.request)>"
    let replies = "Replies<\(method.reply)>"
    return switch (method.descriptor.clientStreaming, method.descriptor.serverStreaming) {
    case (false, let streams):
      (
        "_ request: \(method.request), \(options)", streams ? replies : method.reply,
        "request, options, as: \(method.reply).self"
      )
    case (true, false):
      (
        "\(options), _ write: @Sendable (\(writer)) async throws -> Void", method.reply,
        "options, as: \(method.reply).self, write"
      )
    case (true, true):
      (
        options, "(requests: \(writer), replies: \(replies))",
        "options, requests: \(method.request).self, as: \(method.reply).self"
      )
    }
  }
}
