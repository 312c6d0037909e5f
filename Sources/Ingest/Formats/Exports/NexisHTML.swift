import Corpus
import Markup

/// An export of Nexis as a page: an anchor called `DOC_ID_…` stands in front of each article.
enum NexisHTML: HTMLArticles {
  static func articles(
    in tree: MarkupTree, _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>]? {
    let starts = tree.descendants("a", of: MarkupTree.root).filter {
      tree.attribute(.name, of: $0)?.hasPrefix("DOC_ID_") == true
    }
    guard !starts.isEmpty else { return nil }
    let ends = starts.dropFirst() + [tree.end(of: MarkupTree.root)]
    let segments = zip(starts, ends).map { MarkupLines($0..<$1, in: tree).blocks }
    return NexisExport(segments: segments).results(in: source, context)
  }
}
