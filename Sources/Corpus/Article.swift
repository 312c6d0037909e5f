/// A parsed record: what Ingest reads out of the raw bytes, before any cleaning of the text.
public struct Article: Sendable, Hashable {
  /// The record's own identifier where it has one, else its `source` as text. Stable.
  public var id: String
  public var source: Source
  /// The canonical address, if the record or its page gives one.
  public var url: String?
  public var title: String
  /// People, without "By", roles or agencies.
  public var authors: [String]
  /// First published.
  public var date: CalendarDate?
  public var dateSource: DateSource?
  public var modified: CalendarDate?
  public var outlet: String?
  /// ISO 3166-1 alpha-2.
  public var outletCountry: String?
  /// BCP 47, primary subtag in lower case (`en`, `zh`), as the record declares it.
  public var language: String?
  /// The part of the outlet that it stands in, as the outlet calls it.
  public var section: String?
  /// The outlet's own keywords, as it writes them, each once.
  public var tags: [String]
  /// The article's own text in reading order; headings and list items are paragraphs.
  /// No paragraph holds a newline.
  public var paragraphs: [String]

  public init(
    id: String, source: Source, url: String? = nil, title: String = "", authors: [String] = [],
    date: CalendarDate? = nil, dateSource: DateSource? = nil, modified: CalendarDate? = nil,
    outlet: String? = nil, outletCountry: String? = nil, language: String? = nil,
    section: String? = nil, tags: [String] = [], paragraphs: [String] = []
  ) {
    self.id = id
    self.source = source
    self.url = url
    self.title = title
    self.authors = authors
    self.date = date
    self.dateSource = dateSource
    self.modified = modified
    self.outlet = outlet
    self.outletCountry = outletCountry
    self.language = language
    self.section = section
    self.tags = tags
    self.paragraphs = paragraphs
  }

  /// The paragraphs joined by a newline.
  public var text: String { paragraphs.joined(separator: "\n") }
}

/// What an article's date was read from, in descending order of trust.
public enum DateSource: String, Sendable, Codable, CaseIterable {
  case sidecar
  case record
  case jsonLD = "json-ld"
  case openGraph = "opengraph"
  case meta
  case microdata
  case time
  case url
  case text
  /// The day of the last change, where no day of publication is said.
  case modified
}
