import Database
import Foundation
import TestPrograms
import Testing

@Suite("A data folder") struct DataFolderTests {
  @Test("is created for its owner alone, with the folders above it") func created() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/b"
    let data = try DataFolder(path)
    let attributes = try FileManager.default.attributesOfItem(atPath: data.path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test("is given to one at a time, and again when it is let go") func exclusive() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/data"
    do {
      let held = try DataFolder(path)
      let own = ProcessInfo.processInfo.processIdentifier
      #expect(throws: DataFolderError.inUse(path: path, process: own)) { try DataFolder(path) }
      withExtendedLifetime(held) {}
    }
    _ = try DataFolder(path)
  }

  @Test("that another process holds is refused, until that process is killed")
  func otherProcess() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try Array("4711\n".utf8).write(to: path + "/lock")
    // Without a fork the lock is the very process that is killed below.
    let other = try ChildProgram(["flock", "--no-fork", path + "/lock", "sleep", "60"])
    defer { other.kill() }
    try await eventually("the other process holds the lock") { (try? DataFolder(path)) == nil }
    // The lock's text survives each short hold of ours above only as our own number.
    let error = #expect(throws: DataFolderError.self) { try DataFolder(path) }
    #expect(error?.description.contains("in use by process") == true)
    other.kill()
    try await eventually("the lock is free") { (try? DataFolder(path)) != nil }
  }

  @Test("that is a file, or stands where none can be made, is refused") func unusable() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    try [UInt8]().write(to: path)
    let error = DataFolderError.unusable(path: path, reason: "it is not a folder")
    #expect(throws: error) { _ = try DataFolder(path) }
    #expect(throws: DataFolderError.self) { try DataFolder("/proc/none/data") }
  }
}

extension [UInt8] {
  func write(to path: String) throws { try Data(self).write(to: URL(filePath: path)) }
}
