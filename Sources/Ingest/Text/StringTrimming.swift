extension StringProtocol {
  /// Without white space at the ends, no-break and zero-width spaces included.
  var trimmed: String {
    guard needsTrimming else { return String(self) }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[first...last])
  }

  /// On one line: each run of white space is one space, none at the ends.
  var singleLine: String {
    guard needsTrimming || needsJoining else { return String(self) }
    var line = String.UnicodeScalarView()
    for scalar in trimmed.unicodeScalars {
      if !scalar.isBlank {
        line.append(scalar)
      } else if line.last != " " {
        line.append(" ")
      }
    }
    return String(line)
  }

  private var needsTrimming: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    return first.isBlank || last.isBlank
  }

  /// False for what is known to be a single line of single spaces.
  private var needsJoining: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || (byte == 0x20 && previous == 0x20) { return true }
      // The lead bytes of U+0085, U+00A0, U+1680, U+2000… and U+3000.
      if byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) { return true }
      previous = byte
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
