import Corpus

/// The columns of a document but its texts, checked against their sum.
struct DocumentColumns {
  /// What to select, of `documents` and its file.
  static let names = """
    documents.id, path, offset, document_id, given_id, url, authors, date, date_source, outlet,
    outlet_country, language, tokens, sentences, content_hash, title, documents.checksum
    """
  static let count = 17

  let key: Int64
  /// Under its unique identifier.
  let header: Document
  let title: String
  let sentences: Int

  init(_ row: Columns) throws(Columns.Damage) {
    key = try row.integer(0)
    let authors = try row.text(6)
    let given = try row.optionalText(4)
    let id = try row.text(3)
    var header = Document(
      id: given ?? id,
      source: Source(path: try row.text(1), offset: try row.optionalInteger(2).map(Int.init)),
      url: try row.optionalText(5),
      authors: authors.isEmpty
        ? [] : authors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      date: try row.optionalDate(7), dateSource: try row.optionalWord(8),
      outlet: try row.optionalText(9), outletCountry: try row.optionalText(10),
      language: try row.optionalText(11), title: .empty, body: .empty,
      tokens: try row.count(12), contentHash: UInt64(bitPattern: try row.integer(14)))
    title = try row.text(15)
    sentences = try row.count(13)
    guard try row.integer(16) == Self.checksum(header, title: title, sentences: sentences),
      given.map({ Self.isVariant(id, of: $0, header.source) }) ?? true
    else { throw Columns.Damage() }
    header.id = id
    self.header = header
  }

  static func joined(_ authors: [String]) -> String { authors.joined(separator: "\n") }

  /// Of a document under the identifier that it was stored with.
  static func checksum(_ header: Document, title: String, sentences: Int) -> Int64 {
    var sum = Checksum()
    sum.append(column: header.source.offset.map(Int64.init))
    for text in [
      header.id, header.url, joined(header.authors), header.date?.description,
      header.dateSource?.rawValue, header.outlet, header.outletCountry, header.language, title,
    ] { sum.append(column: text) }
    for number in [header.tokens, sentences] { sum.append(column: Int64(number)) }
    sum.append(column: Int64(bitPattern: header.contentHash))
    return Int64(sum.value)
  }

  /// Whether an identifier is what `given` was made to be unique.
  private static func isVariant(_ id: String, of given: String, _ source: Source) -> Bool {
    let stem = "\(given) (\(source))"
    guard id.hasPrefix(stem) else { return false }
    let number = id.dropFirst(stem.count)
    return number.isEmpty || (number.first == " " && Int(number.dropFirst()) != nil)
  }
}
