/// A normalized article: clean Unicode text, ready to be tagged and counted.
public struct Document: Sendable, Hashable {
  public var id: String
  public var source: Source
  public var url: String?
  public var authors: [String]
  public var date: CalendarDate?
  public var dateSource: DateSource?
  public var outlet: String?
  public var outletCountry: String?
  /// Declared by the record or, failing that, detected. `nil` when neither can tell.
  public var language: String?
  public var title: Passage
  public var body: Passage
  /// The number of words in title and body.
  public var tokens: Int
  /// MinHash values of the body's word shingles; empty for a text too short to compare.
  public var signature: [UInt32]
  /// Hash of the normalized title and body: equal for exact copies.
  public var contentHash: UInt64

  public init(
    id: String, source: Source, url: String? = nil, authors: [String] = [],
    date: CalendarDate? = nil, dateSource: DateSource? = nil, outlet: String? = nil,
    outletCountry: String? = nil, language: String? = nil, title: Passage, body: Passage,
    tokens: Int = 0, signature: [UInt32] = [], contentHash: UInt64 = 0
  ) {
    self.id = id
    self.source = source
    self.url = url
    self.authors = authors
    self.date = date
    self.dateSource = dateSource
    self.outlet = outlet
    self.outletCountry = outletCountry
    self.language = language
    self.title = title
    self.body = body
    self.tokens = tokens
    self.signature = signature
    self.contentHash = contentHash
  }

  public var sentences: Int { title.sentenceStarts.count + body.sentenceStarts.count }
}

/// One normalized field of a document: UTF-8 text and where its sentences begin.
///
/// Paragraphs are the text's lines (separated by a single `\n`); no sentence spans two of them.
public struct Passage: Sendable, Hashable {
  /// NFC, valid UTF-8.
  public var utf8: [UInt8]
  /// Byte offsets, ascending; the first is 0 unless the text is empty.
  public var sentenceStarts: [UInt32]

  public init(utf8: [UInt8], sentenceStarts: [UInt32]) {
    self.utf8 = utf8
    self.sentenceStarts = sentenceStarts
  }

  public static let empty = Passage(utf8: [], sentenceStarts: [])

  public var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// The two fields in which mentions are looked for.
public enum Field: UInt8, Sendable, Codable, CaseIterable, Comparable {
  case title, body
  public static func < (a: Field, b: Field) -> Bool { a.rawValue < b.rawValue }
}
