import Bytes

/// Makes XML safe and mends it, before the parser sees it, without moving a line.
///
/// The document type and the XML declarations are blanked, so that no entity can be declared or
/// loaded: there is nothing to expand. Outside CDATA, HTML's character entities (`&eacute;`) become
/// their characters, and an `&` that begins no reference becomes `&amp;`, as does that of any
/// other entity, which stays readable as written. Control characters become spaces.
struct XMLPreparation {
  private(set) var markup: [UInt8] = []
  private(set) var hasTooManyAttributes = false

  init(_ document: [UInt8], maxAttributes: Int) {
    markup.reserveCapacity(document.count + document.count / 16)
    let bytes = document.span
    var index = bytes.hasPrefix("\u{FEFF}", at: 0) ? 3 : 0
    var kept = index
    while index < bytes.count {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if byte < 0x20 {
        if byte.isSpace, byte != 0x0B, byte != 0x0C {
          index += 1
          continue
        }
        markup.append(contentsOf: document[kept..<index])
        markup.append(UInt8(ascii: " "))
        index += 1
        kept = index
      } else if byte == UInt8(ascii: "&") {
        markup.append(contentsOf: document[kept..<index])
        index = reference(at: index, document, bytes)
        kept = index
      } else if bytes.hasPrefix("<![CDATA[", at: index) {
        let end = bytes.end(of: "]]>", from: index) ?? bytes.count
        markup.append(contentsOf: document[kept..<index])
        for byte in document[index..<end] {
          markup.append(byte < 0x20 && !byte.isSpace || byte == 0x0B || byte == 0x0C ? 0x20 : byte)
        }
        index = end
        kept = end
      } else if let end = blankEnd(at: index, in: bytes) {
        markup.append(contentsOf: document[kept..<index])
        for byte in document[index..<end] where byte == UInt8(ascii: "\n") { markup.append(byte) }
        index = end
        kept = end
      } else {
        // libxml2's time grows with the square of a tag's attributes.
        if attributeCount(at: index, in: bytes) > maxAttributes { hasTooManyAttributes = true }
        index += 1
      }
    }
    markup.append(contentsOf: document[kept...])
  }

  /// About how many attributes the tag at `start` has.
  private func attributeCount(at start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    var count = 0
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "=") { count += 1 }
      index += 1
    }
    return count
  }

  /// The end of the declaration, instruction, comment or document type that begins at `start`.
  private func blankEnd(at start: Int, in bytes: Span<UInt8>) -> Int? {
    if bytes.hasPrefix("<?", at: start) { return bytes.end(of: "?>", from: start) ?? bytes.count }
    if bytes.hasPrefix("<!--", at: start) {
      return bytes.end(of: "-->", from: start + 4) ?? bytes.count
    }
    guard bytes.hasPrefixFolded("<!doctype", at: start) else { return nil }
    var index = start
    var inSubset = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<") where bytes.hasPrefix("<!--", at: index):
        index = (bytes.end(of: "-->", from: index + 4) ?? bytes.count) - 1
      case UInt8(ascii: "["): inSubset = true
      case UInt8(ascii: "]"): inSubset = false
      case UInt8(ascii: ">") where !inSubset: return index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = bytes.index(of: bytes[index], from: index + 1) ?? bytes.count
      default: break
      }
      index += 1
    }
    return bytes.count
  }

  /// Writes the reference that begins at `start`, mended; returns where it ends.
  private mutating func reference(at start: Int, _ document: [UInt8], _ bytes: Span<UInt8>) -> Int {
    var end = start + 1
    while end < bytes.count, end - start < 40,
      bytes[end].isASCIIWord || bytes[end] == UInt8(ascii: "#")
    { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > start + 1 {
      if bytes[start + 1] == UInt8(ascii: "#") {
        if let number = number(document[start + 2..<end]) {
          markup.append(contentsOf: "&#\(number);".utf8)
        }
        return end + 1
      }
      let name = document[start + 1..<end]
      if predefined.contains(Array(name)) {
        markup.append(contentsOf: document[start...end])
        return end + 1
      }
      if let scalar = LibXML2.htmlEntity(named: name) {
        markup.append(contentsOf: Character(scalar).utf8)
        return end + 1
      }
    }
    markup.append(contentsOf: "&amp;".utf8)
    return start + 1
  }

  /// The number that digits (`233`, `xE9`, `XE9`) write, if XML allows its character.
  private func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let text = String(decoding: digits, as: UTF8.self)
    let isHexadecimal = text.hasPrefix("x") || text.hasPrefix("X")
    let number = isHexadecimal ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
    guard let number, let scalar = Unicode.Scalar(number) else { return nil }
    let isAllowed =
      scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
      || [0x09, 0x0A, 0x0D].contains(scalar.value)
    return isAllowed ? number : nil
  }

  private let predefined = Set(["amp", "lt", "gt", "quot", "apos"].map { Array($0.utf8) })
}
