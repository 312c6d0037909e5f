import Bytes

/// How far bytes are UTF-8.
struct UTF8Check {
  /// Sequences that are no character.
  private(set) var errors = 0
  /// Bytes beyond ASCII that are sound.
  private(set) var sound = 0

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    if let text = try? UTF8Span(validating: span) {
      // How many they are matters only beside errors.
      sound = text.isKnownASCII ? 0 : span.count
    } else {
      count(in: span)
    }
  }

  private mutating func count(in bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = Self.length(at: index, in: bytes)
      if length == 0 {
        errors += 1
        index += 1
      } else {
        sound += length
        index += length
      }
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
