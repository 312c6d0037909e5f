import Bytes

/// The header of a WARC record (ISO 28500): a version line, named fields, an empty line.
enum WARCHeader {
  /// `WARC/1.0`, `WARC/1.1`, and the drafts 0.17 and 0.18.
  static func isVersion(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "WARC/".utf8) else { return false }
    let version = line.dropFirst(5).prefix { !$0.isSpace }
    return 3...5 ~= version.count && version.first?.isASCIIDigit == true
      && version.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }

  static func parse(_ bytes: ArraySlice<UInt8>) throws(CaptureHeaderError) -> CaptureHeader {
    let fields = HeaderFields(bytes.drop { $0 != 0x0A })
    guard let type = fields["warc-type"] else {
      throw CaptureHeaderError(detail: "a WARC record without WARC-Type")
    }
    guard let text = fields["content-length"], let length = Int(text), length >= 0 else {
      let text = fields["content-length"].map { "the Content-Length '\($0.prefix(40))'" }
      throw CaptureHeaderError(detail: "a WARC record with \(text ?? "no Content-Length")")
    }
    return CaptureHeader(
      kind: kind(type.lowercased(), mediaType: fields["content-type"]),
      url: fields["warc-target-uri"].map(withoutBrackets),
      date: fields["warc-date"].flatMap { CaptureHeader.day($0.prefix(10)) },
      mediaType: fields["content-type"], length: length, digest: fields["warc-block-digest"],
      truncation: fields["warc-truncated"])
  }

  private static func kind(_ type: String, mediaType: String?) -> CaptureHeader.Kind {
    switch type {
    case "response":
      // Responses of other protocols (DNS, FTP) hold no page.
      mediaType.map { $0.lowercased().hasPrefix("application/http") } ?? true
        ? .response : .other("response without HTTP")
    case "resource": .resource
    case "conversion": .conversion
    case "warcinfo", "request", "metadata", "revisit", "continuation": .other(type)
    default: .unknown(type)
    }
  }

  /// Some writers put addresses in angle brackets, as the grammar of WARC 1.0 had it.
  private static func withoutBrackets(_ url: String) -> String {
    url.hasPrefix("<") && url.hasSuffix(">") ? String(url.dropFirst().dropLast()) : url
  }
}
