public import Corpus

/// The raw bytes of one article, or of a feed or package of several, and where they came from.
public struct Record: Sendable {
  public var source: Source
  public var bytes: [UInt8]
  public var format: RecordFormat
  /// Where the record was fetched from, if its container says.
  public var url: String?
  /// As the container (HTTP) declares it.
  public var mediaType: String?
  /// The encoding that the container declares or that was found for the whole file: it beats what
  /// the record says of itself.
  public var charset: String?
  /// When a crawler fetched it: no article in it is younger. Never taken for the day of publication.
  public var retrieved: CalendarDate?
  /// How many bytes of the file on disk had been read when the record was cut: for progress.
  public var consumed: Int

  public init(
    source: Source, bytes: [UInt8], format: RecordFormat, url: String? = nil,
    mediaType: String? = nil, charset: String? = nil, retrieved: CalendarDate? = nil,
    consumed: Int = 0
  ) {
    self.source = source
    self.bytes = bytes
    self.format = format
    self.url = url
    self.mediaType = mediaType
    self.charset = charset
    self.retrieved = retrieved
    self.consumed = consumed
  }
}

/// How the bytes of a record are read.
public enum RecordFormat: Sendable {
  /// HTML or XML; which of them, the root element tells.
  case markup
  /// A JSON document: an article, a JSON Feed, or an object that wraps a list of articles.
  case json
  /// One JSON object of many: a line, or an element of a list.
  case jsonObject
  /// A row of a CSV or TSV file, with the file's header.
  case row(TableHeader)
  case plainText
}
