/// How a file is packed, by its first bytes.
enum Packing {
  case gzip, zstd

  /// How many bytes tell it.
  static let headLength = 4

  init?(head: [UInt8]) {
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: ZstdFrame.magic)
      || head.count >= 4 && ZstdFrame.isSkippable(head[...])
    {
      self = .zstd
    } else {
      return nil
    }
  }

  /// The ends of names that files packed so have, with which the name of what is in them ends.
  static let suffixes = [".gz", ".zst", ".zstd"]

  func unpack(_ packed: StreamBuffer, limits: ReadLimits) throws(ReadFailure) -> PackedSource {
    switch self {
    case .gzip:
      return PackedSource(packed, decoder: try GzipDecoder(), limits: limits)
    case .zstd:
      let dictionary = try ZstdFrame.takeDictionary(from: packed, limits: limits)
      let decoder = try ZstdDecoder(limits: limits, dictionary: dictionary)
      return PackedSource(packed, decoder: decoder, limits: limits, offset: packed.offset)
    }
  }
}
