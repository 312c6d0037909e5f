import Bytes

/// The header of an ARC record, versions 1 and 2: one line of an address, an IP address, a date, a
/// media type, in version 2 more, and last a length.
enum ARCHeader {
  /// Addresses may hold spaces: the fields are told from behind, by the date of 14 digits.
  static func parse(_ line: ArraySlice<UInt8>) -> CaptureHeader? {
    guard line.count < CaptureFormat.longestHeader,
      let colon = line.prefix(16).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex
    else { return nil }
    let words = line.split(separator: 0x20).map { word in
      String(decoding: word.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    }
    guard words.count >= 5, let length = Int(words[words.count - 1]), length >= 0,
      let place = words.indices.last(where: { isDate(words[$0]) }), place >= 2,
      place + 1 < words.count - 1
    else { return nil }
    let url = words[..<(place - 1)].joined(separator: " ")
    let scheme = url.prefix { $0 != ":" }.lowercased()
    let digits = words[place]
    return CaptureHeader(
      kind: scheme == "http" || scheme == "https" ? .response : .other(scheme), url: url,
      date: CaptureHeader.day(
        "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6).prefix(2))"),
      mediaType: words[place + 1], length: length)
  }

  private static func isDate(_ word: String) -> Bool {
    word.utf8.count == 14 && word.utf8.allSatisfy(\.isASCIIDigit)
  }
}
