import Bytes
public import Corpus

/// A document cut into items, which waits to be stored. Encoding is work for the many threads;
/// storing is work for the one that writes, who knows the numbers of the items.
public struct EncodedDocument: Sendable {
  /// All but the texts.
  let header: Document
  let titleText: String
  let sentenceCount: Int
  /// Title and body, numbered in the table of the batch.
  private let fields: [(sequence: ItemSequence, size: Int)]

  init(_ document: Document, _ encoder: inout ItemEncoder) {
    var header = document
    header.title = .empty
    header.body = .empty
    self.header = header
    titleText = document.title.text
    sentenceCount = document.sentences
    fields = [document.title, document.body].map { passage in
      let items = encoder.encode(passage.utf8.span, sentenceStarts: passage.sentenceStarts)
      return (items, passage.utf8.count)
    }
  }

  /// Adds up how often each item stands in the document.
  func countItems(in uses: inout [Int]) {
    for field in fields { for item in field.sequence.items { uses[Int(item)] += 1 } }
  }

  /// The columns under the numbers of the store's vocabulary; items that have none are spelt out.
  func packed(_ numbers: [Int32], _ table: ItemTable) -> [UInt8] {
    var hasSpellings = false
    let columns = fields.map { field in
      var codes: [UInt8] = []
      codes.reserveCapacity(field.sequence.items.count * 2)
      for item in field.sequence.items {
        let number = Int(numbers[Int(item)])
        if number > 0 {
          DenseCode.append(number, to: &codes)
        } else {
          let (bytes, kind) = table.item(item)
          hasSpellings = true
          TokenColumns.append(spelling: bytes, kind, to: &codes)
        }
      }
      return TokenColumns(
        codes: codes[...], sentenceStarts: field.sequence.sentenceStarts, size: field.size)
    }
    return Checksum.seal(ColumnCoding.pack(columns, hasSpellings: hasSpellings))
  }
}

/// What became of some records of one file.
public struct StoredBatch: Sendable {
  public var file: FileStamp
  /// How many records these were, in the order of the file, behind those stored before.
  public var records: Int
  public private(set) var documents: [EncodedDocument] = []
  public var rejects: [Reject]
  /// These are the file's last records.
  public var isLast: Bool
  private var encoder = ItemEncoder()

  public init(file: FileStamp, records: Int, rejects: [Reject] = [], isLast: Bool) {
    self.file = file
    self.records = records
    self.rejects = rejects
    self.isLast = isLast
  }

  public mutating func append(_ document: Document) {
    documents.append(EncodedDocument(document, &encoder))
  }

  /// The items of the documents.
  var items: ItemTable { encoder.table }

  /// By item: how often it stands in the documents.
  func usesOfItems() -> [Int] {
    var uses = [Int](repeating: 0, count: items.count)
    for document in documents { document.countItems(in: &uses) }
    return uses
  }
}
