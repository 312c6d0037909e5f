import Corpus

/// The matches of a document; once indexed, reachable by pattern in text order.
///
/// Reused from one document to the next: clearing costs what was found, not what could be.
struct PatternMatches {
  private(set) var all: [PatternMatch] = []
  /// The most words that a match spans: how far back one may begin that still reaches a word.
  private(set) var longestSpan: Int32 = 0
  private var isIndexed = false
  /// Where in `ordered` the matches of each pattern lie.
  private var ranges: [Range<Int32>]
  private var ordered: [Int32] = []
  private var seen: [Int32] = []

  init(patternCount: Int) { ranges = Array(repeating: 0..<0, count: patternCount) }

  /// Matches of one pattern and field come in the order of their first words.
  mutating func append(_ match: PatternMatch) {
    longestSpan = max(longestSpan, match.lastToken - match.firstToken)
    all.append(match)
    isIndexed = false
  }

  mutating func removeAll() {
    forgetIndex()
    all.removeAll(keepingCapacity: true)
    longestSpan = 0
  }

  /// Makes `matches(of:)` answer for all that was appended.
  mutating func index() {
    guard !isIndexed else { return }
    forgetIndex()
    for match in all {
      let pattern = Int(match.pattern)
      if ranges[pattern].isEmpty { seen.append(match.pattern) }
      ranges[pattern] = 0..<(ranges[pattern].upperBound + 1)
    }
    var start: Int32 = 0
    for pattern in seen {
      let count = ranges[Int(pattern)].upperBound
      ranges[Int(pattern)] = start..<start
      start += count
    }
    ordered.append(contentsOf: repeatElement(0, count: all.count))
    for index in all.indices {
      let range = ranges[Int(all[index].pattern)]
      ordered[Int(range.upperBound)] = Int32(index)
      ranges[Int(all[index].pattern)] = range.lowerBound..<(range.upperBound + 1)
    }
    isIndexed = true
  }

  /// The matches of `pattern`, in text order, title first.
  func matches(of pattern: Int32) -> Matches {
    Matches(
      all: all,
      places: ordered[Int(ranges[Int(pattern)].lowerBound)..<Int(ranges[Int(pattern)].upperBound)])
  }

  private mutating func forgetIndex() {
    for pattern in seen { ranges[Int(pattern)] = 0..<0 }
    seen.removeAll(keepingCapacity: true)
    ordered.removeAll(keepingCapacity: true)
    isIndexed = false
  }

  /// A view of the matches of one pattern.
  struct Matches: RandomAccessCollection {
    fileprivate let all: [PatternMatch]
    fileprivate let places: ArraySlice<Int32>

    var startIndex: Int { places.startIndex }
    var endIndex: Int { places.endIndex }
    subscript(index: Int) -> PatternMatch { all[Int(places[index])] }
  }
}

extension RandomAccessCollection {
  /// The first index at which `predicate` holds, given that it holds from there to the end.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
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
