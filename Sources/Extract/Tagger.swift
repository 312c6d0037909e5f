import Bytes
public import Corpus
public import Lexicons

/// Finds the mentions of all lexicons in documents. One for each thread: it reuses its buffers.
///
/// A passage is cut into words, each word looked up once, and the automaton run over them; then the
/// conditions of the terms found are judged and the longest match of each lexicon kept. Time is
/// linear in the text and in the matches, whatever the number of terms.
public struct Tagger {
  public let lexicons: CompiledLexicons
  private var scanner: PassageScanner
  private var matches: PatternMatches

  public init(_ lexicons: CompiledLexicons) {
    self.lexicons = lexicons
    scanner = PassageScanner(lexicons)
    matches = PatternMatches(patternCount: lexicons.patterns.count)
  }

  /// The mentions in `document`, by field, start, end, lexicon and entry.
  public mutating func mentions(in document: Document) -> [Mention] {
    matches.removeAll()
    scanner.scan(document.title, .title, into: &matches)
    scanner.scan(document.body, .body, into: &matches)
    combineProximities()
    guard !matches.all.isEmpty else { return [] }

    var winners: [(candidate: Candidate, isAmbiguous: Bool)] = []
    for group in candidates(in: document) { winners += LongestMatch.winners(group) }
    winners.sort { Self.precedes($0.candidate, $1.candidate) }
    var titleScalars = ScalarCounter(document.title.utf8)
    var bodyScalars = ScalarCounter(document.body.utf8)
    return winners.compactMap { candidate, isAmbiguous in
      guard let entry = candidate.entry else { return nil }
      let bytes = candidate.match.bytes
      let scalars =
        candidate.match.field == .title
        ? titleScalars.range(of: bytes) : bodyScalars.range(of: bytes)
      return Mention(
        entry: entry, term: candidate.term, field: candidate.match.field,
        range: TextRange(bytes: bytes, scalars: scalars), sentence: candidate.match.sentence,
        paragraph: candidate.match.paragraph, ambiguous: isAmbiguous)
    }
  }

  private mutating func combineProximities() {
    for number in lexicons.composites {
      guard
        case .proximity(let first, let second, let distance, let ordered) =
          lexicons.patterns[Int(number)]
      else { continue }
      let firsts = matches.matches(of: first)
      guard !firsts.isEmpty else { continue }
      let found = Proximity.matches(
        pattern: number, first: firsts, second: matches.matches(of: second), distance: distance,
        ordered: ordered)
      for match in found { matches.append(match) }
    }
  }

  /// The terms whose conditions hold, grouped by lexicon and field.
  private func candidates(in document: Document) -> [[Candidate]] {
    let check = ConditionCheck(document: document, matches: matches)
    var groups: [[Candidate]] = []
    var places: [Int32: Int] = [:]
    for match in matches.all {
      for term in lexicons.terms(of: match.pattern) {
        if let conditions = term.conditions, !check.holds(conditions, at: match) { continue }
        let key = term.lexicon * 2 + Int32(match.field.rawValue)
        let candidate = Candidate(
          lexicon: term.lexicon, entry: term.entry, term: term.term, match: match)
        if let place = places[key] {
          groups[place].append(candidate)
        } else {
          places[key] = groups.count
          groups.append([candidate])
        }
      }
    }
    return groups
  }

  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.match.field != b.match.field { return a.match.field < b.match.field }
    let (x, y) = (a.match.bytes, b.match.bytes)
    if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
    if x.upperBound != y.upperBound { return x.upperBound < y.upperBound }
    return (a.lexicon, a.entry ?? -1, a.term) < (b.lexicon, b.entry ?? -1, b.term)
  }
}

/// Turns ascending byte offsets into offsets in Unicode scalars, reading the text once.
private struct ScalarCounter {
  private let utf8: [UInt8]
  private var bytes = 0
  private var scalars = 0

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// `range` must not begin before the one asked for last.
  mutating func range(of range: Range<Int32>) -> Range<Int32> {
    scalars += countScalars(in: utf8.span, bytes..<Int(range.lowerBound))
    bytes = Int(range.lowerBound)
    let length = countScalars(in: utf8.span, bytes..<Int(range.upperBound))
    return Int32(scalars)..<Int32(scalars + length)
  }
}
