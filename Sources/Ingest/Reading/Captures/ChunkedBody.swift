import Corpus

/// A body in chunks, each behind its length in hexadecimal digits.
enum ChunkedBody {
  /// The chunks joined. A body that does not begin with a chunk was joined by the crawler and stands
  /// as it is; what follows a sound chunk and is none is kept as it is too.
  static func joined(_ bytes: [UInt8]) throws(ReadFailure) -> [UInt8] {
    guard let first = chunk(in: bytes, at: 0) else { return bytes }
    var body: [UInt8] = []
    body.reserveCapacity(bytes.count)
    var next: Range<Int>? = first
    var place = 0
    while let chunk = next {
      if chunk.isEmpty { return body }
      guard chunk.upperBound <= bytes.count else {
        throw ReadFailure(reason: .truncated, detail: "the page stops within a chunk of its body")
      }
      body += bytes[chunk]
      place = chunk.upperBound
      // The line end behind a chunk.
      if place < bytes.count, bytes[place] == 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
      next = self.chunk(in: bytes, at: place)
    }
    return body + bytes[place...]
  }

  /// The bytes of the chunk whose length stands at `place`, which may lie behind the end.
  private static func chunk(in bytes: [UInt8], at place: Int) -> Range<Int>? {
    var index = place
    var length = 0
    while index < bytes.count, index - place < 8, let digit = Self.digit(bytes[index]) {
      length = length << 4 | digit
      index += 1
    }
    guard index > place else { return nil }
    // Extensions may stand between the length and the line's end.
    while index < bytes.count, bytes[index] != 0x0A {
      let isPadding = bytes[index] == 0x20 || bytes[index] == 0x0D
      guard isPadding || bytes[index] == UInt8(ascii: ";") else { return nil }
      if bytes[index] == UInt8(ascii: ";") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else {
        index += 1
      }
    }
    guard index < bytes.count else { return nil }
    return index + 1..<index + 1 + length
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
