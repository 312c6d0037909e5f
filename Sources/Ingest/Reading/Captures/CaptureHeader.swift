import Bytes
import Corpus

/// What stands before the bytes of one record of a web archive.
struct CaptureHeader {
  enum Kind: Sendable {
    /// What a server sent, with its HTTP header.
    case response
    /// A file without HTTP header, or another form of it, such as its plain text.
    case resource, conversion
    /// Anything else, by its name: `request`, `warcinfo`, `revisit`, `dns` …
    case other(String)
    /// No kind that the formats know.
    case unknown(String)
  }

  var kind: Kind
  var url: String?
  /// When it was fetched: never the day of publication.
  var date: CalendarDate?
  var mediaType: String?
  /// Bytes behind the header.
  var length: Int
  /// Of the bytes behind the header, as `algorithm:value`.
  var digest: String?
  /// Why the crawler kept only a part, if so.
  var truncation: String?

  /// The day of a capture; nil for one before the web, which a crawler's clock got wrong.
  static func day(_ iso: some StringProtocol) -> CalendarDate? {
    CalendarDate(iso: iso).flatMap { $0.year >= 1991 ? $0 : nil }
  }
}

/// The formats of web archives.
enum CaptureFormat: Sendable {
  case warc, arc

  /// By the first bytes; by the name, if the beginning is damaged.
  init?(head: ArraySlice<UInt8>, suffix: String) {
    let text = head.drop { $0.isSpace }
    if text.starts(with: "WARC/".utf8) {
      self = .warc
    } else if text.starts(with: "filedesc://".utf8) {
      self = .arc
    } else if suffix == "warc" || suffix == "arc" {
      self = suffix == "warc" ? .warc : .arc
    } else {
      return nil
    }
  }

  /// What no header is longer than.
  static let longestHeader = 1 << 16

  /// Whether a record begins with this line.
  func begins(with line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .warc: WARCHeader.isVersion(line)
    case .arc: ARCHeader.parse(line) != nil
    }
  }
}

/// Why a header cannot be used.
struct CaptureHeaderError: Error {
  var detail: String
}
