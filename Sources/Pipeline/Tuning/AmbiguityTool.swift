import Bytes
public import Corpus
import Extract
import Lexicons
import Store

/// `ambiguous.csv` of a run, and `parlance lexicon ambiguous`: how often each alias that may mean
/// something else was accepted, refused and left open in the documents of a study, with samples.
///
/// An alias is a term's text in an entry; several terms of one text are its rules. It is ambiguous if
/// a rule asks for more than a language, or if another entry of the lexicon claims the same words.
public struct AmbiguityTool: Sendable {
  private static let samples = 3
  /// Unicode scalars of a sample's context on each side.
  private static let width = 60

  private let lexicons: LexiconSet
  private let settings: RunSettings

  /// For a study that has been run with any lexicons.
  public static func rows(of study: Study, settings: RunSettings) throws -> [AliasRow] {
    let lexicons = try LexiconSet.load(study.lexicons.map(study.resolve))
    return try AmbiguityTool(lexicons: lexicons, settings: settings)
      .rows(in: StoredStudy(study).store)
  }

  init(lexicons: LexiconSet, settings: RunSettings) {
    self.lexicons = lexicons
    self.settings = settings
  }

  /// The ambiguous aliases that stand in the documents, in the order of the lexicons. Copies of
  /// documents are left out.
  func rows(in store: StudyStore) throws -> [AliasRow] {
    let compiled = CompiledLexicons(lexicons)
    let aliases = Aliases(lexicons)
    var rows = aliases.rows
    let vocabulary = try store.vocabulary()
    try store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var tagger = Tagger(compiled, vocabulary: vocabulary)
        return { batch throws(StoreError) in
          var part: [Int: AliasRow] = [:]
          for packed in batch where packed.duplicateOf == nil {
            let columns = try packed.columns()
            let outcomes = try tagger.outcomes(in: packed, columns)
            for (alias, outcome) in aliases.candidates(outcomes) {
              var row = part[alias] ?? aliases.rows[alias]
              row.add(outcome.verdict)
              if row.wantsSample(outcome.verdict, limit: Self.samples) {
                let context = try ConcordanceRow(
                  outcome.mention, in: packed, columns, vocabulary, width: Self.width)
                row.add(context.line, outcome.verdict)
              }
              part[alias] = row
            }
          }
          return part
        }
      },
      consume: { part in
        for (alias, row) in part { rows[alias].merge(row, limit: Self.samples) }
      })
    return zip(rows, aliases.hasRules).compactMap { row, hasRules in
      row.candidates > 0 && (hasRules || row.open > 0) ? row : nil
    }
  }
}

/// The aliases of all entries, numbered.
private struct Aliases: Sendable {
  private(set) var rows: [AliasRow] = []
  /// Whether a rule of the alias asks for context, a time or a place.
  private(set) var hasRules: [Bool] = []
  /// By term: the alias.
  private var byTerm: [Int] = []

  init(_ lexicons: LexiconSet) {
    for lexicon in lexicons.lexicons {
      for entry in lexicon.entries {
        var own: [String: Int] = [:]
        for term in entry.terms {
          let alias = own[term.text] ?? rows.count
          if own[term.text] == nil {
            rows.append(
              AliasRow(lexicon: lexicon.name, entry: entry.id, alias: term.text, rules: ""))
            hasRules.append(false)
          }
          own[term.text] = alias
          byTerm.append(alias)
          guard var conditions = term.conditions else { continue }
          rows[alias].rules += rows[alias].rules.isEmpty ? term.rule : " or \(term.rule)"
          conditions.languages = []
          if conditions != Term.Conditions() { hasRules[alias] = true }
        }
      }
    }
  }

  private struct Entry: Hashable {
    var entry: Int32
    var field: Field

    init(_ outcome: Outcome) { (entry, field) = (outcome.entry, outcome.mention.field) }
  }

  /// - Parameter mentions: in the order of the text.
  private static func lies(_ outcome: Outcome, in mentions: [Range<Int32>]) -> Bool {
    let bytes = outcome.mention.range.bytes
    let next = mentions.partitioningIndex { $0.upperBound >= bytes.upperBound }
    return next < mentions.count && mentions[next].lowerBound <= bytes.lowerBound
  }

  /// A place where the words of an alias stand.
  private struct Candidate: Hashable {
    var alias: Int
    var field: Field
    var bytes: Range<Int32>
  }

  /// Each candidate once, with what the rule that went furthest made of it, in order of the text.
  ///
  /// What lies in a mention of the same entry by another of its names is no candidate: nobody
  /// wonders who the second word of "Masayoshi Son" is.
  func candidates(_ outcomes: [Outcome]) -> [(alias: Int, outcome: Outcome)] {
    var mentions: [Entry: [Range<Int32>]] = [:]
    for outcome in outcomes where outcome.verdict <= .open {
      mentions[Entry(outcome), default: []].append(outcome.mention.range.bytes)
    }
    var places: [Candidate: Int] = [:]
    var found: [(alias: Int, outcome: Outcome)] = []
    for outcome in outcomes
    where outcome.verdict <= .open || !Self.lies(outcome, in: mentions[Entry(outcome)] ?? []) {
      let alias = byTerm[Int(outcome.term)]
      let candidate = Candidate(
        alias: alias, field: outcome.mention.field, bytes: outcome.mention.range.bytes)
      if let place = places[candidate] {
        if outcome.verdict < found[place].outcome.verdict { found[place].outcome = outcome }
      } else {
        places[candidate] = found.count
        found.append((alias, outcome))
      }
    }
    return found
  }
}

extension AliasRow {
  fileprivate mutating func add(_ verdict: Outcome.Verdict) {
    switch verdict {
    case .accepted: accepted += 1
    case .open: open += 1
    case .outranked: outranked += 1
    case .excluded: excluded += 1
    case .outOfScope: outOfScope += 1
    case .unlicensed: unlicensed += 1
    }
  }

  private static func samples(
    _ verdict: Outcome.Verdict
  ) -> WritableKeyPath<AliasSamples, [String]> {
    switch verdict {
    case .accepted: \.accepted
    case .open: \.open
    case .outranked, .excluded, .outOfScope, .unlicensed: \.refused
    }
  }

  fileprivate func wantsSample(_ verdict: Outcome.Verdict, limit: Int) -> Bool {
    samples[keyPath: Self.samples(verdict)].count < limit
  }

  fileprivate mutating func add(_ sample: String, _ verdict: Outcome.Verdict) {
    samples[keyPath: Self.samples(verdict)].append(sample)
  }

  fileprivate mutating func merge(_ other: AliasRow, limit: Int) {
    accepted += other.accepted
    open += other.open
    outranked += other.outranked
    excluded += other.excluded
    outOfScope += other.outOfScope
    unlicensed += other.unlicensed
    for kind in [\AliasSamples.accepted, \.open, \.refused] {
      samples[keyPath: kind] += other.samples[keyPath: kind].prefix(
        limit - samples[keyPath: kind].count)
    }
  }
}
