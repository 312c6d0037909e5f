internal import Bytes
public import Corpus

/// What the pages of each outlet have in common, and the taking out of it.
///
/// A block is template if it is one as a whole. Of other blocks, runs of words are taken out that
/// stand in many articles, wherever in the block: in texts that others extracted, a menu and the
/// first sentence are often one paragraph.
public struct Templates: Sendable {
  /// By outlet: how many articles hold a run of words, or a whole block, that is template.
  private let supports: [String: [UInt64: Int32]]

  init(supports: [String: [UInt64: Int32]]) { self.supports = supports }

  /// The same for the same templates, on every machine.
  public var fingerprint: UInt64 {
    var sum: UInt64 = 0
    for (host, runs) in supports {
      let host = FNV1a.hash(host)
      for (run, support) in runs {
        sum &+= TemplateWords.mix(TemplateWords.mix(host ^ run) ^ UInt64(support))
      }
    }
    return sum
  }

  /// Takes the templates out of an article, unless nothing would be left. Returns how many blocks
  /// or parts of blocks went.
  @discardableResult
  public func strip(_ article: inout Article) -> Int {
    guard let cut = pieces(of: article) else { return 0 }
    article.paragraphs = Self.paragraphs(withoutTemplates: cut)
    return cut.joined().count { $0.isTemplate }
  }

  /// A part of a block: template or the article's own.
  struct Piece: Equatable {
    var text: String
    var isTemplate: Bool
  }

  /// The pieces of each paragraph; `nil` if none is template, or all are.
  func pieces(of article: Article) -> [[Piece]]? {
    guard let host = TemplateSpecimen.host(of: article), let runs = supports[host] else {
      return nil
    }
    var tokens: [Token] = []
    let cut = article.paragraphs.map { Self.pieces(of: $0, runs, &tokens) }
    let all = cut.joined()
    return all.contains { $0.isTemplate } && all.contains { !$0.isTemplate } ? cut : nil
  }

  /// What is left of an article whose pieces these are.
  static func paragraphs(withoutTemplates pieces: [[Piece]]) -> [String] {
    pieces.joined().filter { !$0.isTemplate }.map(\.text)
  }

  private static func pieces(
    of block: String, _ runs: [UInt64: Int32], _ tokens: inout [Token]
  ) -> [Piece] {
    Tokenizer.tokenize(block.utf8Span.span, into: &tokens)
    let words = TemplateWords(tokens)
    guard !tokens.isEmpty else { return [Piece(text: block, isTemplate: false)] }
    if runs[words.whole] != nil { return [Piece(text: block, isTemplate: true)] }
    let bytes = Array(block.utf8)
    var pieces: [Piece] = []
    var start = 0
    func add(_ end: Int, isTemplate: Bool) {
      let text = String(decoding: bytes[start..<end], as: UTF8.self).trimmed
      if !text.isEmpty { pieces.append(Piece(text: text, isTemplate: isTemplate)) }
      start = end
    }
    for range in templateRanges(words, tokens, runs) {
      add(edge(before: range.lowerBound, bytes, tokens), isTemplate: false)
      add(edge(after: range.upperBound - 1, bytes, tokens), isTemplate: true)
    }
    guard start > 0 else { return [Piece(text: block, isTemplate: false)] }
    add(bytes.count, isTemplate: false)
    return pieces
  }

  /// The runs of words that are template.
  private static func templateRanges(
    _ words: TemplateWords, _ tokens: [Token], _ runs: [UInt64: Int32]
  ) -> [Range<Int>] {
    var supports: [Int32] = []
    words.forEachRun { supports.append(runs[$0] ?? 0) }
    var ranges: [Range<Int>] = []
    for start in supports.indices where supports[start] > 0 && !isEdge(start, supports) {
      let end = start + TemplateWords.runLength
      if let last = ranges.last, last.upperBound >= start {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges.filter { range in
      let length = tokens[range.upperBound - 1].end - tokens[range.lowerBound].start
      return range.count >= leastWords && length >= leastBytes
    }
  }

  /// Whether a run reaches over the edge of a template: one beside it stands in far more articles.
  /// After a menu that all articles have, several go on with "The".
  private static func isEdge(_ start: Int, _ supports: [Int32]) -> Bool {
    let first = max(0, start - TemplateWords.runLength + 1)
    let last = min(supports.count - 1, start + TemplateWords.runLength - 1)
    return supports[first...last].contains { $0 > supports[start] * 4 }
  }

  /// Of a block that is no template, a part must have so many words and bytes to be one: shorter
  /// ones may be the set phrases of a newsroom, or the name of an office in Chinese.
  private static let leastWords = 16
  private static let leastBytes = 80

  /// Where a piece that begins with a word begins: with the marks that open it.
  private static func edge(before word: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    guard word > 0 else { return 0 }
    let gap = Int(tokens[word - 1].end)..<Int(tokens[word].start)
    return bytes[gap].lastIndex(of: 0x20).map { $0 + 1 } ?? gap.upperBound
  }

  /// Where a piece that ends with a word ends: with the marks that close it.
  private static func edge(after word: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    guard word + 1 < tokens.count else { return bytes.count }
    let gap = Int(tokens[word].end)..<Int(tokens[word + 1].start)
    return bytes[gap].firstIndex(of: 0x20) ?? gap.lowerBound
  }
}
