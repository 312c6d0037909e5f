import Foundation

/// A lock held for as long as this value lives; the system lets go of it when a run dies.
///
/// The file says who holds it. The folder is locked too, where the system can: a lock file that
/// somebody deletes must not let a second run in.
final class StoreLock: Sendable {
  private let descriptor: Int32
  private let folder: Int32

  init(path: String) throws(StoreError) {
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw StoreError.failed("\(path): \(String(cString: strerror(errno)))")
    }
    folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      close(folder)
      throw StoreError.held(path: path, by: holder)
    }
    tell()
  }

  deinit {
    close(descriptor)
    close(folder)
  }

  /// Writes who holds the lock; that it is held does not depend on it.
  private func tell() {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let name = String(
      decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let line = "process \(getpid()) on \(name) since \(Date().formatted(.iso8601))\n"
    ftruncate(descriptor, 0)
    pwrite(descriptor, line, line.utf8.count, 0)
  }

  /// What the holder wrote, if it is what we would write.
  private static func holder(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0, let text = String(validating: bytes[..<count], as: UTF8.self),
      text.hasPrefix("process "), text.hasSuffix("\n"),
      text.dropLast().utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else { return nil }
    return String(text.dropLast())
  }
}
