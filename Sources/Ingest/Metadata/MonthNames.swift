/// Names and abbreviations of the months in English, French, German, Spanish, Italian, Portuguese
/// and Dutch; Chinese, Japanese and Korean number them.
enum MonthNames {
  /// The month that a word names, 1…12, whatever its case.
  static func month(of word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, word.count <= 12 else { return nil }
    return numbers[folded(word)]
  }

  /// In lower case: ASCII and the accented letters of Latin-1.
  private static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var letters = Array(word)
    for index in letters.indices {
      let byte = letters[index]
      let isCapital =
        (0x41...0x5A).contains(byte)
        || index > 0 && letters[index - 1] == 0xC3 && (0x80...0x9E).contains(byte)
      if isCapital { letters[index] = byte + 0x20 }
    }
    return letters
  }

  private static let numbers: [[UInt8]: Int] = {
    var numbers: [[UInt8]: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") { numbers[Array(name.utf8)] = index + 1 }
    }
    return numbers
  }()

  private static let names = [
    "january jan janvier janv januar jänner jan enero ene gennaio gen janeiro januari",
    "february feb février fevrier févr fév februar feber febrero febbraio fevereiro fev februari",
    "march mar mars märz maerz mär mrz marzo março marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sep sept septembre septiembre setiembre settembre set setembro",
    "october oct octobre oktober okt octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro",
  ]
}
