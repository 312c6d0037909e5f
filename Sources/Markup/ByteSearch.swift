import Bytes

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Searches in markup, on bytes.
extension Span<UInt8> {
  /// By the C library's search, which looks at 32 bytes at a time: most of a page is passed over.
  func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  func hasPrefix(_ prefix: StaticString, at start: Int) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= count else { return false }
    var offset = 0
    while offset < prefix.utf8CodeUnitCount {
      if unsafe self[start + offset] != prefix.utf8Start[offset] { return false }
      offset += 1
    }
    return true
  }

  /// As `hasPrefix`, but ASCII capitals match a lower-case prefix.
  func hasPrefixFolded(_ prefix: StaticString, at start: Int) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= count else { return false }
    var offset = 0
    while offset < prefix.utf8CodeUnitCount {
      let byte = self[start + offset]
      if unsafe (byte.isCapital ? byte | 0x20 : byte) != prefix.utf8Start[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Where the first occurrence of `text` ends.
  func end(of text: StaticString, from start: Int) -> Int? {
    var index = start
    let first = unsafe text.utf8Start[0]
    while let found = self.index(of: first, from: index) {
      if hasPrefix(text, at: found) { return found + text.utf8CodeUnitCount }
      index = found + 1
    }
    return nil
  }

  func contains(_ text: StaticString, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + text.utf8CodeUnitCount <= range.upperBound {
      if hasPrefixFolded(text, at: index) { return true }
      index += 1
    }
    return false
  }

  /// Whether the tag name at `start` is exactly `name`.
  func isTag(_ name: StaticString, at start: Int) -> Bool {
    guard hasPrefixFolded(name, at: start) else { return false }
    let end = start + name.utf8CodeUnitCount
    return end >= count || self[end].endsTagName
  }

  /// Where the next end tag of that name begins.
  func endTag(_ name: StaticString, from start: Int) -> Int? {
    var index = start
    while let found = self.index(of: UInt8(ascii: "<"), from: index) {
      if found + 1 < count, self[found + 1] == UInt8(ascii: "/"), isTag(name, at: found + 2) {
        return found
      }
      index = found + 1
    }
    return nil
  }
}

extension UInt8 {
  var isCapital: Bool { self >= 0x41 && self <= 0x5A }
  var endsTagName: Bool { isSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
  var endsAttributeName: Bool {
    self == UInt8(ascii: "=") || endsTagName || self == 0 || self == UInt8(ascii: "<")
  }
  /// What may follow the `<` of a tag, comment or declaration.
  var isTagOpening: Bool { isASCIILetter || self == UInt8(ascii: "/") || self == UInt8(ascii: "!") }
}
