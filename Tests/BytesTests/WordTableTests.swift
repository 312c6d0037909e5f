import Bytes
import Testing

@Suite struct WordTableTests {
  private func numbers(_ text: String, _ table: inout WordTable) -> [Int32] {
    let utf8 = Array(text.utf8)
    var tokens: [Token] = []
    var ids: [Int32] = []
    Tokenizer.tokenize(utf8.span, into: &tokens)
    table.number(tokens, of: utf8.span, into: &ids)
    return ids
  }

  @Test func wordsAreNumberedInTheOrderFirstSeen() {
    var table = WordTable()
    #expect(numbers("the fund of the funds", &table) == [0, 1, 2, 0, 3])
    #expect(numbers("funds venture", &table) == [3, 4])
    #expect(table.count == 5)
    #expect(String(decoding: table.word(4), as: UTF8.self) == "venture")
  }

  @Test func wordsOfAnyLengthAreToldApart() {
    var table = WordTable()
    let text = "abcdefgh abcdefghi abcdefghj Abcdefghi abcdefg ａｂｃ abcdefghi"
    #expect(numbers(text, &table) == [0, 1, 2, 3, 4, 5, 1])
  }

  @Test func growthKeepsNumbers() {
    var table = WordTable(minimumCapacity: 1)
    let words = (0..<5_000).map { "word\($0)x" }.joined(separator: " ")
    #expect(numbers(words, &table) == (0..<5_000).map { Int32($0) })
    #expect(numbers(words, &table) == (0..<5_000).map { Int32($0) })
    #expect(String(decoding: table.word(4_999), as: UTF8.self) == "word4999x")
  }

  @Test func removalForgetsAll() {
    var table = WordTable()
    _ = numbers("one two", &table)
    table.removeAll()
    #expect(numbers("two one", &table) == [0, 1])
  }
}
