import Bytes
import Corpus

/// What one record of a web archive comes to.
enum CapturedPage {
  /// An article may be in it.
  case page(body: [UInt8], RecordFormat, MediaType)
  /// A list of articles, or one per line: records of their own.
  case list(body: [UInt8], FileKind)
  /// No page of the archive: an image, a redirect, a request. Its kind, for a person.
  case passed(String)

  init(
    _ block: [UInt8], _ header: CaptureHeader, limits: ReadLimits
  ) throws(ReadFailure) {
    if let truncation = header.truncation {
      throw ReadFailure(
        reason: .truncated, detail: "the crawler kept only a part of the page (\(truncation))")
    }
    guard case .response = header.kind else {
      var isConversion = false
      if case .conversion = header.kind { isConversion = true }
      self = try Self.page(block, MediaType(header.mediaType), isConversion: isConversion)
      return
    }
    guard let response = HTTPResponse(block) else {
      throw ReadFailure(reason: .malformed, detail: "a response without an HTTP status line")
    }
    guard 200..<300 ~= response.status, response.status != 206 else {
      self = .passed("response with status \(response.status)")
      return
    }
    let type = MediaType(response.fields["content-type"])
    guard Self.isRead(type.name) else {
      self = .passed("response of type \(type.name.prefix(40))")
      return
    }
    self = try Self.page(try response.body(in: block, limits: limits), type, isConversion: false)
  }

  /// A type that is not given is told by the bytes.
  private static func isRead(_ name: String) -> Bool {
    name.isEmpty || markup.contains(name) || json.contains(name)
  }

  private static let markup: Set<String> = [
    "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml",
    "application/atom+xml", "application/rdf+xml", "application/nitf+xml",
  ]
  private static let json: Set<String> = [
    "application/json", "text/json", "application/feed+json", "application/ld+json",
  ]

  private static func page(
    _ body: [UInt8], _ type: MediaType, isConversion: Bool
  ) throws(ReadFailure) -> CapturedPage {
    if isConversion, type.name == "text/plain" { return .page(body: body, .plainText, type) }
    guard isRead(type.name) else { return .passed("record of type \(type.name.prefix(40))") }
    guard body.contains(where: { !$0.isSpace }) else {
      throw ReadFailure(reason: .empty, detail: "the page holds nothing")
    }
    if !type.name.isEmpty, let kind = MagicNumber.name(of: body) {
      throw ReadFailure(reason: .unknownFormat, detail: "\(kind) is not read")
    }
    if markup.contains(type.name) { return .page(body: body, .markup, type) }
    let head = Array(body.prefix(FileKind.headLength))
    let kind = FileKind(head: head, name: "", isWhole: head.count == body.count)
    switch kind {
    case .whole(.markup) where type.name.isEmpty: return .page(body: body, .markup, type)
    case .whole(.json): return .page(body: body, .json, type)
    case .elements, .lines: return .list(body: body, kind)
    default:
      guard json.contains(type.name) else { return .passed("record of no type") }
      throw ReadFailure(reason: .malformed, detail: "no JSON, though its type says so")
    }
  }
}
