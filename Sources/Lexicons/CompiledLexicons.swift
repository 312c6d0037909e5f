public import Bytes
public import Corpus

/// All lexicons of a study in the form that Extract runs: one automaton over words, and for each
/// pattern the terms and conditions that hang on it. Immutable and shared by all threads.
public struct CompiledLexicons: Sendable {
  /// One thing to find in a text. Equal patterns of many terms and conditions are found once.
  public enum Pattern: Sendable {
    /// Found by the automaton.
    case phrase
    case proximity(first: Int32, second: Int32, distance: Int, ordered: Bool)
    case regex
  }

  /// A term of an entry, or a blocking phrase (`entry` is nil).
  public struct CompiledTerm: Sendable {
    public var lexicon: Int32
    public var entry: Int32?
    /// Index into `Catalogue.terms`.
    public var term: Int32
    public var conditions: CompiledConditions?
  }

  /// A class, because a reference costs one count where four arrays cost four.
  public final class CompiledConditions: Sendable {
    public let near: [Int32]
    public let unless: [Int32]
    public let after: [Int32]
    /// All of these: the patterns that must be known to judge a match.
    public let context: [Int32]
    public let source: Term.Conditions

    init(near: [Int32], unless: [Int32], after: [Int32], source: Term.Conditions) {
      self.near = near
      self.unless = unless
      self.after = after
      context = near + unless + after
      self.source = source
    }
  }

  public let catalogue: Catalogue
  public let automaton: PhraseAutomaton
  public let patterns: [Pattern]
  /// The patterns that are proximities.
  public let proximities: [Int32]
  /// The patterns that are regular expressions.
  public let regexes: [(pattern: Int32, regex: BoundedRegex)]
  public let lexiconCount: Int
  /// Whether a match of a pattern is a candidate for any term, and not only context of others.
  public let isTerm: [Bool]
  private let termStarts: [Int32]
  private let terms: [CompiledTerm]
  private let atoms: AtomIndex
  /// In the order of their patterns.
  private let phrases: Phrases
  /// Where in `phrases` those of each pattern lie.
  private let phraseStarts: [Int32]

  public init(_ set: LexiconSet) {
    var numbers = PatternNumbers()
    catalogue = set.catalogue
    numbers.reserveCapacity(catalogue.terms.count)
    var termsByPattern: [(pattern: Int32, term: CompiledTerm)] = []
    termsByPattern.reserveCapacity(catalogue.terms.count)
    var entryBase: Int32 = 0
    var termIndex: Int32 = 0
    for (number, lexicon) in set.lexicons.enumerated() {
      for (offset, entry) in lexicon.entries.enumerated() {
        for index in entry.terms.indices {
          termsByPattern.append(
            (
              numbers.number(of: entry.terms[index].pattern),
              CompiledTerm(
                lexicon: Int32(number), entry: entryBase + Int32(offset), term: termIndex,
                conditions: entry.terms[index].conditions.map { numbers.compile($0) })
            ))
          termIndex += 1
        }
      }
      entryBase += Int32(lexicon.entries.count)
    }
    for (number, lexicon) in set.lexicons.enumerated() {
      for term in lexicon.none {
        termsByPattern.append(
          (
            numbers.number(of: term.pattern),
            CompiledTerm(
              lexicon: Int32(number), entry: nil, term: -1,
              conditions: term.conditions.map { numbers.compile($0) })
          ))
      }
    }
    patterns = numbers.patterns
    proximities = numbers.proximities
    regexes = numbers.regexes
    lexiconCount = set.lexicons.count
    automaton = PhraseAutomaton(numbers.phrases, atomCount: numbers.atoms.count)
    atoms = numbers.atoms
    phrases = numbers.phrases
    var counts = [Int32](repeating: 0, count: patterns.count + 1)
    for pattern in phrases.patterns { counts[Int(pattern) + 1] += 1 }
    for index in patterns.indices { counts[index + 1] += counts[index] }
    phraseStarts = counts
    var starts = [Int32](repeating: 0, count: patterns.count + 1)
    for item in termsByPattern { starts[Int(item.pattern) + 1] += 1 }
    isTerm = patterns.indices.map { starts[$0 + 1] > 0 }
    for pattern in patterns.indices { starts[pattern + 1] += starts[pattern] }
    termStarts = starts
    var order = [Int](repeating: 0, count: termsByPattern.count)
    for (index, item) in termsByPattern.enumerated() {
      order[Int(starts[Int(item.pattern)])] = index
      starts[Int(item.pattern)] += 1
    }
    terms = order.map { termsByPattern[$0].term }
  }

  /// The two patterns that a proximity combines; none of any other pattern.
  public func operands(of pattern: Int32) -> [Int32] {
    guard case .proximity(let first, let second, _, _) = patterns[Int(pattern)] else { return [] }
    return [first, second]
  }

  /// The terms that a match of `pattern` is a candidate for.
  public func terms(of pattern: Int32) -> ArraySlice<CompiledTerm> {
    terms[Int(termStarts[Int(pattern)])..<Int(termStarts[Int(pattern) + 1])]
  }

  /// The atoms that a word of a text satisfies, ascending.
  public func atoms(of word: [UInt8], hasOneCase: Bool) -> [Int32] {
    atoms.atoms(of: word, hasOneCase: hasOneCase)
  }

  /// The word sequences that `pattern` matches, each as the atoms of its words.
  public func alternatives(of pattern: Int32) -> [[Int32]] {
    (Int(phraseStarts[Int(pattern)])..<Int(phraseStarts[Int(pattern) + 1])).map {
      Array(phrases.atoms[phrases[$0]])
    }
  }
}
