import Bytes
import Testing

private func tokens(_ text: String) -> [Token] {
  let bytes = Array(text.utf8)
  // A reused buffer full of garbage must not show.
  var tokens = [Token(start: 7, end: 9, key: 1, tail: 1, isJoined: true, isIdeograph: true)]
  Tokenizer.tokenize(bytes.span, into: &tokens)
  return tokens
}

/// The words with `|` between them, `+` before a joined one.
private func cut(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return tokens(text).map { token in
    (token.isJoined ? "+" : "")
      + String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }.joined(separator: "|")
}

struct TokenizerCase: Sendable, CustomTestStringConvertible {
  var text: String
  var cut: String
  var words: Int
  var testDescription: String { text }

  init(_ text: String, _ cut: String, _ words: Int) {
    self.text = text
    self.cut = cut
    self.words = words
  }
}

private let cases: [TokenizerCase] = [
  .init("", "", 0),
  .init(" .,- ", "", 0),
  .init("the 996 schedule", "the|996|schedule", 3),
  .init("9-9-6", "9|+9|+6", 1),
  .init("9 to 9", "9|to|9", 3),
  .init("AT&T and R&D", "AT&T|and|R&D", 3),
  .init("A & B", "A|B", 2),
  .init("Q&", "Q", 1),
  .init("the U.S. market", "the|U.S.|market", 3),
  .init("U.S.-based", "U.S.|+based", 1),
  .init("U.S.A.", "U.S.A.", 1),
  .init("e.g. this, at 9 a.m.", "e.g.|this|at|9|a.m.", 5),
  .init("The end.Start", "The|end|Start", 3),
  .init("He left. She stayed.", "He|left|She|stayed", 4),
  .init("J.P. Morgan", "J.P.|Morgan", 2),
  .init("JD.com and Node.js", "JD.com|and|Node.js", 3),
  .init("DeepSeek-R1", "DeepSeek|+R1", 1),
  .init("long-term, short- and mid-term", "long|+term|short|and|mid|+term", 4),
  .init("GPT-4.5", "GPT|+4.5", 1),
  .init("-5", "5", 1),
  .init("trailing-", "trailing", 1),
  .init("double--dash", "double|dash", 2),
  .init("2019–2020", "2019|2020", 2),
  .init("co\u{2011}invest", "co|+invest", 1),
  .init("O'Reilly O’Reilly", "O'Reilly|O’Reilly", 2),
  .init("Sequoia's investors' ’90s", "Sequoia's|investors|90s", 3),
  .init("'quoted' ‘quoted’", "quoted|quoted", 2),
  .init("$14.3bn", "14.3bn", 1),
  .init("1,000,000.50, then", "1,000,000.50|then", 2),
  .init("US$100 billion (£77.5bn)", "US|100|billion|77.5bn", 4),
  .init("version 2.0.", "version|2.0", 2),
  .init("#996ICU @user a_b c/d", "996ICU|user|a|b|c|d", 6),
  .init("软银投资AI公司", "软|银|投|资|AI|公|司", 7),
  .init("5G网络", "5G|网|络", 3),
  .init("ソフトバンクのVision Fund", "ソ|フ|ト|バ|ン|ク|の|Vision|Fund", 9),
  .init("ソフト・バンク", "ソ|フ|ト|バ|ン|ク", 6),
  .init("삼성전자 R&D", "삼|성|전|자|R&D", 5),
  .init("「創業」。", "創|業", 2),
  .init("rise 🚀🇯🇵 up", "rise|up", 2),
  .init("I ❤️ AI", "I|AI", 2),
  .init("step 1️⃣ done", "step|1|done", 3),
  .init("cafe\u{301} naïve", "cafe\u{301}|naïve", 2),
  .init("Ａ９９６", "Ａ９９６", 1),
  .init("Łódź straße", "Łódź|straße", 2),
  .init("Привет, мир", "Привет|мир", 2),
  .init("مرحبا، العالم؟", "مرحبا|العالم", 2),
  .init("नमस्ते दुनिया।", "नमस्ते|दुनिया", 2),
  .init("soft\u{AD}ware zero\u{200B} width", "soft\u{AD}ware|zero|width", 3),
  .init("one\ntwo", "one|two", 2),
]

@Test(arguments: cases)
func cutsIntoWords(_ example: TokenizerCase) {
  #expect(cut(example.text) == example.cut)
  #expect(Tokenizer.countWords(tokens(example.text)) == example.words)
}

/// Plain words are cut 64 bytes at a time: where in such a block a word begins must not show.
@Test(arguments: cases)
func cutsAlikeWhereverTheTextLies(_ example: TokenizerCase) {
  let words = example.cut.isEmpty ? [] : example.cut.split(separator: "|").map(String.init)
  for shift in 0...65 {
    let before = String(repeating: "x", count: shift)
    let after = String(repeating: "Ab cd5 ", count: 20)
    let expected =
      (before.isEmpty ? [] : [before]) + words + after.split(separator: " ").map(String.init)
    #expect(cut("\(before) \(example.text) \(after)") == expected.joined(separator: "|"))
  }
}

@Test func wordsOfAnyLengthHaveOneKeyWhereverTheyStand() {
  for length in Array(1...20) + Array(60...82) {
    let word = String(repeating: "bcdefghijklma", count: 11).prefix(length)
    let alone = Token(0..<length, of: Array(word.utf8).span)
    for text in [
      "\(word)", "\(word) and of the rest",
      "Of \(word), and what follows it in a text of some length.",
    ] {
      let found = tokens(text)[text.hasPrefix("Of ") ? 1 : 0]
      #expect(found.length == length && found.key == alone.key && found.tail == alone.tail)
    }
  }
}

@Test func twelveBytesAreToldApartByKeyAndTail() {
  var seen: Set<[UInt64]> = []
  let letters = Array("abz'".utf8)
  let words = Set(
    (0..<20_000).map { number in
      let bits = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
      return (0...number % 12).map { letters[Int(bits >> UInt64(2 * $0 + 20) & 3)] }
    })
  for word in words {
    let token = Token(0..<word.count, of: word.span)
    #expect(seen.insert([token.key, UInt64(token.tail)]).inserted)
  }
}

@Test func bytesThatAreNoUTF8SeparateOrStand() {
  var found: [Token] = []
  for bytes: [UInt8] in [[0x61, 0xFF, 0x62], [0xE2, 0x80], [0xC3], [0xF0, 0x9F, 0x98]] {
    Tokenizer.tokenize(bytes.span, into: &found)
    #expect(found.allSatisfy { $0.start < $0.end && Int($0.end) <= bytes.count })
  }
}

@Test func tokensOfARangeReferToTheWholeText() {
  let bytes = Array("alpha beta gamma".utf8)
  var found: [Token] = []
  Tokenizer.append(tokensOf: bytes.span, 6..<10, to: &found)
  #expect(found.map { $0.start } == [6])
  #expect(found.map { $0.end } == [10])
}
