/// A proto service as the server takes it; generated code conforms to it.
package protocol RPCService: Sendable {
  var handlers: [RPCHandler] { get }
}
