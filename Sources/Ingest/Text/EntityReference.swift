import Bytes

/// References to entities that a document type declares. None is ever expanded, so that no
/// document can grow beyond its size or draw in a file; they stay in the text as written.
enum EntityReference {
  /// Whether a text holds nothing but references: then its author's words are not in the record.
  static func isAll(of text: String) -> Bool {
    var rest = text.utf8[...]
    var count = 0
    while true {
      rest = rest.drop { $0.isSpace }
      guard rest.first == UInt8(ascii: "&") else { return rest.isEmpty && count > 0 }
      let name = rest.dropFirst().prefix {
        !$0.isSpace && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "&")
      }
      guard !name.isEmpty, name.endIndex < rest.endIndex,
        rest[name.endIndex] == UInt8(ascii: ";")
      else { return false }
      rest = rest[rest.index(after: name.endIndex)...]
      count += 1
    }
  }
}
