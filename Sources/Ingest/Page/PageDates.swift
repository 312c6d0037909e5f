internal import Corpus
internal import Foundation
internal import Markup

/// When the article was published and changed, from the source that is trusted most.
struct PageDates {
  let outline: PageOutline
  let layout: PageLayout
  let data: LinkedData
  let zone: PageZone
  let url: String?
  let parser: DateParser
  let now: CalendarDate

  func published() -> (date: CalendarDate, source: DateSource)? {
    let stamps = timeElements()
    if let declared = declared() {
      // Software may declare the day on which it wrote the page: what the page shows its readers is
      // older, by more than what zones differ by.
      let shown: [(date: CalendarDate?, source: DateSource)] = [
        (stamps.labelled, .time), (visibleDates(zone.near, onlyLabelled: true).published, .text),
        (loneDate(), .text),
      ]
      for (date, source) in shown {
        if let date, date.lastDay < declared.earliestDay { return (date, source) }
      }
      return (declared.date, declared.source)
    }
    if let date = stamps.published { return (date, .time) }
    let address = url.flatMap(urlDate)
    if let address, address.precision == .day { return (address, .url) }
    let visible = visibleDates(zone.near + zone.after, onlyLabelled: false)
    if let date = visible.published { return (date, .text) }
    if let address { return (address, .url) }
    let elsewhere = visibleDates(Array(layout.blocks.indices), onlyLabelled: true)
    if let date = elsewhere.published { return (date, .text) }
    return (stamps.modified ?? visible.modified ?? elsewhere.modified ?? modified())
      .map { ($0, .modified) }
  }

  /// `earliestDay` is the first on which a reader somewhere may have seen the page.
  private func declared() -> (date: CalendarDate, source: DateSource, earliestDay: Int)? {
    let values: [(text: String?, source: DateSource)] = [
      (data.published, .jsonLD), (firstText(Self.openGraph), .openGraph),
      (firstText(Self.metaNames) ?? firstText(Self.likelyNames(outline)), .meta),
      (propertyText(["datePublished", "dateCreated"]), .microdata),
    ]
    for case (let text?, let source) in values {
      if let date = plausible(text), let day = parser.earliestDay(in: text) {
        return (date, source, day)
      }
    }
    return nil
  }

  func modified() -> CalendarDate? {
    plausible(data.modified) ?? first([
      "article:modified_time", "og:updated_time", "datemodified", "last-modified",
    ])
      ?? property(["dateModified"]) ?? timeElements().modified
  }

  static let openGraph = [
    "article:published_time", "og:article:published_time", "og:published_time",
  ]
  static let metaNames = [
    "datepublished", "article:published", "parsely-pub-date", "sailthru.date", "publish_date",
    "publish-date",
    "publication_date", "pubdate", "publishdate", "date-pub", "og:publish_date",
    "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date", "citation_publication_date",
    "citation_online_date", "iso-8601-publish-date", "article.published", "article_date_original",
    "uploaddate", "date",
    "published_at", "created", "originalpublicationdate", "ptime", "bt:pubdate",
    "shareaholic:article_published_time",
  ]

  /// Names that pages make up, such as `x-published-date`.
  static func likelyNames(_ outline: PageOutline) -> [String] {
    outline.meta.keys.filter {
      $0.contains("publi") && ($0.contains("date") || $0.contains("time"))
    }.sorted()
  }

  // MARK: declared

  func plausible(_ text: String?) -> CalendarDate? {
    text.flatMap { parser.date(in: $0) }.flatMap(plausible)
  }

  /// Refuses what cannot be a publication date on the web: the future, and the years before it,
  /// which are defaults of software (1970-01-01) or misread numbers.
  private func plausible(_ date: CalendarDate) -> CalendarDate? {
    date.year >= Self.firstYear && date.firstDay <= now.lastDay + 1 ? date : nil
  }

  /// Newspapers have put older articles on line, so declared dates may be well before the web.
  private static let firstYear = 1980

  func first(_ names: [String]) -> CalendarDate? { plausible(firstText(names)) }

  /// The first value under one of these names that is a plausible date.
  private func firstText(_ names: [String]) -> String? {
    for name in names {
      if let value = outline.meta[name]?.first(where: { plausible($0) != nil }) { return value }
    }
    return nil
  }

  func property(_ names: [String]) -> CalendarDate? { plausible(propertyText(names)) }

  private func propertyText(_ names: [String]) -> String? {
    let tree = layout.tree
    for name in names {
      for node in outline.properties[name] ?? [] where !layout.isElsewhere(node, than: zone.own) {
        let text =
          tree.attribute(.datetime, of: node) ?? tree.attribute(.content, of: node)
          ?? tree.text(of: node)
        if plausible(text) != nil { return text }
      }
    }
    return nil
  }

  // MARK: time elements

