import Bytes
import Corpus
import Extract
import Lexicons
import Store

/// Words that might be terms of an entry, counted as the terms that they would be: by tagging.
struct CandidateTerms {
  private struct Candidate {
    var kind: SuggestionRow.Kind
    var words: String
    /// One entry with one term. Candidates in one lexicon would take the words of each other.
    var lexicon: Lexicon
    var documents = 0
    var withEntry = 0
    /// It stands somewhere where the entry is not found.
    var isNew = false
    var apart: String?
    var together: String?
  }

  private struct Count {
    var documents = 0
    var withEntry = 0
    var isNew = false
  }

  /// What some documents hold of the candidates, by their numbers.
  private struct Part: Sendable {
    var counts: [Int32: Count] = [:]
    var samples: [(candidate: Int32, isTogether: Bool, line: String)] = []
  }

  private var candidates: [Candidate]

  /// Leaves out what a term of the entry, a blocking phrase of its lexicon or another candidate finds.
  init(context: [String], spelling: [String], of entry: Lexicon.Entry, in lexicon: Lexicon) {
    let known = Set(context)
    let words =
      context.map { (SuggestionRow.Kind.context, $0) }
      + spelling.filter { !known.contains($0) }.map { (.spelling, $0) }
    candidates = words.compactMap { kind, words in
      // A word such as "near" in the wrong place is no term.
      (try? LexiconSet(query: words))?.lexicons.first.map {
        Candidate(kind: kind, words: words, lexicon: $0)
      }
    }
    var ofEntry = Tagger(
      CompiledLexicons(LexiconSet(patterns: (entry.terms + lexicon.none).map(\.pattern))))
    var ofCandidates = Tagger(CompiledLexicons(lexicons))
    /// By candidate: those, with itself, that find all of it.
    let finders = candidates.map { Set(Self.whole($0.words, by: &ofCandidates)) }
    let kept = candidates.indices.filter { number in
      Self.whole(candidates[number].words, by: &ofEntry).isEmpty
        && finders[number].allSatisfy {
          $0 == number || finders[$0].contains(number) && $0 > number
        }
    }
    candidates = kept.map { candidates[$0] }
  }

  private var lexicons: LexiconSet {
    var set = LexiconSet(patterns: [])
    set.lexicons = candidates.map(\.lexicon)
    return set
  }

  /// The entries of which some term takes all of `words`.
  private static func whole(_ words: String, by tagger: inout Tagger) -> [Int] {
    let utf8 = Array(words.utf8)
    let document = Document(
      id: "", source: Source(path: ""), title: .empty,
      body: Passage(utf8: utf8, sentenceStarts: [0]))
    return tagger.mentions(in: document).filter { $0.range.bytes.count == utf8.count }
      .map { Int($0.entry) }
  }

  mutating func count(
    in stored: StoredStudy, _ forms: Forms, entry: Int32, _ settings: RunSettings
  ) throws {
    let (compiled, vocabulary) = (CompiledLexicons(lexicons), stored.vocabulary)
    try stored.store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var tagger = Tagger(compiled, vocabulary: vocabulary)
        // A sample of each is enough; those of later batches are not needed.
        var sampled: (apart: Set<Int32>, together: Set<Int32>) = ([], [])
        return { batch throws(StoreError) in
          var part = Part()
          for packed in batch where packed.duplicateOf == nil {
            let columns = try packed.columns()
            let found = try tagger.mentions(in: packed, columns)
            let ofEntry = try packed.mentions(forms).mentions.filter { $0.entry == entry }
            var seen: Set<Int32> = []
            for mention in found {
              let number = mention.entry
              if seen.insert(number).inserted {
                part.counts[number, default: Count()].documents += 1
                if !ofEntry.isEmpty { part.counts[number]?.withEntry += 1 }
              }
              let isTaken = ofEntry.contains {
                $0.field == mention.field && $0.range.bytes.overlaps(mention.range.bytes)
              }
              guard !isTaken else { continue }
              part.counts[number]?.isNew = true
              let isFirst =
                ofEntry.isEmpty
                ? sampled.apart.insert(number).inserted : sampled.together.insert(number).inserted
              guard isFirst else { continue }
              let row = try ConcordanceRow(
                mention, in: packed, columns, vocabulary, width: SuggestionRow.sampleWidth)
              part.samples.append((number, !ofEntry.isEmpty, row.line))
            }
          }
          return part
        }
      },
      consume: { add($0) })
  }

  private mutating func add(_ part: Part) {
    for (number, count) in part.counts {
      candidates[Int(number)].documents += count.documents
      candidates[Int(number)].withEntry += count.withEntry
      if count.isNew { candidates[Int(number)].isNew = true }
    }
    for sample in part.samples {
      let slot: WritableKeyPath<Candidate, String?> = sample.isTogether ? \.together : \.apart
      if candidates[Int(sample.candidate)][keyPath: slot] == nil {
        candidates[Int(sample.candidate)][keyPath: slot] = sample.line
      }
    }
  }

  /// Those that stand somewhere where the entry is not found, the strongest first.
  func rows(_ kind: SuggestionRow.Kind, of totals: DocumentTotals) -> [SuggestionRow] {
    candidates.filter { $0.kind == kind && $0.isNew }.compactMap {
      totals.row(
        kind, $0.words, in: $0.documents, both: $0.withEntry, sample: $0.apart ?? $0.together)
    }.sorted(by: SuggestionRow.isStronger)
  }
}
