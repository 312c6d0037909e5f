import Foundation

/// A file that appears whole or not at all: written under a temporary name, synced, then given its
/// own by `Publication`. Until then the previous file of that name stays.
public final class OutputFile {
  /// What stopped a file from being written.
  public enum Failure: Error, CustomStringConvertible, Sendable {
    case cannotWrite(path: String, reason: String)

    public var description: String {
      switch self {
      case .cannotWrite(let path, let reason):
        "\(path) cannot be written: \(reason); free space or name another folder with --out"
      }
    }

    /// - Parameter code: what the system said, as `errno`.
    public init(path: String, code: Int32) {
      self = .cannotWrite(path: path, reason: String(cString: strerror(code)))
    }
  }

  public let path: String
  /// Without its folder.
  public var name: String { (path as NSString).lastPathComponent }
  public private(set) var byteCount = 0
  let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var isFinished = false
  /// It has its name; there is nothing left to remove.
  var hasAppeared = false

  public init(_ path: String) throws(Failure) {
    self.path = path
    temporary = path + ".part"
    descriptor = open(temporary, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
  }

  deinit {
    if !isFinished { close(descriptor) }
    if !hasAppeared { unlink(temporary) }
  }

  /// Appends what `body` appends to its argument.
  public func write(_ body: (inout [UInt8]) -> Void) throws(Failure) {
    body(&buffer)
    if buffer.count > 1 << 16 { try flush() }
  }

  public func write(_ bytes: [UInt8]) throws(Failure) { try write { $0 += bytes } }

  /// Ends the writing: all bytes are on the disk. Returns their SHA-256.
  @discardableResult
  public func finish() throws(Failure) -> String {
    try flush()
    isFinished = true
    let isSynced = fsync(descriptor) == 0
    let code = errno
    let isClosed = close(descriptor) == 0
    guard isSynced else { throw Failure(path: path, code: code) }
    guard isClosed else { throw Failure(path: path, code: errno) }
    return hash.finalize()
  }

  private func flush() throws(Failure) {
    hash.update(buffer.span)
    byteCount += buffer.count
    var done = 0
    while done < buffer.count {
      let count = buffer[done...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(path: path, code: errno) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
