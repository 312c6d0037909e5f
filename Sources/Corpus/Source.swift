/// Where in the archive something was read.
public struct Source: Sendable, Hashable, Codable {
  /// The file, as the archive names it: relative to the study, with `/` between folders.
  public var path: String
  /// Where in the file: the byte at which a record begins (JSON Lines, CSV, WARC; after
  /// decompression, unless a gzip member or Zstandard frame begins with the record), or the ordinal
  /// of an entry from 1 (feeds, packages). `nil` when the file is one record.
  public var offset: Int?

  public init(path: String, offset: Int? = nil) {
    self.path = path
    self.offset = offset
  }

  /// An entry of what is here, by its ordinal from 1: of a file, or of a record in a file.
  public func entry(_ ordinal: Int) -> Source {
    Source(path: description, offset: ordinal)
  }
}

extension Source: CustomStringConvertible {
  public var description: String { offset.map { "\(path)#\($0)" } ?? path }
}

extension Source: Comparable {
  /// By path (bytes, not locale), then by offset: the order of the archive.
  public static func < (a: Source, b: Source) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    return (a.offset ?? -1) < (b.offset ?? -1)
  }
}
