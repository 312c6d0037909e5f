/// The words of a phrase as a person sees them: runs of letters and digits.
enum PhraseWords {
  /// The phrase with each run of letters replaced by what `body` makes of it.
  static func map(_ phrase: String, _ body: (String) -> String) -> String {
    var mapped = ""
    var word = ""
    for character in phrase {
      if character.isLetter {
        word.append(character)
        continue
      }
      if !word.isEmpty { mapped += body(word) }
      word = ""
      mapped.append(character)
    }
    return word.isEmpty ? mapped : mapped + body(word)
  }

  /// The phrase before its last word, and that word if it is of Latin letters alone.
  static func last(of phrase: String) -> (head: Substring, word: String)? {
    let word = phrase.reversed().prefix { !$0.isWhitespace && $0 != "-" }.reversed()
    guard !word.isEmpty, word.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    return (phrase.dropLast(word.count), String(word))
  }

  /// `Moody's` as Moodys; a capitalised last word with an s.
  static func withoutApostrophes(_ phrase: String) -> [String] {
    let straight = phrase.replacing("’", with: "'")
    if straight.contains("'s") { return [straight.replacing("'s", with: "s")] }
    guard let (head, word) = last(of: phrase), word.first?.isUppercase == true,
      !word.lowercased().hasSuffix("s")
    else { return [] }
    return ["\(head)\(word)s"]
  }

  /// Hyphenated words closed up, a phrase of two words also; a word parted before an inner capital.
  static func joinedOrParted(_ phrase: String) -> [String] {
    let words = phrase.split { $0 == " " || $0 == "-" }
    guard words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber } }) else { return [] }
    switch words.count {
    case 0: return []
    case 1: return parted(phrase).map { [$0] } ?? []
    case 2: return [words.joined()]
    default: return phrase.contains("-") ? [phrase.replacing("-", with: "")] : []
    }
  }

  /// `SoftBank` as Soft Bank.
  private static func parted(_ word: String) -> String? {
    var parted = ""
    for character in word {
      if character.isUppercase, parted.last?.isLowercase == true { parted.append(" ") }
      parted.append(character)
    }
    return parted == word ? nil : parted
  }

  /// `other` with the capitals of `word`: all, the first, or none.
  static func withCapitals(of word: String, _ other: String) -> String {
    guard let first = word.first, first.isUppercase else { return other }
    if word.count > 1, word.allSatisfy(\.isUppercase) { return other.uppercased() }
    return other.prefix(1).uppercased() + other.dropFirst()
  }
}
