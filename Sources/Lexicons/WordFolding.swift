import Foundation

/// Folds away what spelling variants differ in, so that `Pokémon`, `POKEMON` and `ｐｏｋｅｍｏｎ` meet.
public enum WordFolding {
  /// What all spellings of a word have in common that a term in lower case finds, but for the plural:
  /// folded, in lower case, without a possessive ending.
  public static func key(of word: [UInt8]) -> [UInt8] {
    let folded = lowercased(cased(word))
    return Array(folded.prefix(lengthWithoutPossessive(folded) ?? folded.count))
  }

  /// Accents, width, apostrophe variants and the points of abbreviations folded; capitals kept.
  static func cased(_ word: [UInt8]) -> [UInt8] {
    let folded = word.allSatisfy { $0 < 0x80 } ? word : foldedBeyondASCII(word)
    return isAbbreviation(folded) ? folded.filter { $0 != UInt8(ascii: ".") } : folded
  }

  static func cased(_ word: String) -> String {
    String(decoding: cased(Array(word.utf8)), as: UTF8.self)
  }

  /// A word in lower case; nothing else of it is folded.
  public static func lowercased(_ word: some Collection<UInt8>) -> [UInt8] {
    guard word.allSatisfy({ $0 < 0x80 }) else {
      return Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
    }
    return word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  /// The bytes of a folded word without a possessive ending, if it has one.
  static func lengthWithoutPossessive(_ word: [UInt8]) -> Int? {
    word.count > 2 && word[word.count - 2] == UInt8(ascii: "'")
      && word[word.count - 1] | 0x20 == UInt8(ascii: "s") ? word.count - 2 : nil
  }

  /// What the singular of a folded lower-case word may be: `companies` → `companie`, `compani`,
  /// `company`. Wrong guesses are harmless: no term is spelled so.
  static func singulars(of word: ArraySlice<UInt8>) -> [[UInt8]] {
    guard word.count > 2, word.last == UInt8(ascii: "s") else { return [] }
    var found = [Array(word.dropLast())]
    if word.suffix(2).elementsEqual("es".utf8) { found.append(Array(word.dropLast(2))) }
    if word.suffix(3).elementsEqual("ies".utf8) {
      found.append(word.dropLast(3) + [UInt8(ascii: "y")])
    }
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

  private static func foldedBeyondASCII(_ word: [UInt8]) -> [UInt8] {
    var folded = String(
      String.UnicodeScalarView(
        String(decoding: word, as: UTF8.self).unicodeScalars.compactMap { scalar in
          switch scalar.value {
          case 0x2019, 0x02BC, 0xFF07: "'"
          case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: nil
          default: scalar
          }
        }))
    if !folded.unicodeScalars.allSatisfy({ isUnaccented($0) }) {
      folded = folded.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    }
    return Array(folded.utf8)
  }

  /// Letters, each followed by a point: `U.S.`, `e.g.`, `U.K`; a possessive may follow.
  private static func isAbbreviation(_ word: [UInt8]) -> Bool {
    guard word.count >= 3, word[1] == UInt8(ascii: ".") else { return false }
    var index = 1
    while index < word.count {
      if word[index] != UInt8(ascii: ".") {
        return index >= word.count - 2 && word[index] == UInt8(ascii: "'")
      }
      index += 2
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
