internal import Bytes

/// The body that a page's JSON-LD declares, as the set of its runs of four words: a cheap way to
/// see whether a block of the page belongs to it.
struct DeclaredBody {
  private let runs: Set<UInt64>
  /// Words of the body.
  let words: Int

  /// `nil` for a text too short to be a body: a teaser, a placeholder.
  init?(_ text: String) {
    var tokens: [Token] = []
    Tokenizer.tokenize(text.utf8Span.span, into: &tokens)
    guard tokens.count >= 80 else { return nil }
    words = tokens.count
    runs = Set(Self.runs(tokens))
  }

  /// How many of the block's words are in the body; 0 unless most are.
  func wordsHeld(of block: [UInt8]) -> Int {
    var tokens: [Token] = []
    Tokenizer.tokenize(block.span, into: &tokens)
    guard tokens.count >= Self.length else { return 0 }
    let own = Self.runs(tokens)
    let held = own.count { runs.contains($0) }
    return held * 5 >= own.count * 3 ? tokens.count : 0
  }

  private static let length = 4

  private static func runs(_ tokens: [Token]) -> [UInt64] {
    guard tokens.count >= length else { return [] }
    return (0...tokens.count - length).map { start in
      tokens[start..<start + length].reduce(0 as UInt64) { hash, token in
        (hash ^ token.key) &* 0x9E37_79B9_7F4A_7C15
      }
    }
  }
}
