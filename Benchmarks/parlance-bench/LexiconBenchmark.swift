import Corpus
import Extract
import Foundation
import Ingest
import Lexicons
import Normalize

/// Processor time of reading one lexicon and of tagging texts with it, on one core.
struct LexiconBenchmark {
  let lexicon: String
  /// Article JSON Lines.
  let texts: String

  /// Prints bytes, seconds of tagging and of reading, and mentions, as Benchmarks/lexicons/bench.py
  /// reads them. The tagger has seen the texts' words before, as in an archive of any size.
  func run(passes: Int) throws {
    // Before the texts, as in a run: what they leave behind of memory in pieces is none of it.
    let start = Self.processorTime()
    let lexicons = CompiledLexicons(try LexiconSet.load([lexicon]))
    let read = Self.processorTime() - start
    let documents = StageBenchmarks.articles(StageBenchmarks.records([texts]))
      .compactMap { try? Normalizer().document(from: $0) }
    let bytes = documents.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
    var tagger = Tagger(lexicons)
    var mentions = 0
    for document in documents { mentions += tagger.mentions(in: document).count }
    let begin = Self.processorTime()
    for _ in 0..<passes {
      for document in documents { _ = tagger.mentions(in: document) }
    }
    print(bytes * passes, Self.processorTime() - begin, read, mentions)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
