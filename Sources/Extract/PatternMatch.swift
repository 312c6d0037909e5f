import Corpus

/// A pattern found in a document, before any condition is judged.
struct PatternMatch {
  var pattern: Int32
  var field: Field
  var tokens: ClosedRange<Int32>
  var bytes: Range<Int32>
  var sentence: Int32
  var paragraph: Int32
  /// The two parts of a proximity match, in text order; what lies between them stays free for
  /// other entries. Equal to `bytes` twice for other patterns.
  var parts: (Range<Int32>, Range<Int32>)

  func overlaps(_ other: PatternMatch) -> Bool {
    parts.0.overlaps(other.parts.0) || parts.0.overlaps(other.parts.1)
      || parts.1.overlaps(other.parts.0) || parts.1.overlaps(other.parts.1)
  }

  /// Bytes of text that the pattern itself accounts for.
  var weight: Int {
    parts.0 == parts.1 ? parts.0.count : parts.0.count + parts.1.count
  }

  /// Words from the end of one match to the start of the other: 1 when adjacent, 0 on overlap.
  func distance(to other: PatternMatch) -> Int {
    if other.tokens.lowerBound > tokens.upperBound {
      return Int(other.tokens.lowerBound - tokens.upperBound)
    }
    if tokens.lowerBound > other.tokens.upperBound {
      return Int(tokens.lowerBound - other.tokens.upperBound)
    }
    return 0
  }
}

/// The matches of a document, reachable by pattern in text order.
struct PatternMatches {
  private(set) var all: [PatternMatch] = []
  private var next: [Int32] = []
  private var head: [Int32]
  private var tail: [Int32]

  init(patternCount: Int) {
    head = Array(repeating: -1, count: patternCount)
    tail = head
  }

  mutating func append(_ match: PatternMatch) {
    let index = Int32(all.count)
    let pattern = Int(match.pattern)
    if tail[pattern] >= 0 {
      let last = all[Int(tail[pattern])]
      // Two spellings of one term may both lead here.
      if last.field == match.field, last.tokens == match.tokens, last.bytes == match.bytes {
        return
      }
      next[Int(tail[pattern])] = index
    } else {
      head[pattern] = index
    }
    tail[pattern] = index
    all.append(match)
    next.append(-1)
  }

  mutating func removeAll() {
    for match in all {
      head[Int(match.pattern)] = -1
      tail[Int(match.pattern)] = -1
    }
    all.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
  }

  /// Whether some match of `pattern` satisfies `condition`.
  func contains(_ pattern: Int32, where condition: (PatternMatch) -> Bool) -> Bool {
    var index = head[Int(pattern)]
    while index >= 0 {
      if condition(all[Int(index)]) { return true }
      index = next[Int(index)]
    }
    return false
  }

  /// The matches of `pattern`, in text order.
  func matches(of pattern: Int32) -> [PatternMatch] {
    var found: [PatternMatch] = []
    var index = head[Int(pattern)]
    while index >= 0 {
      found.append(all[Int(index)])
      index = next[Int(index)]
    }
    return found
  }
}
