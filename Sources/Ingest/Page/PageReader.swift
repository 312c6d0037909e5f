public import Corpus
internal import Markup

/// Reads an article out of an HTML page: its own text without the page around it, and what the
/// page says of it. Pure: the same bytes give the same article, and nothing outside is read.
public struct PageReader: Sendable {
  /// The day after which a date lies in the future and is refused.
  public var now: CalendarDate
  /// How an ambiguous `04/03/2019` is read; `nil`: as the page's language has it.
  public var order: DateParser.Order?
  /// What a page may cost.
  public var limits: Limits

  /// Sizes beyond which a page is refused.
  public struct Limits: Sendable {
    /// Bytes of the page.
    public var bytes = 64 << 20
    /// Elements and runs of text.
    public var nodes = 4 << 20

    public init() {}
  }

  public init(now: CalendarDate, order: DateParser.Order? = nil, limits: Limits = Limits()) {
    self.now = now
    self.order = order
    self.limits = limits
  }

  /// The article on a page given as UTF-8, whatever encoding the page declares.
  ///
  /// `url` is the address the page was fetched from, if known: it may hold a date, and stands in
  /// for a canonical address that the page does not give.
  public func article(from page: [UInt8], source: Source, url: String? = nil) throws(PageError)
    -> Article
  {
    try article(from: page, source: source, url: url) { _ in }
  }

  /// As `article(from:source:url:)`; `observe` is called with what was found on the page, also
  /// where no article comes of it.
  func article(
    from page: [UInt8], source: Source, url: String?, observe: (PageEvidence) -> Void
  ) throws(PageError) -> Article {
    let tree: MarkupTree
    do {
      var limits = MarkupLimits()
      limits.bytes = self.limits.bytes
      limits.nodes = self.limits.nodes
      tree = try MarkupTree(html: page, limits: limits)
    } catch {
      throw PageError(
        reason: error.reason == .tooLarge ? .tooLarge : .empty, detail: error.description)
    }
    let outline = PageOutline(tree)
    let data = LinkedData(tree.linkedData)
    let layout = PageLayout(tree)
    let outlet =
      outline.first(["og:site_name"])?.singleLine ?? data.publisher
      ?? outline.first(["application-name"])
    let title = PageTitle.title(of: outline, tree, data, outlet: outlet)
    let main = MainText(
      layout, headline: title.node, declared: data.articleBody.flatMap(DeclaredBody.init))
    let paragraphs = main.paragraphs
    let zone = PageZone(layout, main, titleNode: title.node)
    let language = Self.language(outline, data)
    let address = outline.canonical ?? outline.first(["og:url"]) ?? data.url ?? url
    let dates = PageDates(
      outline: outline, layout: layout, data: data, zone: zone, url: url ?? address,
      parser: DateParser(order: order ?? DateParser.order(forLanguageTag: language)), now: now)
    let published = dates.published()
    let authors = PageAuthors(
      outline: outline, layout: layout, data: data, zone: zone, outlet: outlet)
    observe(
      PageEvidence(
        outline: outline, data: data, layout: layout, main: main, title: title, dates: dates,
        authors: authors))
    guard !paragraphs.isEmpty else {
      throw PageError(
        reason: .noText, detail: "no article text among \(layout.blocks.count) blocks")
    }
    return Article(
      id: source.description, source: source, url: address, title: title.text,
      authors: authors.authors(),
      date: published?.date, dateSource: published?.source, modified: dates.modified(),
      outlet: outlet,
      language: language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() },
      section: (outline.first(["article:section"]) ?? data.section)?.singleLine,
      tags: Self.tags(outline, data), paragraphs: paragraphs)
  }

  /// The keywords that the page declares: those of the source that lists them one by one, else the
  /// first list.
  private static func tags(_ outline: PageOutline, _ data: LinkedData) -> [String] {
    let tags = outline.meta["article:tag"] ?? data.tags
    if !tags.isEmpty { return TagList.unique(tags) }
    return outline.first(["news_keywords", "keywords", "parsely-tags"]).map(TagList.tags) ?? []
  }

  /// The language tag that the page declares.
  private static func language(_ outline: PageOutline, _ data: LinkedData) -> String? {
    let tags = [
      outline.language, outline.first(["og:locale"]), data.language,
      outline.first(["content-language", "language", "dc.language"]),
    ]
    return tags.compactMap { $0 }.first {
      $0.prefix { $0.isLetter }.count == 2 || $0.prefix { $0.isLetter }.count == 3
    }
  }
}

/// Why a page gave no article.
public struct PageError: Error, Sendable, Hashable {
  /// `empty`, `tooLarge` or `noText`.
  public var reason: Reject.Reason
  public var detail: String
}
