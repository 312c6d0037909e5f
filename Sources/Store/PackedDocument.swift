public import Corpus

/// A document as the store keeps it: its text deflated, its sentences in a compact column.
/// Packing is work for the many threads; storing what is packed is work for the one that writes.
public struct PackedDocument: Sendable {
  /// The store's own key; `nil` until stored.
  public internal(set) var key: Int64?
  /// All but the texts.
  public internal(set) var header: Document
  /// The identifier in the tables: the document's own, made unique.
  public internal(set) var documentID: String
  public internal(set) var duplicateOf: String?
  public internal(set) var clusterSize = 1
  let title: [UInt8]
  let body: [UInt8]
  let bodySize: Int
  let sentenceStarts: [UInt8]
  let sentenceCount: Int
  var packedMentions: [UInt8]?

  public init(_ document: Document) {
    header = document
    header.title = .empty
    header.body = .empty
    documentID = document.id
    title = document.title.utf8
    body = Deflate.deflate(document.body.utf8)
    bodySize = document.body.utf8.count
    var writer = VariableLengthWriter()
    for starts in [document.title.sentenceStarts, document.body.sentenceStarts] {
      writer.append(starts.count)
      var last = 0
      for start in starts {
        writer.append(Int(start) - last)
        last = Int(start)
      }
    }
    sentenceStarts = Checksum.seal(writer.bytes)
    sentenceCount = document.sentences
  }

  init(
    key: Int64, header: Document, documentID: String, duplicateOf: String?, clusterSize: Int,
    title: [UInt8], body: [UInt8], bodySize: Int, sentenceStarts: [UInt8], sentenceCount: Int,
    packedMentions: [UInt8]?
  ) {
    self.key = key
    self.header = header
    self.documentID = documentID
    self.duplicateOf = duplicateOf
    self.clusterSize = clusterSize
    self.title = title
    self.body = body
    self.bodySize = bodySize
    self.sentenceStarts = sentenceStarts
    self.sentenceCount = sentenceCount
    self.packedMentions = packedMentions
  }

  public var sentences: Int { sentenceCount }
  public var titleText: String { String(decoding: title, as: UTF8.self) }

  /// The whole document under its unique identifier.
  public func unpack() throws(StoreError) -> Document {
    guard let text = Deflate.inflate(body, size: bodySize),
      var reader = Checksum.open(sentenceStarts).map(VariableLengthReader.init),
      let titleStarts = Self.starts(&reader, in: title.count),
      let bodyStarts = Self.starts(&reader, in: text.count)
    else { throw damage("text") }
    var document = header
    document.id = documentID
    document.title = Passage(utf8: title, sentenceStarts: titleStarts)
    document.body = Passage(utf8: text, sentenceStarts: bodyStarts)
    return document
  }

  /// The mentions found when the document was last tagged.
  public func mentions() throws(StoreError) -> [Mention] {
    guard let packedMentions else { return [] }
    guard let mentions = Checksum.open(packedMentions).flatMap(MentionCoding.unpack) else {
      throw damage("mentions")
    }
    return mentions
  }

  private func damage(_ what: String) -> StoreError {
    .failed(
      "the \(what) of \(documentID) cannot be read back: run with --rebuild, or delete the store, to build it again"
    )
  }

  /// Offsets that ascend within a text of `size` bytes.
  private static func starts(_ reader: inout VariableLengthReader, in size: Int) -> [UInt32]? {
    guard let count = reader.next(), (0...size).contains(count) else { return nil }
    var starts: [UInt32] = []
    var last = 0
    for _ in 0..<count {
      guard let step = reader.next(), (0...size - last).contains(step) else { return nil }
      last += step
      starts.append(UInt32(last))
    }
    return starts
  }
}

/// The mentions of one stored document, packed.
public struct PackedMentions: Sendable {
  let key: Int64
  let bytes: [UInt8]
  public let count: Int

  /// `nil` for a document that is not stored.
  public init?(_ mentions: [Mention], of document: PackedDocument) {
    guard let key = document.key else { return nil }
    self.key = key
    bytes = Checksum.seal(MentionCoding.pack(mentions))
    count = mentions.count
  }
}
