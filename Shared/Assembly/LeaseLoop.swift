package import LinkGrants
package import Logging

extension RelayLoop {
  /// Keeps the lease, telling the log of each renewal that failed.
  package init(_ keeper: LeaseKeeper, logger: Logger) {
    self.init {
      await keeper.run { error in
        logger.warning("the lease was not renewed", metadata: ["cause": "\(error)"])
      }
    }
  }
}
