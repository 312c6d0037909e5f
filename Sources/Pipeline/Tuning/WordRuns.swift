import Bytes
import Corpus

/// Up to three words in a row, as numbers of folded words.
struct WordRun: Sendable, Hashable {
  /// Words of the longest.
  static let longest = 3
  /// A vocabulary has fewer than 2^21 words.
  private static let bits = 21

  /// The words' numbers and 1, the first in the lowest bits.
  private var key: UInt64 = 0
  private(set) var count = 0

  mutating func append(_ word: Int32) {
    key |= (UInt64(word) + 1) << UInt64(count * Self.bits)
    count += 1
  }

  var words: [Int32] {
    (0..<count).map { Int32((key >> UInt64($0 * Self.bits)) & (1 << UInt64(Self.bits) - 1)) - 1 }
  }

  /// The words with one space between them, but none between ideographs.
  func text(_ words: VocabularyWords) -> String {
    var text: [UInt8] = []
    for word in self.words {
      if !text.isEmpty, !words.isIdeograph(word) { text.append(0x20) }
      text += words.bytes(of: word)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Finds the runs of words in texts. One for each thread.
struct WordRunReader {
  private let words: VocabularyWords
  private let vocabulary: Vocabulary
  private var placed = PlacedWords()
  /// By place of a word; -1 where no run passes.
  private var numbers: [Int32] = []

  init(_ words: VocabularyWords, _ vocabulary: Vocabulary) {
    (self.words, self.vocabulary) = (words, vocabulary)
  }

  /// Calls `body` with the runs of each sentence of a text. Returns whether it can be read.
  mutating func forEachRun(of columns: TokenColumns, _ body: (WordRun) -> Void) -> Bool {
    guard read(columns, without: []) else { return false }
    for sentence in placed.sentences.indices { forEachRun(inSentence: sentence, body) }
    return true
  }

  /// Calls `body` for the sentences in which some mentions stand, the mentions taken out: with a hash
  /// of the words that are left, and their runs.
  ///
  /// - Parameter mentions: of this text, by their starts.
  mutating func forEachSentence(
    of columns: TokenColumns, round mentions: [Mention], _ body: (UInt64, Set<WordRun>) -> Void
  ) -> Bool {
    guard read(columns, without: mentions) else { return false }
    for number in Set(mentions.map(\.sentence)) {
      let sentence = Int(number)
      guard placed.sentences.indices.contains(sentence) else { return false }
      var runs: Set<WordRun> = []
      forEachRun(inSentence: sentence) { runs.insert($0) }
      var hash = FNV1a()
      for word in words(ofSentence: sentence) {
        for shift in [0, 8, 16, 24] {
          hash.append(UInt8(truncatingIfNeeded: numbers[word] >> shift))
        }
      }
      body(hash.value, runs)
    }
    return true
  }

  private mutating func read(_ columns: TokenColumns, without mentions: [Mention]) -> Bool {
    guard placed.place(columns, in: vocabulary) else { return false }
    numbers.removeAll(keepingCapacity: true)
    var next = 0
    for word in placed.words {
      while next < mentions.count, mentions[next].range.bytes.upperBound <= word.start { next += 1 }
      let isTaken = next < mentions.count && mentions[next].range.bytes.lowerBound < word.end
      numbers.append(isTaken ? -1 : words.number(word, of: placed, in: columns))
    }
    return true
  }

  private func words(ofSentence sentence: Int) -> Range<Int> {
    let next = sentence + 1
    let end = next < placed.sentences.count ? Int(placed.sentences[next].firstWord) : numbers.count
    return Int(placed.sentences[sentence].firstWord)..<end
  }

  private func forEachRun(inSentence sentence: Int, _ body: (WordRun) -> Void) {
    let words = words(ofSentence: sentence)
    for first in words {
      var run = WordRun()
      for number in numbers[first..<min(words.upperBound, first + WordRun.longest)] {
        guard number >= 0 else { break }
        run.append(number)
        body(run)
      }
    }
  }
}
