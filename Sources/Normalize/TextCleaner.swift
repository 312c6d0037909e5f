import Bytes

/// Cleans one line of text: NFC; character references left over from double escaping decoded
/// once; control, zero-width and soft-hyphen characters removed; every run of white space, of
/// whatever kind, one space; none at either end. Quotes and dashes stay as they were typed.
enum TextCleaner {
  /// Appends the cleaned text to `output`: nothing at all when nothing is left of it.
  static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    let source = bytes.span
    let start = output.count
    var index = 0
    var space = false
    var stable = true
    while index < source.count {
      let run = plainRun(from: index, in: source)
      if run > index {
        if space, output.count > start { output.append(0x20) }
        space = false
        output.append(contentsOf: bytes[index..<run])
        index = run
        continue
      }
      let scalar: DecodedScalar
      if source[index] == UInt8(ascii: "&"),
        let reference = CharacterReference(at: index, in: source)
      {
        scalar = DecodedScalar(value: reference.scalar, length: reference.length)
      } else {
        scalar = DecodedScalar(at: index, in: source)
      }
      index += scalar.length
      switch Kind.of(scalar.value) {
      case .space: space = true
      case .removed: break
      case .kept:
        if space, output.count > start { output.append(0x20) }
        space = false
        append(scalar.value, to: &output)
        if !CanonicalComposition.isStable(scalar.value) { stable = false }
      }
    }
    if !stable { CanonicalComposition.compose(&output, from: start) }
  }

  /// The lines that are left of `lines` after cleaning, a newline between them.
  static func passage(_ lines: [String]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + 1 })
    for line in lines {
      let end = output.count
      if end > 0 { output.append(UInt8(ascii: "\n")) }
      let start = output.count
      append(line, to: &output)
      if output.count == start { output.removeSubrange(end...) }
    }
    return output
  }

  /// The cleaned text as a string; `nil` when nothing is left of it.
  static func cleaned(_ text: String?) -> String? {
    guard let text else { return nil }
    var output: [UInt8] = []
    append(text, to: &output)
    return output.isEmpty ? nil : String(decoding: output, as: UTF8.self)
  }

  /// Where the run of text from `start` ends that is certain to stay as it is; a single space
  /// within it belongs to it.
  private static func plainRun(from start: Int, in source: Span<UInt8>) -> Int {
    var index = start
    while index < source.count {
      let byte = source[index]
      // Letters first: most bytes are.
      if byte &- 0x27 < 0x58 {
        index += 1
        continue
      }
      if byte == 0x20 {
        guard index > start, index + 1 < source.count, plainLength(of: source[index + 1]) > 0 else {
          break
        }
        index += 1
        continue
      }
      let length = plainLength(of: byte)
      if length > 0 {
        index += length
      } else if byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80,
        (0x90...0xA7).contains(source[index + 2])
      {
        // U+2010…2027: dashes, curly quotes, the ellipsis.
        index += 3
      } else {
        break
      }
    }
    return min(index, source.count)
  }

  /// The length of the scalars that begin with a byte and are all kept and stable under NFC, else
  /// 0: printable ASCII but `&`, U+00C0…02FF, Cyrillic, most Han and Hangul.
  @inline(__always)
  private static func plainLength(of byte: UInt8) -> Int {
    if byte < 0x80 { return byte &- 0x21 < 0x5E && byte != UInt8(ascii: "&") ? 1 : 0 }
    switch byte {
    case 0xC3...0xCB, 0xD0, 0xD1: return 2
    case 0xE4...0xE9, 0xEB, 0xEC: return 3
    default: return 0
    }
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    if scalar < 0x80 {
      output.append(UInt8(scalar))
    } else if let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) {
      output.append(contentsOf: encoded)
    }
  }

  private enum Kind {
    case kept, space, removed

    static func of(_ scalar: UInt32) -> Kind {
      switch scalar {
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
        0x205F, 0x3000:
        .space
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x180B...0x180E, 0x200B...0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE0FFF:
        .removed
      default: .kept
      }
    }
  }
}
