import Foundation

/// A file that appears whole or not at all: written under a temporary name, synced, then renamed.
/// Until `commit` the previous file of that name stays.
public final class OutputFile {
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
  public private(set) var byteCount = 0
  private let temporary: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var isCommitted = false

  public init(_ path: String) throws(Failure) {
    self.path = path
    temporary = path + ".part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw Failure.cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    self.handle = handle
  }

  deinit {
    if !isCommitted { try? FileManager.default.removeItem(atPath: temporary) }
  }

  /// Appends what `body` appends to its argument.
  public func write(_ body: (inout [UInt8]) -> Void) throws(Failure) {
    body(&buffer)
    if buffer.count > 1 << 16 { try flush() }
  }

  public func write(_ bytes: [UInt8]) throws(Failure) { try write { $0 += bytes } }

  /// Makes the file appear under its name; returns its SHA-256.
  @discardableResult
  public func commit() throws(Failure) -> String {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch { throw failure(error) }
    guard rename(temporary, path) == 0 else {
      throw Failure.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    isCommitted = true
    return hash.finalize()
  }

  private func flush() throws(Failure) {
    hash.update(buffer)
    byteCount += buffer.count
    do { try handle.write(contentsOf: Data(buffer)) } catch { throw failure(error) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure(_ error: any Error) -> Failure {
    .cannotWrite(path: path, reason: (error as NSError).localizedDescription)
  }
}
