import Corpus
import Ingest

/// How much of some articles was template.
public struct TemplateCount: Sendable, Hashable, CustomStringConvertible {
  /// Blocks and parts of blocks that were dropped.
  public var blocks = 0
  /// Articles in which they stood.
  public var articles = 0

  public init() {}

  /// Takes the templates out of an article, and counts.
  mutating func strip(_ templates: Templates, from article: inout Article) {
    let dropped = templates.strip(&article)
    if dropped > 0 { articles += 1 }
    blocks += dropped
  }

  mutating func merge(_ other: TemplateCount) {
    blocks += other.blocks
    articles += other.articles
  }

  public var description: String {
    "\(blocks) template blocks dropped from \(articles) articles"
  }
}
