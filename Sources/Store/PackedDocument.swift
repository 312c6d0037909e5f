public import Bytes
public import Corpus

/// A document as the store keeps it: its texts as token columns. Unpacking is work for the many
/// threads, reading for one.
public struct PackedDocument: Sendable {
  /// The store's own key.
  public let key: Int64
  /// All but the texts.
  public let header: Document
  public let titleText: String
  public let sentences: Int
  public let duplicateOf: String?
  public let clusterSize: Int
  /// Empty where the texts were not asked for.
  var packedColumns: [UInt8]
  let packedMentions: [UInt8]?

  /// The identifier in the tables: the document's own, made unique.
  public var documentID: String { header.id }

  /// The texts, each as the codes of its items.
  public func columns() throws(StoreError) -> (title: TokenColumns, body: TokenColumns) {
    guard let columns = Checksum.open(packedColumns).flatMap(ColumnCoding.unpack) else {
      throw damage("text")
    }
    return columns
  }

  /// The whole document under its unique identifier.
  public func unpack(_ vocabulary: Vocabulary) throws(StoreError) -> Document {
    let columns = try columns()
    guard let title = columns.title.text(in: vocabulary),
      let body = columns.body.text(in: vocabulary)
    else { throw damage("text") }
    var document = header
    document.title = Passage(utf8: title.utf8, sentenceStarts: title.sentenceStarts)
    document.body = Passage(utf8: body.utf8, sentenceStarts: body.sentenceStarts)
    return document
  }

  /// The mentions found when the document was last tagged.
  public func mentions(_ forms: Forms) throws(StoreError) -> StoredMentions {
    guard let packedMentions else { return StoredMentions() }
    guard
      let mentions = Checksum.open(packedMentions).flatMap({ MentionCoding.unpack($0, forms) })
    else { throw damage("mentions") }
    return mentions
  }

  /// What is to be told when `what` turns out to be damaged.
  public func damage(_ what: String) -> StoreError {
    .failed(
      "the \(what) of \(documentID) cannot be read back: run with --rebuild, or delete the store, to build it again"
    )
  }
}
