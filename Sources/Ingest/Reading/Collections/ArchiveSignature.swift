/// Tells archives of files by their first bytes.
enum ArchiveSignature {
  /// Ends of names that office documents and books have, which are zip files too.
  private static let documents: Set<String> = [
    "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub",
  ]

  static func isZip(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// A zip file that is one document: by its name, or by the member that such files begin with.
  static func isDocument(zip head: [UInt8], suffix: String) -> Bool {
    if documents.contains(suffix) { return true }
    guard head.count >= 30 else { return false }
    let length = Int(head[26]) | Int(head[27]) << 8
    let name = String(decoding: head[30..<min(30 + length, head.count)], as: UTF8.self)
    return name == "[Content_Types].xml" || name == "mimetype"
      || ["_rels/", "docProps/", "word/", "xl/", "ppt/"].contains { name.hasPrefix($0) }
  }

  /// A zip file that is one document and may be Word's: no other office document's name says less.
  static func mayBeWord(zip head: [UInt8], suffix: String) -> Bool {
    isDocument(zip: head, suffix: suffix) && (suffix == "docx" || !documents.contains(suffix))
  }

  /// A tar file: its first header's check sum is right, which takes each byte of its own field
  /// for a space.
  static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    let digits = head[148..<156].drop { $0 == 0x20 }.prefix { 0x30...0x37 ~= $0 }
    guard !digits.isEmpty else { return false }
    let expected = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    let field = head[148..<156].reduce(0) { $0 + Int($1) }
    return head[..<512].reduce(8 * 0x20 - field) { $0 + Int($1) } == expected
  }
}
