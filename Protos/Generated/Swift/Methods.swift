// swift-format-ignore-file
// Made from all proto files by Protos/generate. Change those, not this.

package import RPC

/// Every method of Daybook's own services.
package enum AllMethods {
  package static let all: [RPCMethod] = [
    ClientServiceMethods.all,
    LinkServiceMethods.all,
    BackOfficeServiceMethods.all,
    LeaseServiceMethods.all,
    LinkGrantServiceMethods.all,
    LinkReconciliationServiceMethods.all,
    AccountingServiceMethods.all,
    DocumentServiceMethods.all,
    NetworkServiceMethods.all,
    DocumentSourceServiceMethods.all,
    ApprovalReconciliationServiceMethods.all,
    DeliveryServiceMethods.all,
    IntegrationServiceMethods.all,
    ApprovalServiceMethods.all,
  ].flatMap { $0 }
}
