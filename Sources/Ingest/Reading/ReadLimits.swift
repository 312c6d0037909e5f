import Corpus

/// How far reading goes before a record or a file is refused.
public struct ReadLimits: Sendable, Hashable {
  /// The size of one record in bytes, after decompression: a page, a feed, a line.
  public var recordBytes = 32 << 20
  /// How many times its packed size a file may expand to.
  public var expansionRatio = 250
  /// Bytes that any file may expand to, whatever the ratio.
  public var freeExpansion = 64 << 20
  /// Bytes that no file may expand beyond, whatever the ratio.
  public var expandedBytes = 1 << 42
  /// How many layers of packing and archives may lie around a record: three in a `page.html.gz` in
  /// a `pages.tar.gz`.
  public var nestingDepth = 4
  /// The memory that a Zstandard file may ask for, in bytes: a power of two from 1 KiB on.
  public var windowBytes = 128 << 20
  /// Whether blocks of a bare WARC file are checked against their SHA-1 digests. Packed files have
  /// check sums of their own.
  public var verifiesDigests = true

  public init() {}

  /// Why `packed` bytes must not expand to `produced`, if they must not.
  func expansionFailure(of packed: Int, to produced: Int) -> ReadFailure? {
    if produced > expandedBytes {
      return ReadFailure(
        reason: .tooLarge, detail: "expands to more than \(expandedBytes) bytes: over the limit")
    }
    guard produced > freeExpansion, produced / expansionRatio > packed else { return nil }
    return ReadFailure(
      reason: .tooLarge,
      detail: "\(packed) bytes expand to more than \(produced): over the limit of "
        + "\(expansionRatio) to 1")
  }
}
