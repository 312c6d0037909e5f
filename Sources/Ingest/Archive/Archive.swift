public import Corpus

/// The files and folders that a study reads.
///
/// Folders are walked whole, symbolic links followed, loops not. Names that begin with a point are
/// passed by unless a pattern spells them out. The order is that of the paths' bytes, whatever the
/// file system's.
public struct Archive: Sendable {
  /// What a list of files consists of, and what stood in its way.
  public struct Listing: Sendable {
    public var files: [ArchiveFile]
    public var rejects: [Reject]
  }

  private let root: [UInt8]
  private let patterns: [Pattern]
  private let excluded: [[UInt8]]

  private enum Pattern {
    case path([UInt8])
    case glob(PathGlob)
  }

  /// - Parameters:
  ///   - root: the folder that the patterns are relative to: the study's.
  ///   - patterns: files, folders, or globs with `*`, `?`, `[a-z]` and `**` (any folders).
  ///   - excluding: paths that are no articles though they lie in the archive: the study's
  ///     sidecar, outlet table and output folder.
  public init(root: String, patterns: [String], excluding: [String] = []) {
    self.root = root.isEmpty ? Array(".".utf8) : Array(root.utf8)
    self.patterns = patterns.map { text in
      let bytes = FilePath.simplified(Array(text.utf8))
      return PathGlob.isPattern(bytes) ? .glob(PathGlob(bytes)) : .path(bytes)
    }
    excluded = excluding.map { FilePath.simplified(Array($0.utf8)) }
  }

  /// The files and folders as a person typed them: no globs, since the shell has expanded them;
  /// `-` is standard input.
  public init(typed paths: [String]) {
    root = Array(".".utf8)
    patterns = paths.map { .path(FilePath.withoutTrailingSlash(Array($0.utf8))) }
    excluded = []
  }

  /// Whether a path of an archive is a glob, and names no file by itself.
  public static func isPattern(_ path: String) -> Bool { PathGlob.isPattern(Array(path.utf8)) }

  /// Walks the archive.
  public func list() -> Listing {
    var walk = FolderWalk(root: root, excluded: excluded)
    for pattern in patterns {
      switch pattern {
      case .path(let path): walk.add(path)
      case .glob(let glob): walk.add(matching: glob)
      }
    }
    return walk.listing()
  }
}

/// A file of an archive, to be opened by a `RecordReader`.
public struct ArchiveFile: Sendable, Hashable {
  /// As records and tables name it: relative to the study, bytes that are no UTF-8 as `%XX`.
  public let path: String
  /// In bytes, on disk.
  public let size: Int
  /// When it was last written, in nanoseconds since 1970: with `path` and `size`, what a resumed
  /// run compares.
  public let modified: Int
  /// What the system opens; `nil` for standard input.
  let location: [UInt8]?

  /// Article JSON Lines, or any other format, on standard input.
  public static let standardInput = ArchiveFile(path: "-", size: 0, modified: 0, location: nil)

  /// Whether the system would let us read it now.
  public var isReadable: Bool { location.map(System.isReadable) ?? true }
}
