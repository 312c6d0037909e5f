import Bytes
import Lexicons

/// Words of an archive, and how often they are written with a capital and without: what is mostly
/// small is no name by itself.
struct CommonWords: Sendable {
  private struct Form {
    var name: Int
    var isSmall: Bool
  }

  private let numbers: [String: Int]
  /// By item of the vocabulary: the word that it is a form of.
  private let forms: [Int32: Form]
  private var counts: [(small: Int, capital: Int)]

  /// - Parameter names: the words to count.
  init(_ names: some Sequence<String>, in vocabulary: Vocabulary) {
    let words = Set(names.map { $0.lowercased() }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    var forms: [Int32: Form] = [:]
    for item in 1..<max(1, vocabulary.count) where vocabulary.traits[item].kind == .word {
      let bytes = vocabulary.bytes(of: item)
      let lower = WordFolding.lowercased(bytes)
      guard let name = numbers[String(decoding: lower, as: UTF8.self)] else { continue }
      forms[Int32(item)] = Form(name: name, isSmall: bytes.elementsEqual(lower))
    }
    (self.numbers, self.forms) = (numbers, forms)
    counts = Array(repeating: (0, 0), count: words.count)
  }

  /// Counts the words of a text. One of one case says nothing of capitals.
  mutating func add(_ text: PlacedWords) {
    guard !text.hasOneCase else { return }
    for word in text.words {
      guard let form = forms[word.item] else { continue }
      if form.isSmall { counts[form.name].small += 1 } else { counts[form.name].capital += 1 }
    }
  }

  mutating func merge(_ other: CommonWords) {
    for name in counts.indices {
      counts[name].small += other.counts[name].small
      counts[name].capital += other.counts[name].capital
    }
  }

  /// How often the word of `name` is written without a capital and with one.
  func counts(of name: String) -> (small: Int, capital: Int) {
    numbers[name.lowercased()].map { counts[$0] } ?? (0, 0)
  }
}
