import Foundation

/// Folds away what spelling variants differ in, so that `Pokémon`, `POKEMON` and `ｐｏｋｅｍｏｎ` meet.
enum WordFolding {
  /// Accents, width, apostrophe variants and the points of abbreviations folded; capitals kept.
  static func cased(_ word: String) -> String {
    var folded = word
    if !folded.utf8.allSatisfy({ $0 < 0x80 }) {
      folded = String(
        String.UnicodeScalarView(
          folded.unicodeScalars.compactMap { scalar in
            switch scalar.value {
            case 0x2019, 0x02BC, 0xFF07: "'"
            case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
            default: scalar
            }
          }))
      if !folded.unicodeScalars.allSatisfy({ isUnaccented($0) }) {
        folded = folded.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
      }
    }
    return isAbbreviation(folded) ? folded.filter { $0 != "." } : folded
  }

  /// `cased` in lower case.
  static func key(_ word: String) -> String { cased(word).lowercased() }

  /// The word without a possessive ending, or `nil` if it has none. `word` is folded.
  static func withoutPossessive(_ word: String) -> String? {
    word.utf8.count > 2 && (word.hasSuffix("'s") || word.hasSuffix("'S"))
      ? String(word.dropLast(2)) : nil
  }

  /// What the singular of a folded lower-case word may be: `companies` → `companie`, `compani`,
  /// `company`. Wrong guesses are harmless: no term is spelled so.
  static func singulars(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return [] }
    var found = [String(word.dropLast())]
    if word.hasSuffix("es") { found.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { found.append(word.dropLast(3) + "y") }
    return found
  }

  /// A CamelCase word with only its first letter capital (`Deepseek`), or `nil` for other words.
  static func withoutInnerCapitals(_ word: String) -> String? {
    guard let first = word.first, first.isUppercase, word.count > 4,
      word.contains(where: \.isLowercase)
    else { return nil }
    let folded = String(first) + word.dropFirst().lowercased()
    return folded == word ? nil : folded
  }

  /// Letters, each followed by a point: `U.S.`, `e.g.`, `U.K`.
  private static func isAbbreviation(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 3, bytes[1] == UInt8(ascii: ".") else { return false }
    for (index, byte) in bytes.enumerated() where index % 2 == 1 && byte != UInt8(ascii: ".") {
      return index >= bytes.count - 2 && byte == UInt8(ascii: "'")
    }
    return true
  }

  /// Ideographs keep their marks: to a reader of kana, `ガ` is not `カ`.
  private static func isUnaccented(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      || (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7FF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
