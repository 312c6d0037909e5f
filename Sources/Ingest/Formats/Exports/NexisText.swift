import Corpus

/// An export of Nexis as plain text.
enum NexisText {
  /// The articles of a text; nil if it is no such export.
  static func articles(
    in text: [UInt8], _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>]? {
    guard ["ocument", "OCUMENT", "okument"].contains(where: { text.holds($0, within: .max) }) else {
      return nil
    }
    return NexisExport(blocks(of: text), isWrapped: true)?.results(in: source, context)
  }

  /// What blank lines part; marks of ends and beginnings stand alone, blank lines or not.
  private static func blocks(of text: [UInt8]) -> [NexisExport.Block] {
    let separator: UInt8 = text.contains(0x0A) ? 0x0A : 0x0D
    var blocks: [NexisExport.Block] = [[]]
    for bytes in text.split(separator: separator, omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self).trimmed
      if line.isEmpty || NexisExport.isMark(line) { blocks.append([]) }
      if !line.isEmpty { blocks[blocks.count - 1].append(line) }
      if NexisExport.isMark(line) { blocks.append([]) }
    }
    return blocks.filter { !$0.isEmpty }
  }
}
