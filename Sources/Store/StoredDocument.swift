public import Corpus

/// A document as the store gives it back.
public struct StoredDocument: Sendable {
  /// Its number in the store: what mentions refer to. Not stable from one store to another.
  public var number: Int64
  /// Read without texts, its body and sentence starts are empty.
  public var document: Document
  public var sentences: Int
  public var duplicateOf: String?
  public var clusterSize: Int

  /// Its row in `documents.csv`.
  public var row: DocumentRow {
    DocumentRow(
      documentID: document.id, source: document.source.path, url: document.url,
      title: document.title.text, authors: document.authors, date: document.date,
      dateSource: document.dateSource, outlet: document.outlet,
      outletCountry: document.outletCountry, language: document.language,
      tokens: document.tokens, sentences: sentences, duplicateOf: duplicateOf,
      clusterSize: clusterSize)
  }
}
