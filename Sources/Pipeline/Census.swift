import Aggregate
public import Corpus

/// The plain counts of a run, for its closing summary and its manifest.
public struct Census: Sendable, Hashable, Codable {
  public var documents = 0
  public var rejects = 0
  public var undated = 0
  /// Dated more vaguely than the period of the series: "2019" has no month.
  public var vague = 0
  public var copies = 0
  public var tokens = 0
  public var first: CalendarDate?
  public var last: CalendarDate?
  public var mentions: [String: Int] = [:]

  public init() {}

  mutating func add(
    _ document: Document, isCopy: Bool, _ found: [Mention], _ catalogue: Catalogue,
    period: Period
  ) {
    documents += 1
    tokens += document.tokens
    if isCopy { copies += 1 }
    if let date = document.date {
      widen(to: date)
      if period.bin(of: date) == nil { vague += 1 }
    } else {
      undated += 1
    }
    for mention in found {
      mentions[catalogue.entries[Int(mention.entry)].lexicon, default: 0] += 1
    }
  }

  mutating func merge(_ other: Census) {
    documents += other.documents
    rejects += other.rejects
    undated += other.undated
    vague += other.vague
    copies += other.copies
    tokens += other.tokens
    if let first = other.first { widen(to: first) }
    if let last = other.last { widen(to: last) }
    mentions.merge(other.mentions, uniquingKeysWith: +)
  }

  private mutating func widen(to date: CalendarDate) {
    first = min(first ?? date, date)
    last = max(last ?? date, date)
  }
}
