import Testing

@testable import Bytes

@Suite struct ItemSearchTests {
  /// The same numbers on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Numbers whose codes take one, two and three bytes, close to the limits too.
  private static let numbers = [
    1, 2, 63, 191, 192, 255, 5000, 12_479, 12_480, 12_481, 20_000, 29_999,
  ]

  @Test("An item is found wherever it stands, and nowhere else", arguments: 0..<200)
  func agreesWithReading(_ seed: Int) {
    var vocabulary = Vocabulary()
    for _ in 1..<30_000 { vocabulary.append([], .word) }
    var random = Generator(state: UInt64(seed) &* 77)
    func number() -> Int {
      Bool.random(using: &random)
        ? Int.random(in: 1..<30_000, using: &random)
        : Self.numbers.randomElement(using: &random) ?? 1
    }
    let wanted = Set((0..<Int.random(in: 1...4, using: &random)).map { _ in number() })
    let search = ItemSearch(wanted, in: vocabulary)
    for _ in 0..<50 {
      let items = (0..<Int.random(in: 0...40, using: &random)).map { _ in number() }
      var codes: [UInt8] = []
      for item in items { DenseCode.append(item, to: &codes) }
      #expect(search.isMet(in: codes.span) == items.contains { wanted.contains($0) })
    }
  }

  @Test("A phrase is found where its words follow each other, whatever separates them")
  func phrases() {
    var vocabulary = Vocabulary()
    for number in 1..<30_000 { vocabulary.append([], number % 2 == 0 ? .word : .separator) }
    func isMet(_ phrases: [[[Int]]], _ items: [Int]) -> Bool {
      var codes: [UInt8] = []
      for item in items { DenseCode.append(item, to: &codes) }
      return ItemQuery(anyOf: phrases, in: vocabulary).isMet(in: codes.span)
    }
    let phrases = [[[2, 20_000], [4, 500]], [[8]]]
    #expect(isMet(phrases, [6, 2, 500]))
    #expect(isMet(phrases, [20_000, 1, 3, 4, 6]))
    #expect(isMet(phrases, [6, 6, 8]))
    #expect(!isMet(phrases, [6, 500, 2]))
    #expect(!isMet(phrases, [2, 6, 500]))
    #expect(!isMet(phrases, [20_000]))
    #expect(!isMet(phrases, []))
    #expect(!isMet([[[2], []], []], [2, 4]))
    let many = (1...200).map { [[4], [2], [$0 * 100], [8, 20_002]] }
    #expect(isMet(many, [6, 4, 1, 2, 3000, 20_002, 3000]))
    #expect(!isMet(many, [2, 3000, 8]) && !isMet(many, [4, 2, 3002, 8]))
  }
}
