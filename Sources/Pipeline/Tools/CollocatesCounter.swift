import Bytes
import Corpus

/// How often words stand near the matches of a query, and elsewhere; parts of an archive merge.
struct CollocateTally: Sendable {
  struct Use: Sendable {
    var word: Int32
    var near: Int
    var total: Int
  }

  var matches = 0
  /// Words within a window, each once, and all words. Those of the matches themselves are left out.
  var near = 0
  var words = 0
  /// By word, in no order.
  var uses: [Use] = []
}

/// Counts the words near matches, a document after another. One for each thread.
///
/// A word is near or it is not, however many windows it lies in; time is linear in the words and the
/// matches, whatever the window.
struct CollocatesCounter {
  private let words: VocabularyWords
  private let vocabulary: Vocabulary
  private let window: Int
  private var placed = PlacedWords()
  /// By place of a word: how many matches, and windows, begin there less those that end before it.
  private var matchSteps: [Int32] = []
  private var windowSteps: [Int32] = []
  private var tally = CollocateTally()
  /// By word: where in `tally.uses` it is, or -1.
  private var places: [Int32]

  init(_ words: VocabularyWords, _ vocabulary: Vocabulary, window: Int) {
    (self.words, self.vocabulary, self.window) = (words, vocabulary, window)
    places = Array(repeating: -1, count: words.count)
  }

  /// Counts the words of a text. Returns whether its columns can be read.
  ///
  /// - Parameter matches: of this text, by their starts.
  mutating func count(_ columns: TokenColumns, matches: some Sequence<Mention>) -> Bool {
    guard placed.place(columns, in: vocabulary) else { return false }
    step(at: matches)
    let text = placed.words.span
    var (open, near): (Int32, Int32) = (0, 0)
    for index in 0..<text.count {
      open += matchSteps[index]
      near += windowSteps[index]
      guard open == 0 else { continue }
      tally.words += 1
      if near > 0 { tally.near += 1 }
      let word = words.number(text[index], of: placed, in: columns)
      if word >= 0 { add(word, isNear: near > 0) }
    }
    return true
  }

  private mutating func step(at matches: some Sequence<Mention>) {
    let text = placed.words.span
    for steps in [\Self.matchSteps, \.windowSteps] {
      self[keyPath: steps].removeAll(keepingCapacity: true)
      self[keyPath: steps].append(contentsOf: repeatElement(0, count: text.count + 1))
    }
    var first = 0
    for match in matches {
      tally.matches += 1
      while first < text.count, text[first].end <= match.range.bytes.lowerBound { first += 1 }
      var behind = first
      while behind < text.count, text[behind].start < match.range.bytes.upperBound { behind += 1 }
      matchSteps[first] += 1
      matchSteps[behind] -= 1
      windowSteps[max(0, first - window)] += 1
      windowSteps[min(text.count, behind + window)] -= 1
    }
  }

  private mutating func add(_ word: Int32, isNear: Bool) {
    if places[Int(word)] < 0 {
      places[Int(word)] = Int32(tally.uses.count)
      tally.uses.append(CollocateTally.Use(word: word, near: 0, total: 0))
    }
    let place = Int(places[Int(word)])
    tally.uses[place].total += 1
    if isNear { tally.uses[place].near += 1 }
  }

  /// What was counted; the next count starts from nothing.
  mutating func take() -> CollocateTally {
    defer {
      for use in tally.uses { places[Int(use.word)] = -1 }
      tally = CollocateTally()
    }
    return tally
  }
}
