import Bytes

/// Numbers the distinct patterns of lexicons, and gathers what each of them asks for.
struct PatternNumbers {
  typealias Pattern = CompiledLexicons.Pattern
  typealias CompiledConditions = CompiledLexicons.CompiledConditions

  private(set) var atoms = AtomIndex()
  private(set) var patterns: [Pattern] = []
  private(set) var proximities: [Int32] = []
  private(set) var regexes: [(pattern: Int32, regex: BoundedRegex)] = []
  private(set) var phrases = Phrases()
  /// The patterns as they are spelled in atoms and numbers of other patterns.
  private var spellings = WordTable()
  private var spelling: [UInt8] = []
  /// The atoms of the phrases of one pattern, one behind the other.
  private var words: [Int32] = []

  mutating func reserveCapacity(_ count: Int) {
    patterns.reserveCapacity(count)
    phrases.reserveCapacity(count)
  }

  mutating func compile(_ conditions: Term.Conditions) -> CompiledConditions {
    CompiledConditions(
      near: conditions.near.map { number(of: $0) },
      unless: conditions.unless.map { number(of: $0) },
      after: conditions.after.map { number(of: $0) }, source: conditions)
  }

  /// The number of a pattern, a new one if it was never seen.
  mutating func number(of pattern: TermPattern) -> Int32 {
    switch pattern {
    case .phrases(let alternatives): return number(ofPhrases: alternatives)
    case .proximity(let first, let second, let distance, let ordered):
      let (first, second) = (number(ofPhrases: first), number(ofPhrases: second))
      begin(1)
      for part in [first, second, Int32(distance), ordered ? 1 : 0] { spell(part) }
      let (number, isNew) = spelled()
      guard isNew else { return number }
      patterns.append(
        .proximity(first: first, second: second, distance: distance, ordered: ordered))
      proximities.append(number)
      return number
    case .regex(let source):
      begin(2)
      spelling += source.utf8
      let (number, isNew) = spelled()
      guard isNew else { return number }
      // The reader compiled it once already, to report its errors with their place.
      guard let regex = try? BoundedRegex(source) else {
        patterns.append(.phrase)
        return number
      }
      patterns.append(.regex)
      regexes.append((number, regex))
      return number
    }
  }

  private mutating func number(ofPhrases alternatives: [[WordPattern]]) -> Int32 {
    begin(0)
    words.removeAll(keepingCapacity: true)
    for phrase in alternatives {
      spell(Int32(phrase.count))
      for word in phrase {
        let atom = atoms.number(of: word)
        words.append(atom)
        spell(atom)
      }
    }
    let (number, isNew) = spelled()
    guard isNew else { return number }
    patterns.append(.phrase)
    var start = 0
    for phrase in alternatives {
      phrases.append(words[start..<start + phrase.count], of: number)
      start += phrase.count
    }
    return number
  }

  // MARK: Spellings

  private mutating func begin(_ kind: UInt8) {
    spelling.removeAll(keepingCapacity: true)
    spelling.append(kind)
  }

  private mutating func spell(_ number: Int32) { DenseCode.append(Int(number), to: &spelling) }

  private mutating func spelled() -> (number: Int32, isNew: Bool) {
    let bytes = spelling
    let number = spellings.number(of: bytes.span)
    return (number, Int(number) == patterns.count)
  }
}
