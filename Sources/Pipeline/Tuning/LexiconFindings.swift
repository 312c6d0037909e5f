import Corpus
import Extract
import Lexicons

/// One thing to look at in a lexicon, and where.
public struct LexiconFinding: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    /// A name without a rule that is a common word of the archive.
    case ambiguous
    /// Words that two entries claim.
    case overlap
    /// A term whose words stand in the archive and never count.
    case refused
    /// A term whose words the archive does not have, of an entry that is mentioned by others.
    case dead
    /// A term that makes up most of its entry.
    case dominant
    /// Entries that are never mentioned apart.
    case inseparable

    public static func < (a: Kind, b: Kind) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  public var kind: Kind
  public var file: String
  public var line: Int
  public var column: Int
  public var message: String

  public var description: String { "\(file):\(line):\(column): \(kind.rawValue): \(message)" }
}

/// Judges what the terms of lexicons came to in an archive.
struct LexiconFindings {
  /// The share of an entry's mentions above which one term drives it.
  static let dominantShare = 0.8
  /// An entry with fewer mentions has no share to speak of.
  static let fewestMentions = 20
  /// A word that is written small less often may be a slip.
  static let fewestUses = 5
  /// Entries of fewer documents are together by chance.
  static let fewestDocuments = 10

  private let lexicons: LexiconSet
  private let tally: TermTally
  private let commonWords: CommonWords
  private let entries: [(name: String, entry: Lexicon.Entry, firstTerm: Int)]
  /// By term: the index of its entry.
  private let owners: [Int]

  init(lexicons: LexiconSet, tally: TermTally, commonWords: CommonWords) {
    self.lexicons = lexicons
    self.tally = tally
    self.commonWords = commonWords
    var entries: [(name: String, entry: Lexicon.Entry, firstTerm: Int)] = []
    var owners: [Int] = []
    for lexicon in lexicons.lexicons {
      for entry in lexicon.entries {
        entries.append(("\(lexicon.name)/\(entry.id)", entry, owners.count))
        owners += Array(repeating: entries.count - 1, count: entry.terms.count)
      }
    }
    self.entries = entries
    self.owners = owners
  }

  /// The entries that the archive does not mention at all.
  var unmentioned: Int { tally.documents.count { $0 == 0 } }

  /// All findings, by kind and place.
  var all: [LexiconFinding] {
    let found = entries.flatMap { terms(of: $0.entry, from: $0.firstTerm) } + overlaps + inseparable
    return found.sorted {
      ($0.kind, $0.file, $0.line, $0.column, $0.message)
        < ($1.kind, $1.file, $1.line, $1.column, $1.message)
    }
  }

  private func terms(of entry: Lexicon.Entry, from first: Int) -> [LexiconFinding] {
    let counts = entry.terms.indices.map { tally.terms[first + $0] }
    let mentions = counts.map { $0[.accepted] + $0[.open] }
    let total = mentions.reduce(0, +)
    return entry.terms.indices.flatMap { index -> [LexiconFinding] in
      let term = entry.terms[index]
      var found: [LexiconFinding] = []
      func tell(_ kind: LexiconFinding.Kind, _ message: String) {
        found.append(finding(kind, message, term.place))
      }
      let stood = counts[index].reduce(0, +)
      if stood == 0, total > 0 {
        tell(.dead, "'\(term.text)' stands nowhere in the documents")
      } else if stood > 0, mentions[index] == 0 {
        let reasons = Outcome.Verdict.allCases.filter { $0 > .open && counts[index][$0] > 0 }
          .map { "\(counts[index][$0]) \($0)" }.joined(separator: ", ")
        tell(.refused, "'\(term.text)' stands \(stood) times and never counts: \(reasons)")
      }
      if entry.terms.count > 1, total >= Self.fewestMentions,
        Double(mentions[index]) > Self.dominantShare * Double(total)
      {
        tell(
          .dominant,
          "'\(term.text)' makes up \(mentions[index] * 100 / total) % of the \(total) mentions of \(entry.id)"
        )
      }
      let (small, capital) = Self.isName(term) ? commonWords.counts(of: term.text) : (0, 0)
      if mentions[index] > 0, small >= Self.fewestUses, small > capital {
        tell(
          .ambiguous,
          "'\(term.text)' is mostly written without a capital in the documents (\(small) times, \(capital) with one), as a common word: give it near, after or unless"
        )
      }
      return found
    }
  }

  /// The terms that ought to be names: one word with a capital that counts, without a rule.
  static func names(in lexicons: LexiconSet) -> [String] {
    lexicons.lexicons.flatMap(\.entries).flatMap(\.terms).filter(isName).map(\.text)
  }

  private static func isName(_ term: Term) -> Bool {
    guard term.conditions == nil, case .phrases(let phrases) = term.pattern, phrases.count == 1,
      phrases[0].count == 1
    else {
      return false
    }
    return phrases[0][0].cased != nil && term.text.allSatisfy(\.isLetter)
  }

  private var overlaps: [LexiconFinding] {
    tally.overlaps.map { pair, count in
      let (a, b) = (term(pair.first), term(pair.second))
      return finding(
        .overlap,
        "'\(a.term.text)' of \(a.name) and '\(b.term.text)' of \(b.name) claim the same words \(count) times",
        a.term.place)
    }
  }

  private func term(_ number: Int32) -> (name: String, term: Term) {
    let owner = entries[owners[Int(number)]]
    return (owner.name, owner.entry.terms[Int(number) - owner.firstTerm])
  }

  private var inseparable: [LexiconFinding] {
    tally.inseparable(fewestDocuments: Self.fewestDocuments).map { group in
      let names = group.map { entries[$0].name }.joined(separator: ", ")
      return finding(
        .inseparable,
        "\(names) are mentioned in the same \(tally.documents[group[0]]) documents and no others",
        entries[group[0]].entry.place)
    }
  }

  private func finding(
    _ kind: LexiconFinding.Kind, _ message: String, _ place: Lexicon.Place
  ) -> LexiconFinding {
    LexiconFinding(
      kind: kind, file: place.file, line: place.line, column: place.column, message: message)
  }
}

extension TermTally.Counts {
  subscript(verdict: Outcome.Verdict) -> Int { self[Int(verdict.rawValue)] }
}
