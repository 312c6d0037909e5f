public import Corpus

/// Why an article is as it is: which blocks of its record were kept and which dropped, and what
/// the record's parts say of title, authors and dates.
public struct Explanation: Sendable {
  public var result: Result<Article, Reject>
  /// The record's blocks in reading order; the kept ones are the article's paragraphs.
  public var blocks: [Block]
  public var metadata: [Evidence]

  /// A run of text that a browser sets as one block; outside of pages, a paragraph.
  public struct Block: Sendable, Hashable {
    public var text: String
    /// The element that holds the block, as CSS would select it: `p.lead`.
    public var element: String
    /// `nil` for a block that was kept.
    public var reason: String?
    /// The element around the block that gave the reason, if its name or class did.
    public var cause: String?
    /// Bytes of running text, as the search for the main text counts them.
    public var prose: Int
    /// The share of the text that lies in links, 0…1.
    public var linkShare: Double

    public init(
      text: String, element: String = "", reason: String? = nil, cause: String? = nil,
      prose: Int = 0, linkShare: Double = 0
    ) {
      self.text = text
      self.element = element
      self.reason = reason
      self.cause = cause
      self.prose = prose
      self.linkShare = linkShare
    }
  }

  /// What the parts of a record say of one field of the article.
  public struct Evidence: Sendable, Hashable {
    public var field: String
    /// What the article got; `nil` if no part says anything that can be true.
    public var value: String?
    /// The part that it was read from.
    public var source: String?
    /// What each part says, the most trusted first.
    public var said: [Saying]
  }

  /// One part of a record and what it says.
  public struct Saying: Sendable, Hashable {
    public var source: String
    public var value: String
  }
}

extension ArticleParser {
  /// As `parse(_:)`, with the reasons.
  public func explain(_ record: Record) -> [Explanation] {
    let log = EvidenceLog()
    return parse(record, keeping: log).map { result in
      let source =
        switch result {
        case .success(let article): article.source
        case .failure(let reject): reject.source
        }
      return Explanation(result, log[source])
    }
  }

  /// As `explain(_:)`; what could not be cut into a record stays a reject.
  public func explain(_ record: Result<Record, Reject>) -> [Explanation] {
    switch record {
    case .success(let record): explain(record)
    case .failure(let reject): [Explanation(.failure(reject), nil)]
    }
  }
}

extension Explanation {
  /// Takes the templates out of the article, and gives them as the reason.
  public mutating func strip(_ templates: Templates) {
    guard case .success(var article) = result, let cut = templates.pieces(of: article) else {
      return
    }
    // A text that stands twice was cut the same way twice.
    let pieces = Dictionary(zip(article.paragraphs, cut)) { first, _ in first }
    blocks = blocks.flatMap { block in
      guard block.reason == nil, let pieces = pieces[block.text] else { return [block] }
      return pieces.map { piece in
        var part = block
        part.text = piece.text
        if piece.isTemplate { part.reason = "template" }
        return part
      }
    }
    article.paragraphs = Templates.paragraphs(withoutTemplates: cut)
    result = .success(article)
  }

  init(_ result: Result<Article, Reject>, _ evidence: PageEvidence?) {
    self.result = result
    let article = try? result.get()
    if let evidence {
      blocks = evidence.blocks
      metadata = evidence.metadata(of: article)
    } else {
      blocks = article?.paragraphs.map { Block(text: $0) } ?? []
      metadata = article.map(Self.metadata) ?? []
    }
  }

  /// What a record that is no page gave: its fields, each the only source of itself.
  private static func metadata(of article: Article) -> [Evidence] {
    [
      Evidence(field: "title", value: article.title, source: nil, said: []),
      Evidence(
        field: "authors",
        value: article.authors.isEmpty ? nil : article.authors.joined(separator: "; "), source: nil,
        said: []),
      Evidence(
        field: "date", value: article.date?.description, source: article.dateSource?.rawValue,
        said: []),
      Evidence(field: "modified", value: article.modified?.description, source: nil, said: []),
    ]
  }
}
