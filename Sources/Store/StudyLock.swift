import Foundation

/// Holds a study's folder for one process.
///
/// An advisory lock on a file beside the store: the system releases it when the process ends, in
/// whatever way, so that a killed run never leaves a study locked.
struct StudyLock: ~Copyable {
  private let descriptor: CInt

  init(folder: String) throws(StoreError) {
    let path = folder + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = (try? String(contentsOfFile: path, encoding: .utf8))?
        .trimmingCharacters(in: .whitespacesAndNewlines)
      close(descriptor)
      throw .busy(folder: folder, process: holder.flatMap { $0.isEmpty ? nil : $0 })
    }
    // For the message that a second run prints; the lock does not depend on it.
    let process = Array("\(getpid())\n".utf8)
    if ftruncate(descriptor, 0) == 0 { _ = write(descriptor, process, process.count) }
  }

  deinit {
    close(descriptor)
  }
}
