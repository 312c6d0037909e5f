import Bytes

/// The words of an archive that are written small more often than with a capital, and so are no
/// names by themselves.
struct CommonWords {
  /// By the word in lower case: the place in order of frequency of its form with a capital and of
  /// its form without.
  private var places: [String: (capital: Int, small: Int)] = [:]

  /// A vocabulary numbers its words by how often they occur.
  init(_ vocabulary: Vocabulary) {
    for item in 1..<max(1, vocabulary.count) where vocabulary.traits[item].kind == .word {
      let traits = vocabulary.traits[item]
      guard traits.hasSmall else { continue }
      let word = String(decoding: vocabulary.bytes(of: item), as: UTF8.self)
      let key = word.lowercased()
      var place = places[key] ?? (.max, .max)
      if traits.hasCapital {
        place.capital = min(place.capital, item)
      } else {
        place.small = min(place.small, item)
      }
      places[key] = place
    }
  }

  /// Whether `name`, one word with a capital, is mostly written without.
  func contain(_ name: String) -> Bool {
    guard let place = places[name.lowercased()] else { return false }
    return place.small < place.capital
  }
}
