import Bytes
import Corpus
import Lexicons

/// The words of an archive that are spelled almost like a term of one word.
struct SpellingNeighbours {
  /// Letters of the shortest term that has neighbours.
  private static let shortest = 5
  /// Letters from which two edits are near enough.
  private static let long = 9

  private let terms: [[Character]]

  init(of terms: [Term]) {
    let words = terms.map { $0.text.lowercased() }
      .filter { $0.count >= Self.shortest && $0.allSatisfy(\.isLetter) }
    self.terms = Set(words).sorted().map(Array.init)
  }

  func found(in vocabulary: Vocabulary) -> [String] {
    guard !terms.isEmpty, vocabulary.count > 1 else { return [] }
    var found: Set<String> = []
    for item in 1..<vocabulary.count where vocabulary.traits[item].kind == .word {
      let bytes = WordFolding.lowercased(vocabulary.bytes(of: item))
      guard terms.contains(where: { abs($0.count - bytes.count) <= 4 }) else { continue }
      let word = Array(String(decoding: bytes, as: UTF8.self))
      if terms.contains(where: { isNear(word, $0) }) { found.insert(String(word)) }
    }
    return found.subtracting(terms.map { String($0) }).sorted()
  }

  private func isNear(_ word: [Character], _ term: [Character]) -> Bool {
    let limit = term.count >= Self.long ? 2 : 1
    guard abs(word.count - term.count) <= limit, word.allSatisfy(\.isLetter) else { return false }
    return editDistance(word, term) <= limit
  }
}
