import RPC

/// A service whose handlers run with their call's request context as `RequestContext.current`.
struct ContextualService: RPCService {
  let handlers: [RPCHandler]

  init(_ service: any RPCService) {
    handlers = service.handlers.map { handler in
      handler.around { call, body in
        let context = call.context as? RequestContext ?? RequestContext(of: call.metadata)
        try await context.run(body)
      }
    }
  }
}
