public import Bytes
public import Corpus
public import Lexicons

/// Finds the mentions of all lexicons in documents. One for each thread: it reuses its buffers.
///
/// A passage is cut into words, each word looked up once, and the automaton run over them; then the
/// conditions of the terms found are judged and the longest match of each lexicon kept. Time is
/// linear in the text and in the matches, whatever the number of terms.
public struct Tagger {
  public let lexicons: CompiledLexicons
  private let vocabulary: Vocabulary
  private var scanner: PassageScanner
  private var title = ScannedPassage(.title)
  private var body = ScannedPassage(.body)
  private var context: PatternMatches
  /// Matches of terms, of which some wait for their context to be known.
  private var found: [PatternMatch] = []
  /// The terms whose conditions hold, by lexicon and field.
  private var candidates: [[Candidate]]
  private var winners: [Winner] = []

  /// - Parameter vocabulary: of the columns that are to be tagged.
  public init(_ lexicons: CompiledLexicons, vocabulary: Vocabulary = Vocabulary()) {
    self.lexicons = lexicons
    self.vocabulary = vocabulary
    scanner = PassageScanner(lexicons, vocabulary)
    context = PatternMatches(lexicons)
    candidates = Array(repeating: [], count: lexicons.lexiconCount * Field.allCases.count)
  }

  /// The mentions in `document`, by field, start, end, lexicon and entry.
  public mutating func mentions(in document: Document) -> [Mention] {
    scanner.scan(document.title, into: &title)
    scanner.scan(document.body, into: &body)
    return mentions(in: document, Texts(title: document.title.utf8, body: document.body.utf8))
  }

  /// The mentions in a document whose texts are token columns; `nil` where these are damaged. The
  /// text is made only for lexicons with regular expressions.
  public mutating func mentions(
    in document: Document, title titleColumns: TokenColumns, body bodyColumns: TokenColumns
  ) -> [Mention]? {
    guard scanner.scan(titleColumns, into: &title), scanner.scan(bodyColumns, into: &body)
    else { return nil }
    guard !lexicons.regexes.isEmpty else { return mentions(in: document, nil) }
    guard let title = titleColumns.text(in: vocabulary), let body = bodyColumns.text(in: vocabulary)
    else { return nil }
    return mentions(in: document, Texts(title: title.utf8, body: body.utf8))
  }

  /// What `title` and `body` were cut from.
  private struct Texts {
    var title: [UInt8]
    var body: [UInt8]
  }

  private mutating func mentions(in document: Document, _ texts: Texts?) -> [Mention] {
    findTerms()
    findContext(in: texts)
    judge(in: document) { _, _ in }
    settle()
    winners.sort { Self.precedes($0.candidate, $1.candidate) }
    return mentions(of: winners, texts)
  }

  /// The winners that are mentions. They must be in text order, by field.
  private func mentions(of winners: [Winner], _ texts: Texts?) -> [Mention] {
    var titleScalars = texts.map { ScalarCounter($0.title) }
    var bodyScalars = texts.map { ScalarCounter($0.body) }
    return winners.compactMap { winner in
      let match = winner.candidate.match
      guard let entry = winner.candidate.entry else { return nil }
      let scalars =
        match.field == .title
        ? titleScalars?.range(of: match.bytes) ?? title.scalars(of: match)
        : bodyScalars?.range(of: match.bytes) ?? body.scalars(of: match)
      return Mention(
        entry: entry, term: winner.candidate.term, field: match.field,
        range: TextRange(bytes: match.bytes, scalars: scalars), sentence: match.sentence,
        paragraph: match.paragraph, ambiguous: winner.isAmbiguous,
        isInDateline: match.field == .body && match.bytes.upperBound <= body.dateline)
    }
  }

  /// Keeps the longest matches of each lexicon and field.
  private mutating func settle() {
    winners.removeAll(keepingCapacity: true)
    for group in candidates.indices where !candidates[group].isEmpty {
      LongestMatch.settle(&candidates[group], into: &winners)
      candidates[group].removeAll(keepingCapacity: true)
    }
  }

