import Bytes

/// How far bytes are UTF-8.
struct UTF8Check {
  /// Sequences that are no character.
  private(set) var errors = 0
  /// Bytes beyond ASCII that are sound.
  private(set) var sound = 0

  init(_ bytes: [UInt8]) {
    let bytes = bytes.span
    var index = endOfASCII(from: 0, in: bytes)
    while index < bytes.count {
      let length = Self.length(at: index, in: bytes)
      if length == 0 {
        errors += 1
        index += 1
      } else {
        sound += length
        index += length
      }
      index = endOfASCII(from: index, in: bytes)
    }
  }

  var isASCII: Bool { errors == 0 && sound == 0 }

  /// Valid, or so nearly that a few damaged characters explain the rest.
  var isMostlyUTF8: Bool { errors == 0 || errors * 20 < sound }

  /// The length of the sequence of two bytes or more at `index`; 0 if it is not well formed.
  private static func length(at index: Int, in bytes: Span<UInt8>) -> Int {
    let scalar = DecodedScalar(at: index, in: bytes)
    return scalar.length == 1 ? 0 : scalar.length
  }
}
