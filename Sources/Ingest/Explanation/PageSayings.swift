internal import Corpus
internal import Markup

extension PageEvidence {
  /// What the parts of the page say of the article's title, authors and dates.
  func metadata(of article: Article?) -> [Explanation.Evidence] {
    [titleEvidence, authorEvidence(article), dateEvidence(article), modifiedEvidence(article)]
  }

  private typealias Saying = Explanation.Saying

  // MARK: title

  private var titleEvidence: Explanation.Evidence {
    let tree = layout.tree
    let declared: [(source: String, text: String?)] = [
      ("og:title", outline.first(["og:title"])), ("json-ld headline", data.headline),
      ("twitter:title", outline.first(["twitter:title"])),
      ("dc.title", outline.first(["dc.title"])), ("title element", outline.title),
    ]
    var said = sayings(declared)
    said += sayings(
      outline.headings.prefix(6).map { ("\(tree.localName(of: $0)) heading", tree.text(of: $0)) })
    let source =
      title.node.map { "\(tree.localName(of: $0)) on the page" }
      ?? said.first { $0.value.contains(title.text) }?.source
    return evidence("title", title.text, source, said)
  }

  // MARK: authors

  private func authorEvidence(_ article: Article?) -> Explanation.Evidence {
    let said = sayings(authors.readers.map { ($0.source, Self.list($0.read())) })
    let value = Self.list(article?.authors ?? authors.authors())
    return evidence("authors", value, said.first { $0.value == value }?.source, said)
  }

  // MARK: dates

  private func dateEvidence(_ article: Article?) -> Explanation.Evidence {
    let stamps = dates.timeElements()
    let visible = dates.visibleDates(dates.zone.near + dates.zone.after, onlyLabelled: false)
    let otherNames = PageDates.likelyNames(outline).filter {
      !PageDates.openGraph.contains($0) && !PageDates.metaNames.contains($0)
    }
    let candidates: [(source: String, date: CalendarDate?)] = [
      (DateSource.jsonLD.rawValue, dates.plausible(data.published)),
      (DateSource.openGraph.rawValue, dates.first(PageDates.openGraph)),
      (DateSource.meta.rawValue, dates.first(PageDates.metaNames)),
      ("other meta", dates.first(otherNames)),
      (DateSource.microdata.rawValue, dates.property(["datePublished", "dateCreated"])),
      (DateSource.time.rawValue, stamps.published),
      (DateSource.url.rawValue, dates.url.flatMap(dates.urlDate)),
      (DateSource.text.rawValue, visible.published),
      ("date of change", stamps.modified ?? visible.modified ?? dates.modified()),
    ]
    let said = sayings(candidates.map { ($0.source, $0.date?.description) })
    let published =
      article.map { ($0.date, $0.dateSource) }
      ?? {
        let found = dates.published()
        return (found?.date, found?.source)
      }()
    return evidence("date", published.0?.description, published.1?.rawValue, said)
  }

  private func modifiedEvidence(_ article: Article?) -> Explanation.Evidence {
    evidence("modified", (article?.modified ?? dates.modified())?.description, nil, [])
  }

  // MARK: -

  private func evidence(
    _ field: String, _ value: String?, _ source: String?, _ said: [Explanation.Saying]
  ) -> Explanation.Evidence {
    let value = value.flatMap { $0.isEmpty ? nil : $0 }
    return Explanation.Evidence(
      field: field, value: value, source: value == nil ? nil : source, said: said)
  }

  private func sayings(_ parts: [(source: String, text: String?)]) -> [Explanation.Saying] {
    parts.compactMap { source, text in
      let value = text?.singleLine ?? ""
      return value.isEmpty ? nil : Explanation.Saying(source: source, value: value)
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: "; ") }
}
