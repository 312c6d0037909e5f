import Corpus
import Markup

/// An export of Europresse as a page: `<article>` elements, or tables in older ones; in each, the
/// outlet is of the class `DocPublicationName`.
enum EuropresseHTML: HTMLArticles {
  static func articles(
    in tree: MarkupTree, _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>]? {
    // An outlet within another is none of an article's.
    let outlets = tree.outermost("span", of: MarkupTree.root) {
      tree.hasClass("docpublicationname", $0)
    }
    guard !outlets.isEmpty else { return nil }
    let ends = outlets.dropFirst() + [tree.end(of: MarkupTree.root)]
    let drafts = zip(outlets, ends).map { draft(from: $0, to: $1, in: tree) }
    return ExportedArticles.results(
      drafts, isCut: ExportedArticles.lackLastNumber(drafts), in: source, context)
  }

  private static func draft(
    from outlet: MarkupTree.Node, to end: MarkupTree.Node, in tree: MarkupTree
  ) -> ArticleDraft {
    var draft = ArticleDraft()
    let nodes = tree.end(of: outlet)..<end
    draft.outlet = name(MarkupLines(outlet..<tree.end(of: outlet), in: tree).blocks.first?.first)
    let head = nodes.filter { tree.hasClass("docheader", $0) }
    draft.dates = [head.map { tree.text(of: $0) }.joined()]
    let title = nodes.first { tree.hasClass("titrearticlevisu", $0) }
    draft.title = title.map { tree.text(of: $0) } ?? ""
    let start = title.map(tree.end) ?? head.last.map(tree.end) ?? nodes.lowerBound
    let blocks = MarkupLines(start..<max(start, end), in: tree).blocks
    draft.id = blocks.lazy.flatMap(\.self).compactMap(number).first
    if let id = draft.id { draft.dates.append(id) }
    if let section = nodes.first(where: { tree.name(of: $0) == .section }) {
      read(section, titled: title, into: &draft, tree)
    } else {
      read(blocks, into: &draft)
    }
    return draft
  }

  /// The newer form: authors end the header, the text is a section.
  private static func read(
    _ section: MarkupTree.Node, titled title: MarkupTree.Node?, into draft: inout ArticleDraft,
    _ tree: MarkupTree
  ) {
    draft.paragraphs = FragmentText.paragraphs(of: section, in: tree)
    guard let title else { return }
    // What else stands in the title's box is above or below the title: no author.
    let parent = tree.parent(of: title)
    let box = tree.hasClass("titrearticle", parent) ? parent : title
    if let subtitle = (title..<tree.end(of: box)).first(where: {
      tree.hasClass("rdp__subtitle", $0)
    }) {
      draft.paragraphs.insert(tree.text(of: subtitle).singleLine, at: 0)
    }
    let start = tree.end(of: box)
    guard start < section else { return }
    let lines = MarkupLines(start..<section, in: tree).blocks.flatMap(\.self)
    draft.authors = lines.first.map(AuthorList.people(inByline:)) ?? []
  }

  /// The older form: the line behind the title names the authors if a line break and a paragraph
  /// part it from the text.
  private static func read(_ blocks: [[String]], into draft: inout ArticleDraft) {
    var lines = Array(blocks.flatMap(\.self).prefix { !isRights($0) && number($0) == nil })
    if lines.count > 1, blocks.first?.count == 1, isByline(lines[0]) {
      draft.authors = AuthorList.people(inByline: lines.removeFirst())
    }
    draft.paragraphs = lines
  }

  /// Whether a line may be a name rather than a sentence.
  private static func isByline(_ line: String) -> Bool {
    line.split(separator: " ").count <= 10 && line.last.map { ".!?:»\"".contains($0) } == false
  }

  /// `© 2012 …` ends the text.
  private static func isRights(_ line: String) -> Bool {
    line.hasPrefix("©") && line.contains(where: \.isNumber)
  }

  /// The name of an outlet without the number of the issue.
  private static func name(_ line: String?) -> String? {
    guard let line else { return nil }
    return line.firstRange(of: ", no").map { line[..<$0.lowerBound].trimmed } ?? line
  }

  /// `news·20121004·PO·2040056000`, alone or behind what it is.
  private static func number(_ line: String) -> String? {
    guard line.utf8.count <= 200,
      let word = line.split(separator: " ").last(where: { $0.hasPrefix("news") }),
      word.split(separator: "·").count >= 4
    else { return nil }
    return String(word)
  }
}
