public import Bytes
public import Corpus

/// The mentions of some stored documents, which wait to be stored. Making their forms is work for
/// the many threads; storing is work for the one that writes, who knows the numbers of the forms.
public struct TaggedBatch: Sendable {
  private struct Tagged: Sendable {
    var key: Int64
    var mentions: [Mention]
    /// Ids in the table of the batch.
    var forms: [Int32]
  }

  private var documents: [Tagged] = []
  /// The forms, as bytes.
  private(set) var forms = WordTable(minimumCapacity: 256)
  public private(set) var mentionCount = 0
  public var documentCount: Int { documents.count }

  public init() {}

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - columns: the document's own, from which the words of the mentions are read.
  ///   - numbers: of the terms, in the order of the catalogue.
  public mutating func append(
    _ document: PackedDocument, _ mentions: [Mention],
    _ columns: (title: TokenColumns, body: TokenColumns), _ vocabulary: Vocabulary,
    numbers: [Int32]
  ) throws(StoreError) {
    var title = ColumnText(columns.title)
    var body = ColumnText(columns.body)
    var text: [UInt8] = []
    var form: [UInt8] = []
    var forms: [Int32] = []
    forms.reserveCapacity(mentions.count)
    for mention in mentions {
      let bytes = Int(mention.range.bytes.lowerBound)..<Int(mention.range.bytes.upperBound)
      text.removeAll(keepingCapacity: true)
      let isWhole =
        mention.field == .title
        ? title.append(bytes, in: vocabulary, to: &text)
        : body.append(bytes, in: vocabulary, to: &text)
      guard isWhole else { throw document.damage("text") }
      form.removeAll(keepingCapacity: true)
      FormCoding.pack(term: numbers[Int(mention.term)], text: text[...], into: &form)
      forms.append(self.forms.number(of: form.span))
    }
    documents.append(Tagged(key: document.key, mentions: mentions, forms: forms))
    mentionCount += mentions.count
  }

  /// The mentions of each document, packed and sealed.
  func packed(_ numbers: [Int32]) -> [(key: Int64, bytes: [UInt8])] {
    documents.map { document in
      let bytes = MentionCoding.pack(
        document.mentions, forms: document.forms, numbers: numbers, in: forms)
      return (document.key, Checksum.seal(bytes))
    }
  }
}
