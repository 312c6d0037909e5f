/// One file of the archive, as it was when it was read.
public struct ArchiveFile: Sendable, Hashable {
  /// As in `Source.path`.
  public var path: String
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// A hash of its bytes, if one was taken.
  public var contentHash: String?

  public init(path: String, size: Int, modified: Int, contentHash: String? = nil) {
    self.path = path
    self.size = size
    self.modified = modified
    self.contentHash = contentHash
  }
}

/// A file that is being read or was read, by its number in the store.
public struct FileNumber: Sendable, Hashable {
  let id: Int64
}
