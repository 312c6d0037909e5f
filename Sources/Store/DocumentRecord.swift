import Corpus
import Foundation
import GRDB

/// A document as rows of the tables `documents` and `texts`.
enum DocumentRecord {
  static let insert = """
    INSERT INTO documents (
      document_id, given_id, file, source, offset, url, title, authors, date, date_source, outlet,
      outlet_country, language, tokens, sentences, content_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func select(texts: Bool) -> String {
    """
    SELECT documents.id, document_id, coalesce(source, path), offset, url, title, authors, date,
      date_source, outlet, outlet_country, language, tokens, sentences,
      documents.content_hash, duplicate_of, cluster_size, signature
      \(texts ? ", length, body, title_sentences, body_sentences" : "")
    FROM documents JOIN files ON files.id = file JOIN texts ON texts.document = documents.id
    """
  }

  static func document(_ row: Row, texts: Bool, path: String) throws -> StoredDocument {
    let id: String = row[1]
    let title: String = row[5]
    let authors: String = row[6]
    let date: String? = row[7]
    let dateSource: String? = row[8]
    let hash: Int64 = row[14]
    var document = Document(
      id: id, source: Source(path: row[2], offset: row[3]), url: row[4],
      authors: authors.isEmpty ? [] : authors.split(separator: "\n").map(String.init),
      date: date.flatMap { CalendarDate(iso: $0) },
      dateSource: dateSource.flatMap(DateSource.init(rawValue:)),
      outlet: row[9], outletCountry: row[10], language: row[11],
      title: Passage(utf8: Array(title.utf8), sentenceStarts: []), body: .empty,
      tokens: row[12], signature: try signature(row), contentHash: UInt64(bitPattern: hash))
    if texts {
      let body = try row.withUnsafeData(atIndex: 19) { data in
        Deflate.decompress(data ?? Data(), length: row[18])
      }
      guard let body, let titleStarts = OffsetCoding.decode(row[20]),
        let bodyStarts = OffsetCoding.decode(row[21])
      else { throw StoreError.damaged(path: path, detail: "the text of \(id)") }
      document.title.sentenceStarts = titleStarts
      document.body = Passage(utf8: body, sentenceStarts: bodyStarts)
    }
    return StoredDocument(
      number: row[0], document: document, sentences: row[13], duplicateOf: row[15],
      clusterSize: row[16])
  }

  private static func signature(_ row: Row) throws -> [UInt32] {
    try row.withUnsafeData(atIndex: 17) { data in
      guard let data, !data.isEmpty else { return [] }
      return data.withUnsafeBytes { bytes in
        (0..<bytes.count / 4).map {
          UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
        }
      }
    }
  }
}
