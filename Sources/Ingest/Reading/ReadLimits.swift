/// How far reading goes before a record or a file is refused.
public struct ReadLimits: Sendable {
  /// The size of one record in bytes, after decompression: a page, a feed, a line.
  public var recordBytes = 32 << 20
  /// How many times its packed size a file may expand to.
  public var expansionRatio = 250
  /// Bytes that any file may expand to, whatever the ratio.
  public var freeExpansion = 64 << 20

  public init() {}
}
