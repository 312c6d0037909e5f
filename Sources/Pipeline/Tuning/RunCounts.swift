import Corpus
import Store

/// In how many documents each of some runs of words stands.
struct RunCounts {
  private struct Candidate {
    var kind: SuggestionRow.Kind
    var words: String
    var documents = 0
    var withEntry = 0
    var sample: String?
  }

  /// What one document holds of them.
  private struct Found: Sendable {
    var key: Int64
    var candidates: [(number: Int32, sample: String?)]
  }

  private var candidates: [Candidate] = []
  private var byHash: [UInt64: Int32] = [:]

  init(_ context: [String], _ neighbours: [String]) {
    for (kind, runs) in [(SuggestionRow.Kind.context, context), (.spelling, neighbours)] {
      for words in runs where byHash[SentenceWords.hash(of: words)] == nil {
        byHash[SentenceWords.hash(of: words)] = Int32(candidates.count)
        candidates.append(Candidate(kind: kind, words: words))
      }
    }
  }

  mutating func count(
    in stored: StoredStudy, withEntry: Set<Int64>, _ settings: RunSettings
  ) throws {
    let (store, vocabulary, byHash) = (stored.store, stored.vocabulary, byHash)
    try store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        // A sample for each is enough; those of later batches are seldom needed.
        var sampled: Set<Int32> = []
        return { batch throws(StoreError) in
          var found: [Found] = []
          for packed in batch where packed.duplicateOf == nil {
            let document = try packed.unpack(vocabulary)
            let wantsSample = !withEntry.contains(packed.key)
            var seen: [Int32: String?] = [:]
            for passage in [document.title, document.body] {
              for sentence in passage.sentences {
                SentenceWords(sentence, of: passage).forEachRun(upTo: EntryContext.longestRun) {
                  hash, _, _ in
                  guard let number = byHash[hash], seen[number] == nil else { return }
                  let isNew = wantsSample && sampled.insert(number).inserted
                  seen[number] = .some(
                    isNew ? Self.line(passage.utf8[sentence]) : nil)
                }
              }
            }
            found.append(
              Found(key: packed.key, candidates: seen.map { (number: $0.key, sample: $0.value) }))
          }
          return found
        }
      },
      consume: { documents in
        for document in documents {
          for (number, sample) in document.candidates {
            candidates[Int(number)].documents += 1
            if withEntry.contains(document.key) { candidates[Int(number)].withEntry += 1 }
            if candidates[Int(number)].sample == nil { candidates[Int(number)].sample = sample }
          }
        }
      })
  }

  /// Scalars of the longest sample.
  private static let longestSample = 200

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return text.unicodeScalars.count <= longestSample
      ? text
      : String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestSample))) + "…"
  }

  /// Those that some document holds, the strongest first. A run that begins or ends with a word of
  /// more than half of all documents ("the", "of") is none.
  func rows(_ kind: SuggestionRow.Kind, of totals: DocumentTotals) -> [SuggestionRow] {
    let common = Set(
      candidates.filter { $0.documents * 2 > totals.documents }.map(\.words))
    return candidates.compactMap { candidate -> SuggestionRow? in
      guard candidate.kind == kind, candidate.documents > 0 else { return nil }
      let words = candidate.words.split(separator: " ").map(String.init)
      guard !common.contains(words.first ?? ""), !common.contains(words.last ?? "") else {
        return nil
      }
      return totals.row(
        kind, candidate.words, in: candidate.documents, both: candidate.withEntry,
        sample: candidate.sample)
    }.sortedByStrength()
  }
}
