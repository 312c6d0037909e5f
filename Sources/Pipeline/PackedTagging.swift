import Bytes
import Corpus
import Extract
import Store

/// Stored documents tagged as they are stored.
extension Tagger {
  /// - Parameter columns: those of the document.
  mutating func mentions(
    in packed: PackedDocument, _ columns: (title: TokenColumns, body: TokenColumns)
  ) throws(StoreError) -> [Mention] {
    let found = mentions(in: packed.header, title: columns.title, body: columns.body)
    guard let found else { throw packed.damage("text") }
    return found
  }

  /// - Parameter columns: those of the document.
  mutating func outcomes(
    in packed: PackedDocument, _ columns: (title: TokenColumns, body: TokenColumns)
  ) throws(StoreError) -> [Outcome] {
    let found = outcomes(in: packed.header, title: columns.title, body: columns.body)
    guard let found else { throw packed.damage("text") }
    return found
  }
}
