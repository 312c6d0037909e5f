import Aggregate
import Bytes
import Foundation
import Lexicons
import Store

/// The words of a vocabulary in lower case, numbered, and the counting of them in documents.
///
/// A word in lower case is a word again, but for one thing: a point between a letter and a small
/// letter joins (`end.Start` is two words, `end.start` one). Where a point alone separates words,
/// and where a word is spelt out, the text is made and cut anew.
struct FoldedWords {
  private let vocabulary: Vocabulary
  /// By item: the number of its word, -1 for a separator, -2 for what must be cut anew.
  private let words: [Int32]
  /// The separator that is a point, if there is one.
  private let point: Int32
  private(set) var table = WordTable()

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var table = table
    var tokens: [Token] = []
    var point: Int32 = -1
    words = (0..<vocabulary.count).map { item in
      let bytes = vocabulary.bytes(of: item)
      guard vocabulary.traits[item].kind != .separator else {
        if bytes.elementsEqual([UInt8(ascii: ".")]) { point = Int32(item) }
        return item == 0 ? -2 : -1
      }
      let word = WordFolding.lowercased(bytes)
      Tokenizer.tokenize(word.span, into: &tokens)
      guard tokens.count == 1, tokens[0].start == 0, tokens[0].end == word.count else { return -2 }
      return table.number(tokens[0], of: word.span)
    }
    self.point = point
    self.table = table
  }

  /// The number of words that have a number.
  var count: Int { table.count }

  /// Counts the words of one document after another. One for each thread.
  struct Counter {
    private let folded: FoldedWords
    /// By word, for the document at hand; `seen` are those that are not 0.
    private var uses: [Int32]
    private var seen: [Int32] = []
    private var others: [[UInt8]: Int32] = [:]
    private var items: [Int32] = []
    private var spellings: [ArraySlice<UInt8>] = []
    private var tokens: [Token] = []

    init(_ folded: FoldedWords) {
      self.folded = folded
      uses = Array(repeating: 0, count: folded.count)
    }

    /// The words of some texts, and those that have no number, with how often each occurs; `nil`
    /// where a text is damaged.
    mutating func count(
      _ texts: TokenColumns...
    ) -> (known: [KeynessCounts.Use], others: [[UInt8]: Int32])? {
      for columns in texts {
        guard read(columns) else { return nil }
        count(0..<items.count)
      }
      return take()
    }

    /// The same of each of some sentences of a text, by their numbers.
    mutating func count(
      sentences: [Int], of columns: TokenColumns
    ) -> [(known: [KeynessCounts.Use], others: [[UInt8]: Int32])]? {
      guard read(columns) else { return nil }
      let starts = columns.sentenceStarts
      var counts: [(known: [KeynessCounts.Use], others: [[UInt8]: Int32])] = []
      for sentence in sentences {
        guard starts.indices.contains(sentence) else { return nil }
        let end = sentence + 1 < starts.count ? Int(starts[sentence + 1]) : items.count
        guard starts[sentence] <= end, end <= items.count else { return nil }
        count(Int(starts[sentence])..<end)
        counts.append(take())
      }
      return counts
    }

    private mutating func read(_ columns: TokenColumns) -> Bool {
      columns.read(into: &items, &spellings) && items.allSatisfy { $0 < folded.words.count }
    }

    /// What was counted; the next count starts from nothing.
    private mutating func take() -> (known: [KeynessCounts.Use], others: [[UInt8]: Int32]) {
      defer {
        for word in seen { uses[Int(word)] = 0 }
        seen.removeAll(keepingCapacity: true)
        others.removeAll()
      }
      return (seen.map { KeynessCounts.Use(word: $0, occurrences: uses[Int($0)]) }, others)
    }

    private mutating func count(_ range: Range<Int>) {
      var spelt = items[..<range.lowerBound].count { $0 == 0 }
      var index = range.lowerBound
      while index < range.upperBound {
        let item = items[index]
        let word = folded.words[Int(item)]
        let isJoined = index + 1 < items.count && items[index + 1] == folded.point
        if word == -1 || (word >= 0 && !isJoined) {
          if word >= 0 { add(word) }
          index += 1
        } else {
          recut(from: &index, &spelt)
        }
      }
    }

    private mutating func add(_ word: Int32) {
      if uses[Int(word)] == 0 { seen.append(word) }
      uses[Int(word)] += 1
    }

    /// Cuts anew from the item at `index` on, as far as points join words, and moves behind that.
    private mutating func recut(from index: inout Int, _ spelt: inout Int) {
      var text: [UInt8] = []
      while true {
        append(items[index], to: &text, &spelt)
        index += 1
        guard index < items.count, items[index] == folded.point else { break }
        append(items[index], to: &text, &spelt)
        index += 1
        guard index < items.count, folded.words[Int(items[index])] != -1 else { break }
      }
      // A point that follows may belong to an abbreviation.
      if index < items.count, folded.words[Int(items[index])] == -1 {
        text += folded.vocabulary.bytes(of: Int(items[index]))
      }
      let lower = WordFolding.lowercased(text)
      Tokenizer.tokenize(lower.span, into: &tokens)
      for token in tokens {
        if let word = folded.table.knownNumber(token, of: lower.span) {
          add(word)
        } else {
          others[Array(lower[Int(token.start)..<Int(token.end)]), default: 0] += 1
        }
      }
    }

    private func append(_ item: Int32, to text: inout [UInt8], _ spelt: inout Int) {
      guard item == 0 else {
        text += folded.vocabulary.bytes(of: Int(item))
        return
      }
      text += spellings[spelt]
      spelt += 1
    }
  }
}
