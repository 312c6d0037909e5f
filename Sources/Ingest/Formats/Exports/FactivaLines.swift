import Corpus
import Markup

/// An article of Factiva in the form without codes: lines in a fixed order. Headline, byline and
/// credit; length, date, time, outlet, its code, page or edition, language, rights; paragraphs; its
/// number.
struct FactivaLines {
  private(set) var draft = ArticleDraft()

  init(_ article: MarkupTree.Node, in tree: MarkupTree) {
    let body = tree.elements(ofClass: "articleparagraph", in: article)
    draft.paragraphs = body.map { tree.text(of: $0).singleLine }.filter { !$0.isEmpty }
    draft.id = MarkupLines(article..<tree.end(of: article), in: tree).blocks.lazy
      .compactMap(\.last).last { $0.hasPrefix("Document ") }
    let headline = Self.headline(of: article, in: tree)
    draft.title = headline.map { tree.text(of: $0).singleLine } ?? ""
    let start = headline.map(tree.end) ?? article + 1
    let end = max(start, body.first ?? tree.end(of: article))
    read(MarkupLines(start..<end, in: tree).blocks.flatMap(\.self))
    if let byline = tree.elements(ofClass: "author", in: article).first {
      draft.authors = AuthorList.people(inByline: tree.text(of: byline))
    }
  }

  /// `<span class="enHeadline">`, or the element with the id `hd`.
  private static func headline(
    of article: MarkupTree.Node, in tree: MarkupTree
  ) -> MarkupTree.Node? {
    tree.descendants(of: article).first { node in
      tree.attribute(.class, of: node)?.lowercased().hasSuffix("headline") == true
        || tree.attribute(.id, of: node)?.lowercased() == "hd"
    }
  }

  private mutating func read(_ lines: [String]) {
    let length = lines.firstIndex(where: Self.isLength)
    if let length, length > 0 { draft.authors = AuthorList.people(inByline: lines[0]) }
    var rest = lines[(length.map { $0 + 1 } ?? 0)...]
    guard let date = rest.firstIndex(where: { DateParser().date(in: $0) != nil }) else { return }
    draft.dates = [rest[date]]
    rest = rest[(date + 1)...]
    if let first = rest.first, Self.isTime(first) { rest.removeFirst() }
    draft.outlet = rest.first
    draft.language = rest.dropFirst().first { line in
      // A code of three letters is the outlet's.
      line.utf8.count > 3 && LanguageTag.primary(line) != nil
    }
  }

  /// `1,234 words`, in the language of the interface.
  private static func isLength(_ line: String) -> Bool {
    let parts = line.split(whereSeparator: \.isWhitespace)
    guard parts.count >= 2, let word = parts.last, words.contains(word.lowercased()) else {
      return false
    }
    return parts.dropLast().joined().allSatisfy { $0.isNumber || ",.'".contains($0) }
  }

  /// `15:32` or `03:32 PM`.
  private static func isTime(_ line: String) -> Bool {
    let digits = line.prefix { $0.isNumber }
    return (1...2).contains(digits.count) && line.dropFirst(digits.count).first == ":"
      && line.utf8.count <= 12
  }

  private static let words: Set = [
    "words", "word", "mots", "mot", "wörter", "worte", "palabras", "parole", "palavras",
    "woorden", "слов", "字", "ord",
  ]
}
