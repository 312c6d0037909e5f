/// A text as a sequence of items: its words, and what separates them.
///
/// Between two words stands one space unless a separator says otherwise ("spaceless words": E. S.
/// de Moura, G. Navarro, N. Ziviani and R. Baeza-Yates, *Fast and flexible word searching on
/// compressed text*, ACM Transactions on Information Systems 18 (2000)); beside an ideograph
/// stands nothing. A separator is cut where a sentence begins in it, and so would be a word, so
/// that sentences begin at items.
public struct ItemSequence: Sendable, Hashable {
  /// Numbers in the table that the text was encoded with.
  public var items: [Int32] = []
  /// The item that each sentence begins with; `items.count` for one that begins at the end.
  public var sentenceStarts: [UInt32] = []
}

/// Cuts texts into items.
public struct ItemEncoder: Sendable {
  public private(set) var table = ItemTable()
  private var tokens: [Token] = []

  public init() {}

  /// The items of a text.
  /// - Parameter sentenceStarts: bytes, ascending, within the text.
  public mutating func encode(
    _ text: Span<UInt8>, sentenceStarts: [UInt32]
  ) -> ItemSequence {
    Tokenizer.tokenize(text, into: &tokens)
    var pass = Pass(sentences: sentenceStarts)
    pass.sequence.items.reserveCapacity(tokens.count + tokens.count / 4)
    for token in tokens {
      let kind = token.isIdeograph ? ItemKind.ideograph : .word
      guard pass.cuts(token) else {
        pass.add(token, kind, in: text, &table)
        continue
      }
      for part in pass.parts(of: token) {
        pass.add(
          Token(part, of: text), ItemKind(ofWord: text.extracting(part)), in: text, &table)
      }
    }
    pass.separate(upTo: text.count, from: nil, in: text, &table)
    pass.beginSentences(upTo: text.count)
    return pass.sequence
  }

  /// The state of one text's encoding.
  private struct Pass {
    let sentences: [UInt32]
    var sequence = ItemSequence()
    /// What the text so far ends with, and where.
    private var last: ItemKind?
    private var end = 0

    init(sentences: [UInt32]) { self.sentences = sentences }

    /// The byte at which the next sentence begins.
    private var nextStart: Int {
      let next = sequence.sentenceStarts.count
      return next < sentences.count ? Int(sentences[next]) : .max
    }

    /// Lets the sentences that begin at `byte` or before begin with the next item.
    mutating func beginSentences(upTo byte: Int) {
      while nextStart <= byte {
        sequence.sentenceStarts.append(UInt32(sequence.items.count))
      }
    }

    /// Whether a sentence begins in the midst of a word.
    func cuts(_ token: Token) -> Bool {
      let start = sentences[sequence.sentenceStarts.count...].first { $0 > token.start }
      return start.map { $0 < token.end } ?? false
    }

    func parts(of token: Token) -> [Range<Int>] {
      let cuts = sentences.filter { token.start < $0 && $0 < token.end }
      let edges = [token.start] + cuts + [token.end]
      return zip(edges, edges.dropFirst()).map { Int($0)..<Int($1) }.filter { !$0.isEmpty }
    }

    /// Adds what stands before `start`, where an item of kind `next` begins.
    mutating func separate(
      upTo start: Int, from next: ItemKind?, in text: Span<UInt8>, _ table: inout ItemTable
    ) {
      let joinsWords = last == .word && next == .word
      let isSpace = start == end + 1 && text[end] == 0x20
      if joinsWords ? isSpace && nextStart > end : start == end { return }
      repeat {
        beginSentences(upTo: end)
        let next = min(start, nextStart, end + Vocabulary.maximumLength)
        sequence.items.append(table.number(separator: end..<next, of: text))
        end = next
      } while end < start
    }

    /// Adds a word and what stands before it.
    mutating func add(
      _ token: Token, _ kind: ItemKind, in text: Span<UInt8>, _ table: inout ItemTable
    ) {
      separate(upTo: Int(token.start), from: kind, in: text, &table)
      beginSentences(upTo: Int(token.start))
      sequence.items.append(table.number(word: token, of: text))
      last = kind
      end = Int(token.end)
    }
  }
}