  /// What became of every place where the words of a term of an entry stand, in no order: what
  /// `mentions` takes and what it leaves. `nil` where the columns are damaged.
  public mutating func outcomes(
    in document: Document, title titleColumns: TokenColumns, body bodyColumns: TokenColumns
  ) -> [Outcome]? {
    guard scanner.scan(titleColumns, into: &title), scanner.scan(bodyColumns, into: &body),
      let title = titleColumns.text(in: vocabulary), let body = bodyColumns.text(in: vocabulary)
    else { return nil }
    let texts = Texts(title: title.utf8, body: body.utf8)
    findTerms()
    findContext(in: texts)
    var outcomes: [(candidate: Candidate, verdict: Outcome.Verdict)] = []
    judge(in: document) { outcomes.append(($0, $1)) }
    let standing = Array(candidates.joined())
    settle()
    var open: [Place: Bool] = [:]
    for winner in winners { open[Place(winner.candidate)] = winner.isAmbiguous }
    outcomes += standing.map { candidate in
      (candidate, open[Place(candidate)].map { $0 ? .open : .accepted } ?? .outranked)
    }
    outcomes.sort { Self.precedes($0.candidate, $1.candidate) }
    let found = outcomes.filter { $0.candidate.entry != nil }
    let mentions = mentions(
      of: found.map { Winner(candidate: $0.candidate, isAmbiguous: $0.verdict == .open) }, texts)
    return zip(found, mentions).map { outcome, mention in
      Outcome(
        entry: mention.entry, term: mention.term, verdict: outcome.verdict, mention: mention)
    }
  }

  /// An entry at a span: of several terms that claim it for one entry, one is kept.
  private struct Place: Hashable {
    var entry: Int32?
    var field: Field
    var bytes: Range<Int32>
    var gap: Range<Int32>

    init(_ candidate: Candidate) {
      entry = candidate.entry
      field = candidate.match.field
      bytes = candidate.match.bytes
      gap = candidate.match.gap
    }
  }

  /// Finds the phrases that are terms, and what must be known to judge them.
  private mutating func findTerms() {
    found.removeAll(keepingCapacity: true)
    context.removeAll()
    title.forEachMatch(among: lexicons.isTerm) { found.append($0) }
    body.forEachMatch(among: lexicons.isTerm) { found.append($0) }
    for match in found {
      for term in lexicons.terms(of: match.pattern) {
        for pattern in term.conditions?.context ?? [] { context.want(pattern) }
      }
    }
  }

  /// Places the context, and adds what the automaton does not find: regular expressions and
  /// proximities, whose operands are context.
  private mutating func findContext(in texts: Texts?) {
    context.index(title, body)
    if let texts {
      for (pattern, regex) in lexicons.regexes {
        add(
          regex.matches(in: texts.title).compactMap { title.match(pattern, $0) }
            + regex.matches(in: texts.body).compactMap { body.match(pattern, $0) },
          of: pattern)
      }
    }
    var proximities: [(Int32, [PatternMatch])] = []
    for number in lexicons.proximities {
      guard
        case .proximity(let first, let second, let distance, let ordered) =
          lexicons.patterns[Int(number)]
      else { continue }
      let firsts = context.matches(of: first)
      let seconds = context.matches(of: second)
      guard !firsts.isEmpty, !seconds.isEmpty else { continue }
      proximities.append(
        (
          number,
          Proximity.matches(
            pattern: number, first: firsts, second: seconds, distance: distance, ordered: ordered,
            longestSpan: context.longestSpan)
        ))
    }
    for (number, matches) in proximities { add(matches, of: number) }
  }

  private mutating func add(_ matches: [PatternMatch], of pattern: Int32) {
    guard !matches.isEmpty else { return }
    context.add(matches, of: pattern)
    if lexicons.isTerm[Int(pattern)] { found += matches }
  }

  /// Keeps as candidates the terms whose conditions hold, and tells `refuse` of the others.
  @inline(__always)
  private mutating func judge(
    in document: Document, refuse: (Candidate, Outcome.Verdict) -> Void
  ) {
    let check = ConditionCheck(document: document, matches: context)
    for match in found {
      for term in lexicons.terms(of: match.pattern) {
        let candidate = Candidate(
          lexicon: term.lexicon, entry: term.entry, term: term.term, match: match)
        if let conditions = term.conditions, let reason = check.refusal(conditions, at: match) {
          refuse(candidate, reason)
          continue
        }
        let group = Int(term.lexicon) * Field.allCases.count + Int(match.field.rawValue)
        candidates[group].append(candidate)
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