  /// `labelled` is the date that says of itself that it is that of publication.
  func timeElements()
    -> (published: CalendarDate?, labelled: CalendarDate?, modified: CalendarDate?)
  {
    let tree = layout.tree
    var published: CalendarDate?
    var inZone: CalendarDate?
    var modified: CalendarDate?
    for node in outline.times where !layout.isElsewhere(node, than: zone.own) {
      guard
        let date = plausible(tree.attribute(.datetime, of: node)) ?? plausible(tree.text(of: node))
      else {
        continue
      }
      let label = label(of: node)
      if Self.changedWords.isFound(in: label) {
        modified = modified ?? date
      } else if tree.attributeRange(.pubdate, of: node) != nil
        || Self.publishedWords.isFound(in: label)
      {
        published = published ?? date
      } else if zone.nodes.contains(node) {
        inZone = inZone ?? date
      }
    }
    return (published ?? inZone, published, modified)
  }

  /// The class of an element, and the text before it.
  private func label(of node: Int) -> [UInt8] {
    let tree = layout.tree
    let end = tree.textRange(of: node).lowerBound
    let name = tree.attributeRange(.class, of: node).map { tree.attributeBytes[$0] } ?? []
    return name + [0x20] + tree.text[max(0, end - 24)..<end]
  }

  private static let changedWords = PhraseList([
    "updat", "modif", "edited", "revised", "aktualisiert", "mis à jour", "actualizado", "aggiornat",
    "atualizado",
    "bijgewerkt", "更新", "수정",
  ])
  private static let publishedWords = PhraseList([
    "publish", "posted", "entry-date", "veröffentlicht", "publié", "公開", "입력",
  ])
  private static let ofCopyright = PhraseList(["©", "copyright"])

  // MARK: address

  /// `/2019/03/27/`, `/2019-03-27-`, `/20190327/`; `/2019/03/` is a month.
  func urlDate(_ url: String) -> CalendarDate? {
    guard
      let path = url.range(of: "://").map({ url[$0.upperBound...] })?.split(separator: "?").first
    else { return nil }
    let parts = path.split(whereSeparator: { "/-_.".contains($0) }).dropFirst()
    var best: CalendarDate?
    for (index, part) in parts.enumerated() {
      let rest = Array(parts.dropFirst(index).prefix(3))
      if part.utf8.count == 8, let value = Int(part),
        let date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100),
        value % 100 > 0
      {
        if let date = plausibleOnWeb(date) { return date }
      }
      guard part.utf8.count == 4, let year = Int(part), rest.count > 1 else { continue }
      let month = Int(rest[1]) ?? MonthNames.month(of: Array(rest[1].utf8)[...])
      guard let month, (1...12).contains(month), rest[1].utf8.count >= 1 else { continue }
      if rest.count > 2, let day = Int(rest[2]), rest[2].utf8.count <= 2,
        let date = CalendarDate(year: year, month: month, day: day), day > 0
      {
        if let date = plausibleOnWeb(date) { return date }
      }
      if rest[1].utf8.count >= 2, let date = CalendarDate(year: year, month: month) {
        best = best ?? plausibleOnWeb(date)
      }
    }
    return best
  }

  private func plausibleOnWeb(_ date: CalendarDate) -> CalendarDate? {
    date.year >= 1994 ? plausible(date) : nil
  }

  // MARK: visible text

  /// The day that stands near the headline in a block of its own.
  private func loneDate() -> CalendarDate? {
    for index in zone.aboveBody where layout.blocks[index].length <= Self.longestDate {
      let text = BlockText.bytes(of: layout.blocks[index], in: layout)
      if let found = parser.firstDate(in: text), found.range == text.indices,
        found.date.precision == .day, let date = plausibleOnWeb(found.date)
      {
        return date
      }
    }
    return nil
  }

  /// In bytes, of which Cyrillic and Greek have two for a letter.
  private static let longestDate = 40

  /// Bytes before a date in which its label may stand.
  private static let longestLabel = 40

  /// The dates in short blocks; with `onlyLabelled`, only those that a label stands before.
  func visibleDates(_ blocks: [Int], onlyLabelled: Bool)
    -> (published: CalendarDate?, modified: CalendarDate?)
  {
    var published: CalendarDate?
    var plain: CalendarDate?
    var modified: CalendarDate?
    for index in blocks where layout.blocks[index].length <= 240 {
      let text = BlockText.bytes(of: layout.blocks[index], in: layout)
      if onlyLabelled,
        !Self.publishedWords.isFound(in: text) && !Self.changedWords.isFound(in: text)
          || layout.isElsewhere(layout.blocks[index].element, than: zone.own)
      {
        continue
      }
      var start = 0
      while start < text.count, let found = parser.firstDate(in: Array(text[start...])) {
        let before = Array(text[start..<start + found.range.lowerBound])
        start += found.range.upperBound
        let label = Array(before.suffix(Self.longestLabel))
        let (saysChanged, saysPublished) =
          (Self.changedWords.isFound(in: label), Self.publishedWords.isFound(in: label))
        // A date in a sentence is what the sentence is about, unless a label stands before it.
        guard
          layout.blocks[index].length < 100 || before.count < Self.longestLabel || saysChanged
            || saysPublished,
          let date = plausibleOnWeb(found.date),
          date.precision == .day || text.count < 40 && date.precision == .month,
          !Self.ofCopyright.isFound(in: before)
        else { continue }
        if saysChanged {
          modified = modified ?? date
        } else if saysPublished {
          published = published ?? date
        } else if !onlyLabelled {
          plain = plain ?? date
        }
      }
      if published != nil { break }
    }
    return (published ?? plain, modified)
  }
}
