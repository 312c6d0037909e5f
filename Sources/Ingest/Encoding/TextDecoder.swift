/// Turns the bytes of a record into valid UTF-8.
///
/// What decides, in order: a byte order mark; the encoding that the container declares (HTTP); the
/// one that the text declares of itself; detection. A declaration is not believed against the
/// bytes: text declared UTF-8 that is not UTF-8 is detected, and text declared in another encoding
/// that is UTF-8 throughout is read as UTF-8, as pages are that a browser has saved. What was
/// encoded twice is restored.
struct TextDecoder {
  struct Decoded {
    /// Valid UTF-8 without a byte order mark.
    var utf8: [UInt8]
    var encoding: Encoding
    /// How many bytes no character explains; each has become U+FFFD.
    var errors: Int
  }

  /// - Parameters:
  ///   - charset: what the container declares.
  ///   - declared: what the text declares of itself.
  static func decode(_ bytes: [UInt8], charset: String? = nil, declared: String? = nil) -> Decoded {
    if let (encoding, length) = byteOrderMark(bytes) {
      return decode(Array(bytes[length...]), as: encoding)
    }
    let validUTF8 = UTF8Check(bytes)
    let named = charset.flatMap { Encoding(label: $0) } ?? declared.flatMap { Encoding(label: $0) }
    if validUTF8.isASCII, !hasEscape(bytes), named?.kind != .unreadable {
      return Decoded(utf8: bytes, encoding: .utf8, errors: 0)
    }
    if let encoding = named {
      switch encoding.kind {
      case .unicode where encoding != .utf8 && bytes.span.contains(0):
        return decode(bytes, as: encoding)
      // UTF-16 in which the declaration itself could be read is not UTF-16.
      case .unicode:
        if validUTF8.isMostlyUTF8 { return decodeUTF8(bytes, validUTF8) }
      case .singleByte where validUTF8.errors == 0:
        return decodeUTF8(bytes, validUTF8)
      case .multiByte where validUTF8.errors == 0 && tellsUTF8(bytes):
        return decodeUTF8(bytes, validUTF8)
      case .singleByte, .multiByte:
        let decoded = decode(bytes, as: encoding)
        // A wrong declaration shows: one character in fifty or more does not exist.
        if decoded.errors * 50 <= bytes.count { return decoded }
      case .unreadable:
        return decode(bytes, as: encoding)
      }
    }
    return detect(bytes, validUTF8)
  }

  /// Whether valid UTF-8 is long enough not to be another encoding by chance: two characters in
  /// ten of GBK are valid, and fewer of the others.
  private static func tellsUTF8(_ bytes: [UInt8]) -> Bool {
    var count = 0
    for byte in bytes where byte >= 0x80 {
      count += 1
      if count >= 12 { return true }
    }
    return false
  }

  private static func detect(_ bytes: [UInt8], _ check: UTF8Check) -> Decoded {
    if let encoding = UTF16Detection.detect(bytes) { return decode(bytes, as: encoding) }
    if check.isMostlyUTF8, !hasEscape(bytes) { return decodeUTF8(bytes, check) }
    if isDamagedUTF8(bytes.span) { return decodeUTF8(bytes, check) }
    guard let name = EncodingDetector.detect(bytes) else {
      return decode(bytes, as: check.errors == 0 ? .utf8 : .windows1252)
    }
    let encoding =
      Encoding(label: name)
      ?? Encoding(name: name.lowercased(), table: name, kind: .singleByte)
    return decode(bytes, as: encoding)
  }

  /// Reads the bytes in one encoding, whatever they hold.
  static func decode(_ bytes: [UInt8], as encoding: Encoding) -> Decoded {
    if encoding.kind == .unreadable {
      return Decoded(utf8: Array("\u{FFFD}".utf8), encoding: encoding, errors: bytes.count)
    }
    if encoding.name == "iso-2022-jp", let decoder = ISO2022JP(bytes) {
      return Decoded(utf8: decoder.utf8, encoding: encoding, errors: decoder.errors)
    }
    guard encoding != .utf8, var iconv = Iconv(encoding) else {
      return decodeUTF8(bytes, UTF8Check(bytes))
    }
    let (utf8, errors) = iconv.convert(bytes)
    return Decoded(utf8: utf8, encoding: encoding, errors: errors)
  }

  private static func decodeUTF8(_ bytes: [UInt8], _ check: UTF8Check) -> Decoded {
    let isSound = check.errors == 0
    let utf8 = isSound ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    let mended = check.isASCII ? nil : TwiceEncoded.mended(utf8)
    return Decoded(utf8: mended ?? utf8, encoding: .utf8, errors: check.errors)
  }

  static func byteOrderMark(_ bytes: [UInt8]) -> (Encoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  /// Whether the bytes hold NULs, which no text does, and what only broken writers of UTF-8 make of
  /// a NUL (C0 80) or of half a surrogate pair (ED A0 80): no other encoding explains them.
  private static func isDamagedUTF8(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.contains(0) else { return false }
    var index = 0
    while index + 2 < bytes.count {
      let (first, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
      if first == 0xC0, second == 0x80 { return true }
      if first == 0xED, second >= 0xA0, (0x80...0xBF).contains(third) { return true }
      index += 1
    }
    return false
  }

  /// ISO-2022-JP is ASCII to the eye: escape sequences switch its alphabets.
  private static func hasEscape(_ bytes: [UInt8]) -> Bool {
    bytes.span.contains(0x1B)
  }
}

extension Span<UInt8> {
  /// Whether `byte` is in the span.
  func contains(_ byte: UInt8) -> Bool {
    var index = 0
    while index < count {
      if self[index] == byte { return true }
      index += 1
    }
    return false
  }
}
