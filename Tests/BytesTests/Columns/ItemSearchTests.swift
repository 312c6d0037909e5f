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
}
