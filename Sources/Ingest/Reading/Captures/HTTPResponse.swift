import Bytes

/// What a server sent: a status, a header, a body.
struct HTTPResponse {
  let status: Int
  let fields: HeaderFields
  /// Where the body begins, as it was sent.
  let bodyStart: Int

  /// Nil if the bytes do not begin with a status line.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8),
      let lineEnd = bytes.firstIndex(of: 0x0A)
    else { return nil }
    let words = bytes[..<lineEnd].split(separator: 0x20)
    guard words.count >= 2,
      let status = Int(String(decoding: words[1].prefix { !$0.isSpace }, as: UTF8.self))
    else { return nil }
    self.status = status
    bodyStart = Self.headerEnd(bytes, from: lineEnd + 1)
    fields = HeaderFields(bytes[(lineEnd + 1)..<bodyStart])
  }

  /// Behind the first empty line, whose line ends may be LF alone.
  private static func headerEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var lineStart = start
    while let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) {
      let line = bytes[lineStart..<lineEnd]
      if line.isEmpty || line.elementsEqual([0x0D]) { return lineEnd + 1 }
      lineStart = lineEnd + 1
    }
    return bytes.count
  }

  /// The body without the codings of its transfer and content.
  func body(in bytes: [UInt8], limits: ReadLimits) throws(ReadFailure) -> [UInt8] {
    var body = Array(bytes[bodyStart...])
    let transfer = fields["transfer-encoding"]?.lowercased() ?? ""
    if transfer.contains("chunked") { body = try ChunkedBody.joined(body) }
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
    for coding in codings.reversed() {
      body = try ContentCoding.decoded(
        body, coding: String(coding.filter { $0 != " " }), limits: limits)
    }
    return body
  }
}

/// A media type with its parameters, as `Content-Type` gives it.
struct MediaType {
  /// In lower case, without parameters; empty if there is none.
  let name: String
  let charset: String?

  init(_ text: String?) {
    let parts = (text ?? "").split(separator: ";", omittingEmptySubsequences: false)
    name = parts.first.map { String($0.filter { $0 != " " }).lowercased() } ?? ""
    charset =
      parts.dropFirst().lazy.compactMap { part -> String? in
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "charset" else {
          return nil
        }
        let value = pair[1].filter { !" \"'".contains($0) }
        return value.isEmpty ? nil : value
      }.first
  }
}
