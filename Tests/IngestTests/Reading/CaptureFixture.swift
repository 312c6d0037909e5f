@testable import Ingest

/// WARC and ARC files made by hand.
enum CaptureFixture {
  static let titles = ["one", "two", "three", "four", "five"]

  static func page(_ title: String) -> String {
    let sentence =
      "The \(title) story goes on, with words enough to be told for a text of its own. "
    let paragraph = String(repeating: sentence, count: 3)
    return """
      <!DOCTYPE html><html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
      <p>\(paragraph)</p><p>\(paragraph)</p></article></body></html>
      """
  }

  static func http(
    _ body: [UInt8], status: Int = 200, type: String = "text/html; charset=utf-8",
    fields: [String] = []
  ) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status) OK", "Content-Type: \(type)"] + fields + ["", ""]
    return Array(lines.joined(separator: "\r\n").utf8) + body
  }

  static func http(_ body: String) -> [UInt8] { http(Array(body.utf8)) }

  /// One record; `digest` adds the block's own.
  static func warc(
    _ block: [UInt8], type: String = "response", url: String = "http://example.org/",
    contentType: String = "application/http; msgtype=response", length: Int? = nil,
    digest: Bool = false, version: String = "WARC/1.0", fields: [String] = []
  ) -> [UInt8] {
    var lines = [
      version, "WARC-Type: \(type)", "WARC-Target-URI: \(url)", "WARC-Date: 2019-04-01T10:00:00Z",
      "Content-Type: \(contentType)", "Content-Length: \(length ?? block.count)",
    ]
    if digest { lines.append("WARC-Block-Digest: sha1:\(base32(SHA1.hash(of: block)))") }
    lines += fields + ["", ""]
    return Array(lines.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func warc(page title: String, digest: Bool = false) -> [UInt8] {
    warc(http(page(title)), url: "http://example.org/\(title)", digest: digest)
  }

  /// Five pages, a record each.
  static func records(digest: Bool = false) -> [[UInt8]] {
    titles.map { warc(page: $0, digest: digest) }
  }

  static func arc(page title: String, _ fields: String = "") -> [UInt8] {
    let block = http(page(title))
    let line =
      "http://example.org/\(title) 127.0.0.1 20190401100000 text/html \(fields)\(block.count)\n"
    return Array(line.utf8) + block + [0x0A]
  }

  private static func base32(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    let bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0)) & 1 } }
    return String(
      stride(from: 0, to: bits.count, by: 5).map { start in
        digits[bits[start..<start + 5].reduce(0) { $0 * 2 + $1 }]
      })
  }
}
