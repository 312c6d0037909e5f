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
  /// The terms whose conditions hold, by lexicon and field.
  private var candidates: [[Candidate]]
  private var winners: [Winner] = []

  public init(_ lexicons: CompiledLexicons) {
    self.lexicons = lexicons
    scanner = PassageScanner(lexicons)
    matches = PatternMatches(patternCount: lexicons.patterns.count)
    candidates = Array(repeating: [], count: lexicons.lexiconCount * Field.allCases.count)
  }

  /// The mentions in `document`, by field, start, end, lexicon and entry.
  public mutating func mentions(in document: Document) -> [Mention] {
    matches.removeAll()
    scanner.scan(document.title, .title, into: &matches)
    scanner.scan(document.body, .body, into: &matches)
    guard !matches.all.isEmpty else { return [] }
    combineProximities()
    collectCandidates(in: document)

    winners.removeAll(keepingCapacity: true)
    for group in candidates.indices where !candidates[group].isEmpty {
      LongestMatch.settle(&candidates[group], into: &winners)
      candidates[group].removeAll(keepingCapacity: true)
    }
    winners.sort { Self.precedes($0.candidate, $1.candidate) }
    var titleScalars = ScalarCounter(document.title.utf8)
    var bodyScalars = ScalarCounter(document.body.utf8)
    return winners.compactMap { winner in
      let match = winner.candidate.match
      guard let entry = winner.candidate.entry else { return nil }
      let scalars =
        match.field == .title
        ? titleScalars.range(of: match.bytes) : bodyScalars.range(of: match.bytes)
      return Mention(
        entry: entry, term: winner.candidate.term, field: match.field,
        range: TextRange(bytes: match.bytes, scalars: scalars), sentence: match.sentence,
        paragraph: match.paragraph, ambiguous: winner.isAmbiguous)
    }
  }

  /// Adds the matches of proximities, whose operands the scanner found.
  private mutating func combineProximities() {
    guard !lexicons.proximities.isEmpty else { return }
    matches.index()
    var found: [PatternMatch] = []
    for number in lexicons.proximities {
      guard
        case .proximity(let first, let second, let distance, let ordered) =
          lexicons.patterns[Int(number)]
      else { continue }
      let firsts = matches.matches(of: first)
      let seconds = matches.matches(of: second)
      guard !firsts.isEmpty, !seconds.isEmpty else { continue }
      found += Proximity.matches(
        pattern: number, first: firsts, second: seconds, distance: distance, ordered: ordered,
        longestSpan: matches.longestSpan)
    }
    for match in found { matches.append(match) }
  }

  private mutating func collectCandidates(in document: Document) {
    matches.index()
    let check = ConditionCheck(document: document, matches: matches)
    for match in matches.all where lexicons.isTerm(match.pattern) {
      for term in lexicons.terms(of: match.pattern) {
        if let conditions = term.conditions, !check.holds(conditions, at: match) { continue }
        let group = Int(term.lexicon) * Field.allCases.count + Int(match.field.rawValue)
        candidates[group].append(
          Candidate(lexicon: term.lexicon, entry: term.entry, term: term.term, match: match))
      }
    }
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
  private let isASCII: Bool
  private var bytes = 0
  private var scalars = 0

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    isASCII = Bytes.isASCII(utf8.span)
  }

  /// `range` must not begin before the one asked for last.
  mutating func range(of range: Range<Int32>) -> Range<Int32> {
    if isASCII { return range }
    scalars += countScalars(in: utf8.span, bytes..<Int(range.lowerBound))
    bytes = Int(range.lowerBound)
    let length = countScalars(in: utf8.span, bytes..<Int(range.upperBound))
    return Int32(scalars)..<Int32(scalars + length)
  }
}
