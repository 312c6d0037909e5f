import Bytes
import Corpus
import Lexicons

/// The matches that a document's conditions and proximities ask about, by pattern in text order.
///
/// Most phrases found in a text are only context to terms that are not there. So what is wanted is
/// said first, and only that is placed and sorted. Reused from one document to the next: clearing
/// costs what was found, not what could be.
struct PatternMatches {
  typealias Matches = ArraySlice<PatternMatch>

  /// How far back a match may begin that still reaches a word, in words.
  private(set) var longestSpan: Int32
  private let longestPhrase: Int32
  /// Wanted in every document: the operands of proximities, and the context of the terms that are
  /// found only once these are known.
  private let standing: [Int32]
  private var isWanted: [Bool]
  private var wanted: [Int32] = []
  private var placed: [PatternMatch] = []
  /// Where in `placed` the matches of each pattern lie.
  private var ranges: [Range<Int32>]

  init(_ lexicons: CompiledLexicons) {
    longestPhrase = Int32(lexicons.automaton.longestPhrase)
    longestSpan = longestPhrase
    isWanted = Array(repeating: false, count: lexicons.patterns.count)
    ranges = Array(repeating: 0..<0, count: lexicons.patterns.count)
    standing =
      lexicons.proximities.flatMap { lexicons.operands(of: $0) }
      + (lexicons.proximities + lexicons.regexes.map(\.pattern)).flatMap { pattern in
        lexicons.terms(of: pattern).flatMap { $0.conditions?.context ?? [] }
      }
  }

  /// Forgets a document and its wishes.
  mutating func removeAll() {
    for pattern in wanted {
      isWanted[Int(pattern)] = false
      ranges[Int(pattern)] = 0..<0
    }
    wanted.removeAll(keepingCapacity: true)
    placed.removeAll(keepingCapacity: true)
    longestSpan = longestPhrase
    for pattern in standing { want(pattern) }
  }

  /// Asks that `matches(of: pattern)` shall answer.
  mutating func want(_ pattern: Int32) {
    guard !isWanted[Int(pattern)] else { return }
    isWanted[Int(pattern)] = true
    wanted.append(pattern)
  }

  /// Places and sorts the wanted phrases of `passages`, which come in the order of their fields.
  mutating func index(_ passages: ScannedPassage...) {
    for passage in passages {
      for phrase in passage.phrases where isWanted[Int(phrase.pattern)] {
        let range = ranges[Int(phrase.pattern)]
        ranges[Int(phrase.pattern)] = range.lowerBound..<(range.upperBound + 1)
      }
    }
    var start: Int32 = 0
    for pattern in wanted {
      let count = ranges[Int(pattern)].upperBound
      ranges[Int(pattern)] = start..<start
      start += count
    }
    placed.append(contentsOf: repeatElement(.none, count: Int(start)))
    for passage in passages {
      passage.forEachMatch(among: isWanted) { match in
        let range = ranges[Int(match.pattern)]
        placed[Int(range.upperBound)] = match
        ranges[Int(match.pattern)] = range.lowerBound..<(range.upperBound + 1)
      }
    }
  }

  /// Adds the matches of a pattern that is no phrase, in text order, title first.
  mutating func add(_ matches: [PatternMatch], of pattern: Int32) {
    want(pattern)
    ranges[Int(pattern)] = Int32(placed.count)..<Int32(placed.count + matches.count)
    placed += matches
    for match in matches { longestSpan = max(longestSpan, match.lastToken - match.firstToken) }
  }

  /// The matches of `pattern`, if it was wanted, in text order, title first.
  func matches(of pattern: Int32) -> Matches {
    let range = ranges[Int(pattern)]
    return placed[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

extension RandomAccessCollection {
  /// The first index at which `predicate` holds, given that it holds from there to the end.
  package func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
