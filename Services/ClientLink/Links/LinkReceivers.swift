import Contracts
import RPC

/// The ways to the services that hold grants.
struct LinkReceivers: Sendable {
  let documentStatus: RPCChannel
  let integrationDispatch: RPCChannel

  func client(of receiver: LinkReceiver) -> LinkGrantServiceClient {
    switch receiver {
    case .documentStatus: LinkGrantServiceClient(documentStatus)
    case .integrationDispatch: LinkGrantServiceClient(integrationDispatch)
    }
  }
}
