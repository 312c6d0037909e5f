public import Corpus
import Foundation

/// A document ready to be written: its text compressed, which workers do in parallel while the
/// one writer only writes.
public struct PackedDocument: Sendable {
  let document: Document
  let body: Data
  let length: Int
  let titleSentences: Data
  let bodySentences: Data
  let signature: Data

  public init(_ document: Document) {
    length = document.body.utf8.count
    body = Data(Deflate.compress(document.body.utf8))
    titleSentences = OffsetCoding.encode(document.title.sentenceStarts)
    bodySentences = OffsetCoding.encode(document.body.sentenceStarts)
    var values = Data(capacity: document.signature.count * 4)
    for value in document.signature {
      withUnsafeBytes(of: value.littleEndian) { values.append(contentsOf: $0) }
    }
    signature = values
    self.document = document
  }
}
