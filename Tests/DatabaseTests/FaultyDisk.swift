import CFaultVFS
import Database
import Foundation
import Testing

/// A disk under one database that counts what is written and synced, and fails when it is told to.
struct FaultyDisk: Sendable {
  /// SQLite's result codes, as its header has them.
  enum Fault: Int32, CaseIterable, Sendable {
    case noMemory = 7
    case full = 13
    case write = 778
    case sync = 1034
  }

  let name = "faulty-\(UUID().uuidString)"
  private let number: Int32

  init() throws {
    number = unsafe fault_vfs_register(name)
    try #require(number >= 0)
  }

  var options: DatabaseOptions {
    var options = DatabaseOptions()
    options.vfs = name
    return options
  }

  var syncs: Int { Int(fault_vfs_count(number, fault_sync)) }

  /// The next `times` writes fail after `skip` more that do not.
  func failWrites(_ fault: Fault, after skip: Int = 0, times: Int = 1) {
    fault_vfs_fail(number, fault_write, fault.rawValue, Int64(skip), Int64(times))
  }

  func failSyncs(times: Int) {
    fault_vfs_fail(number, fault_sync, Fault.sync.rawValue, 0, Int64(times))
  }

  func heal() {
    failWrites(.full, times: 0)
    failSyncs(times: 0)
  }
}
