import Corpus

/// An export of Nexis as blocks of lines, whatever file it came in, parted into articles.
struct NexisExport {
  /// A paragraph of the file: lines without the space around them, none empty.
  typealias Block = [String]

  let articles: [NexisArticle]

  /// - Parameters:
  ///   - segments: the blocks of each article, where the file itself parts them.
  ///   - isWrapped: lines were broken at a width, and are joined again.
  init(segments: [[Block]], isWrapped: Bool = false) {
    articles = segments.map { segment in
      NexisArticle(classic: segment.filter { !Self.isSeparator($0) }, isWrapped: isWrapped)
    }
  }

  /// An export that lines part: `1 of 20 DOCUMENTS` in front of each article, or `End of Document`
  /// behind it. Nil if it has neither.
  init?(_ blocks: [Block], isWrapped: Bool = false) {
    let starts = blocks.indices.filter { Self.isSeparator(blocks[$0]) }
    if !starts.isEmpty {
      let ends = starts.dropFirst() + [blocks.endIndex]
      articles = zip(starts, ends).map {
        NexisArticle(classic: Array(blocks[($0 + 1)..<$1]), isWrapped: isWrapped)
      }
      return
    }
    guard blocks.contains(where: Self.isEnd), blocks.contains(where: NexisArticle.isBodyMark)
    else { return nil }
    var parts = blocks.split(omittingEmptySubsequences: false, whereSeparator: Self.isEnd)
    // Behind the last end stands nothing, or an article that was cut short.
    let rest = parts.removeLast()
    let isCut = rest.contains(where: NexisArticle.isBodyMark)
    articles =
      parts.map { NexisArticle(uni: Array($0), isWrapped: isWrapped) }
      + (isCut ? [NexisArticle(uni: Array(rest), isWrapped: isWrapped, isEnded: false)] : [])
  }

  func results(in source: Source, _ context: ParseContext) -> [Result<Article, Reject>] {
    // One article without closing lines may be all that somebody kept; the last of many was cut.
    let isCut = articles.last?.isCut == true && articles.contains(where: \.isEnded)
    return ExportedArticles.results(articles.map(\.draft), isCut: isCut, in: source, context)
  }

  /// Whether a line parts articles or fields from the text.
  static func isMark(_ line: String) -> Bool {
    isSeparator([line]) || isEnd([line]) || NexisArticle.isBodyMark([line])
  }

  /// `1 of 20 DOCUMENTS`, `Dokument 1 von 20`, `Document 1 de 20`.
  private static func isSeparator(_ block: Block) -> Bool {
    guard block.count == 1, block[0].utf8.count <= 40 else { return false }
    let words = block[0].lowercased().split(separator: " ")
    let rest = words.filter { !$0.hasPrefix("documen") && !$0.hasPrefix("dokument") }
    return rest.count == 3 && words.count == 4 && rest[0].allSatisfy(\.isNumber)
      && rest[2].allSatisfy(\.isNumber) && ["of", "von", "de", "di", "van"].contains(rest[1])
  }

  private static func isEnd(_ block: Block) -> Bool {
    guard let line = block.last else { return false }
    return ["End of Document", "Ende des Dokuments", "Fin du document", "Fin del documento"]
      .contains(line)
  }
}
