internal import Bytes
public import Corpus

/// What learning keeps of an article: hashes of its words, block by block.
public struct TemplateSpecimen: Sendable {
  let host: String
  /// Of the title; of the text where there is no title. Articles of one title are copies of one
  /// another, and the smallest ranks of an outlet are a random sample of its articles.
  let rank: UInt64
  let textHash: UInt64
  let day: Int32?
  let words: [UInt32]
  /// Where in `words` each block ends.
  let ends: [UInt32]

  /// `nil` for an article whose outlet nothing tells: it has neither an address nor an outlet.
  public init?(_ article: Article) {
    guard let host = Self.host(of: article) else { return nil }
    self.host = host
    var words: [UInt32] = []
    var ends: [UInt32] = []
    var tokens: [Token] = []
    for paragraph in article.paragraphs {
      Tokenizer.tokenize(paragraph.utf8Span.span, into: &tokens)
      if words.count + tokens.count > Self.mostWords { break }
      words += TemplateWords(tokens).hashes
      ends.append(UInt32(words.count))
    }
    self.words = words
    self.ends = ends
    textHash = FNV1a.hash(article.text)
    let title = article.title.singleLine.lowercased()
    rank = TemplateWords.mix(title.isEmpty ? textHash : FNV1a.hash(title))
    day = article.date.flatMap { $0.precision == .day ? Int32($0.firstDay) : nil }
  }

  /// Words of an article looked at: a book on one page must not fill the memory.
  private static let mostWords = 20_000

  /// What articles share a template: the host of their address, or else the outlet's name.
  static func host(of article: Article) -> String? {
    if let host = article.url.flatMap(OutletTable.host) { return host }
    return article.outlet?.singleLine.lowercased()
  }

  /// The words of each block.
  var blocks: [TemplateWords] {
    ends.indices.map { index in
      let start = index > 0 ? Int(ends[index - 1]) : 0
      return TemplateWords(hashes: Array(words[start..<Int(ends[index])]))
    }
  }
}
