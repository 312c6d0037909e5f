import Bytes
import Corpus
import Extract
import Foundation
import Lexicons
import Normalize
import Store

/// Tagging of stored documents, on one core: what an edit of a lexicon costs.
struct ColumnBenchmarks {
  let lexicons: LexiconSet
  /// Of a store of its own.
  private let documents: [PackedDocument]
  private let vocabulary: Vocabulary

  init(_ articles: [Article], lexicons: LexiconSet, folder: String) throws {
    self.lexicons = lexicons
    let store = try StudyStore(path: folder + "/columns.sqlite")
    let normalizer = Normalizer(makesSignatures: false)
    for start in stride(from: 0, to: articles.count, by: 64) {
      let some = articles[start..<min(start + 64, articles.count)]
      var batch = StoredBatch(
        file: FileStamp(path: "\(start)", size: 1, modified: 1), records: some.count,
        isLast: true)
      for article in some {
        if let document = try? normalizer.document(from: article) { batch.append(document) }
      }
      try store.store([batch])
    }
    vocabulary = try store.vocabulary()
    documents = try store.parts(of: 1_000).flatMap { try store.documents(in: $0, withTexts: true) }
  }

  /// With a tagger that has seen the words, as in an archive of any size.
  func retag() throws -> Figure {
    var tagger = Tagger(CompiledLexicons(lexicons), vocabulary: vocabulary)
    var mentions = 0
    let seconds = try Figure.median {
      mentions = 0
      for document in documents {
        let columns = try document.columns()
        mentions +=
          tagger.mentions(in: document.header, title: columns.title, body: columns.body)?.count ?? 0
      }
    }
    let tokens = documents.reduce(0) { $0 + $1.header.tokens }
    return Figure(
      what: "tag stored documents anew with all shipped lexicons (\(mentions) mentions)",
      amount: "\(tokens) words, \(documents.count) documents", seconds: seconds,
      rate: "\(Report.decimal(Double(tokens) / 1e6 / seconds, 1)) million words/s")
  }
}
