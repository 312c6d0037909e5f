import Bytes
import Corpus

/// What the head of a file shows it to be. The bytes decide; the name only where they leave a
/// choice.
enum FileKind {
  /// One record: a page, a feed, a package, a text.
  case whole(RecordFormat)
  /// One record per line.
  case lines
  /// One record per element of a JSON array.
  case elements
  /// One record per row below the header.
  case rows(TableDialect)
  /// One record per page that a crawler captured.
  case captures(CaptureFormat)
  /// The members of a zip or tar file, each a file of its own.
  case members
  /// The text of a Word document is one record.
  case word
  case refused(Reject.Reason, String)

  /// Whether what follows a gap can be told from what the gap cut.
  var goesOnBehindGaps: Bool {
    switch self {
    case .lines, .captures: true
    case .whole, .elements, .rows, .members, .word, .refused: false
    }
  }

  /// How much of a file is looked at.
  static let headLength = 1 << 16

  /// - Parameters:
  ///   - head: the first bytes, as UTF-8 if the file was UTF-16.
  ///   - isWhole: the head is all there is.
  ///   - fields: columns that hold titles or texts under names of their own.
  init(head: [UInt8], name: String, isWhole: Bool, fields: FieldMapping = FieldMapping()) {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let suffix = Self.suffix(of: name)
    guard let first = text.first(where: { !$0.isSpace }) else {
      self = .refused(.empty, isWhole ? "nothing but white space" : "64 KiB of white space")
      return
    }
    if ArchiveSignature.isZip(head), !ArchiveSignature.isDocument(zip: head, suffix: suffix) {
      self = .members
    } else if ArchiveSignature.isZip(head), ArchiveSignature.mayBeWord(zip: head, suffix: suffix) {
      self = .word
    } else if let format = CaptureFormat(head: text, suffix: suffix) {
      self = .captures(format)
    } else if let kind = MagicNumber.name(of: head) {
      self = .refused(.unknownFormat, "\(kind) is not read")
    } else if first == UInt8(ascii: "<") {
      self = .whole(.markup)
    } else if ArchiveSignature.isTar(head) {
      self = .members
    } else if Self.isJSON(text, first: first, suffix: suffix) {
      let isLines = Self.isJSONLines(text, suffix: suffix, isWhole: isWhole)
      self = isLines ? .lines : first == UInt8(ascii: "[") ? .elements : .whole(.json)
    } else if let dialect = TableDialect(
      head: text, isTable: ["csv", "tsv"].contains(suffix), fields: fields)
    {
      self = .rows(dialect)
    } else if text.contains(0) {
      self = .refused(.unknownFormat, "binary data of no format that is read")
    } else if ["html", "htm", "xhtml"].contains(suffix) {
      self = .whole(.markup)
    } else if suffix == "xml" {
      self = .refused(.malformed, "the file does not begin with a tag")
    } else {
      self = .whole(.plainText)
    }
  }

  private static func isJSON(_ text: ArraySlice<UInt8>, first: UInt8, suffix: String) -> Bool {
    if ["json", "jsonl", "ndjson"].contains(suffix) { return true }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    let next = text.drop { $0.isSpace }.dropFirst().first { !$0.isSpace }
    return first == UInt8(ascii: "{")
      ? next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
      : next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  /// Whether each line is a value: by its name, or because the first line is one and more follow.
  private static func isJSONLines(
    _ text: ArraySlice<UInt8>, suffix: String, isWhole: Bool
  ) -> Bool {
    if suffix == "jsonl" || suffix == "ndjson" { return true }
    let lines = text.drop { $0.isSpace }.split(separator: 0x0A, maxSplits: 1)
    guard let first = lines.first else { return false }
    // A first line longer than the head is a line all the same: documents are broken earlier.
    guard lines.count > 1 || !isWhole else { return false }
    guard lines.count > 1 else { return first.first == UInt8(ascii: "{") }
    guard lines[1].contains(where: { !$0.isSpace }) || !isWhole else { return false }
    return (try? JSONParser.parse(Array(first)))?.object != nil
  }

  /// The end of a name that tells a format, without `.gz` and the like.
  private static func suffix(of name: String) -> String {
    var name = name.lowercased()
    while let packing = Packing.suffixes.first(where: name.hasSuffix) {
      name.removeLast(packing.count)
    }
    guard let point = name.lastIndex(of: "."), !name[point...].contains("/") else { return "" }
    return String(name[name.index(after: point)...])
  }
}
