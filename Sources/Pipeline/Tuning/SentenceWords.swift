import Bytes
import Corpus

/// The words of one sentence, in lower case.
struct SentenceWords {
  private let text: [UInt8]
  private let tokens: [Token]

  /// - Parameter sentence: the bytes of the sentence in `passage`.
  init(_ sentence: Range<Int>, of passage: Passage) {
    let text = FoldedWords.lowercased(passage.utf8[sentence])
    var tokens: [Token] = []
    Tokenizer.tokenize(text.span, into: &tokens)
    (self.text, self.tokens) = (text, tokens)
  }

  /// Calls `body` with the runs of `1 ... longest` words: a hash of the words, their number, and
  /// the place of the first.
  func forEachRun(upTo longest: Int, _ body: (UInt64, Int, Int) -> Void) {
    for first in tokens.indices {
      var hash = FNV1a()
      for count in 1...longest where first + count <= tokens.count {
        let token = tokens[first + count - 1]
        for byte in text[Int(token.start)..<Int(token.end)] { hash.append(byte) }
        hash.append(0x20)
        body(hash.value, count, first)
      }
    }
  }

  /// The words of a run, with one space between them, but none between ideographs.
  func words(_ first: Int, _ count: Int) -> String {
    var words = ""
    for token in tokens[first..<first + count] {
      if !words.isEmpty, !token.isIdeograph { words += " " }
      words += String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }
    return words
  }

  /// What `forEachRun` tells of a run of these words.
  static func hash(of words: String) -> UInt64 {
    let utf8 = Array(words.utf8)
    let sentence = SentenceWords(utf8.indices, of: Passage(utf8: utf8, sentenceStarts: [0]))
    var whole: UInt64 = 0
    sentence.forEachRun(upTo: max(1, sentence.tokens.count)) { hash, count, first in
      if first == 0, count == sentence.tokens.count { whole = hash }
    }
    return whole
  }
}

extension Passage {
  /// The bytes of each sentence.
  var sentences: [Range<Int>] {
    sentenceStarts.indices.map {
      Int(
        sentenceStarts[$0])..<($0 + 1 < sentenceStarts.count
        ? Int(sentenceStarts[$0 + 1]) : utf8.count)
    }
  }
}
