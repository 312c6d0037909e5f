import Bytes

/// The named fields of a header, of WARC as of HTTP.
struct HeaderFields {
  private var values: [String: String] = [:]

  /// Lines of `name: value`, ended by CRLF or LF. A line that begins with a space goes on with the
  /// one before; of a name that stands twice, the first value counts.
  init(_ bytes: ArraySlice<UInt8>) {
    var name: String?
    for line in bytes.split(separator: 0x0A) {
      if let first = line.first, first == 0x20 || first == 0x09 {
        if let name { values[name]? += " " + Self.text(line) }
        continue
      }
      name = nil
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = Self.text(line[..<colon]).lowercased()
      guard values[key] == nil else { continue }
      values[key] = Self.text(line[(colon + 1)...])
      name = key
    }
  }

  /// - Parameter name: in lower case.
  subscript(name: String) -> String? { values[name] }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let inner = bytes.drop { $0.isSpace }
    let count = (inner.lastIndex { !$0.isSpace } ?? inner.startIndex - 1) - inner.startIndex + 1
    return String(decoding: inner.prefix(count), as: UTF8.self)
  }
}
