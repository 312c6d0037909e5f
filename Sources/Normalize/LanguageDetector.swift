import Bytes

/// Tells the language of a text from its script and, in Latin script, from its function words.
///
/// `nil` when unsure: a short headline rarely holds the words that tell.
enum LanguageDetector {
  /// The letters of a text, counted by script.
  struct Letters {
    var counts = [Int](repeating: 0, count: Script.allCases.count)
    /// Occurrences of letters beyond ASCII, in lower case.
    var scalars: [UInt32: Int] = [:]

    /// Counts the letters of the first `limit` bytes of `text`.
    mutating func count(_ text: Span<UInt8>, limit: Int) {
      var index = 0
      let end = min(text.count, limit)
      var ascii = 0
      while index < end {
        if text[index] < 0x80 {
          if text[index].isASCIILetter { ascii += 1 }
          index += 1
          continue
        }
        let scalar = DecodedScalar(at: index, in: text)
        index += scalar.length
        guard let script = Script.of(scalar.value) else { continue }
        counts[script.rawValue] += 1
        if !script.isEastAsian { scalars[FoldedWords.folded(scalar.value), default: 0] += 1 }
      }
      counts[Script.latin.rawValue] += ascii
    }

    subscript(script: Script) -> Int { counts[script.rawValue] }

    func holds(_ letters: String) -> Bool {
      letters.unicodeScalars.contains { scalars[$0.value] != nil }
    }

    /// The script of four letters in five; a Han, kana or Hangul character, which says more than
    /// a letter, counts three times, and the three count as one script: the commonest of them.
    var dominant: Script? {
      let eastAsian = 3 * (self[.han] + self[.kana] + self[.hangul])
      let others = Script.allCases.filter { !$0.isEastAsian }
      let total = eastAsian + others.reduce(0) { $0 + self[$1] }
      guard total >= 8 else { return nil }
      if eastAsian * 5 >= total * 4 {
        return [.han, .kana, .hangul].max { self[$0] < self[$1] }
      }
      return others.first { self[$0] * 5 >= total * 4 }
    }
  }

  /// `words` are the folded hashes of the text's words.
  static func detect(_ letters: Letters, words: [UInt64]) -> String? {
    // East Asian text is often full of Latin names: a good third of its weight is enough.
    let eastAsian = letters[.han] + letters[.kana] + letters[.hangul]
    if eastAsian * 3 > letters[.latin], let language = eastAsianLanguage(letters) {
      return language
    }
    switch letters.dominant {
    case .latin: return latinLanguage(letters, words)
    case .cyrillic: return cyrillicLanguage(letters)
    case .arabic:
      if letters.holds("ٹڈڑےں") { return "ur" }
      return letters.holds("پچژگ") ? "fa" : "ar"
    case .greek: return "el"
    case .hebrew: return "he"
    case .devanagari: return "hi"
    case .bengali: return "bn"
    case .tamil: return "ta"
    case .thai: return "th"
    case .georgian: return "ka"
    case .armenian: return "hy"
    case .han, .kana, .hangul, nil: return nil
    }
  }

  private static func eastAsianLanguage(_ letters: Letters) -> String? {
    let (han, kana, hangul) = (letters[.han], letters[.kana], letters[.hangul])
    if hangul >= 4, hangul > kana, hangul * 2 > han { return "ko" }
    if kana >= 2, kana * 12 >= han { return "ja" }
    // A short run of Han without kana may be a Japanese headline.
    return han >= 10 && kana * 12 < han ? "zh" : nil
  }

  private static func cyrillicLanguage(_ letters: Letters) -> String {
    if letters.holds("ў") { return "be" }
    if letters.holds("ѓќѕ") { return "mk" }
    if letters.holds("јљњћђ") { return "sr" }
    if letters.holds("їєґ") || (letters.holds("і") && !letters.holds("ы")) { return "uk" }
    return letters.holds("ъ") && !letters.holds("ыэ") ? "bg" : "ru"
  }

  private static func latinLanguage(
    _ letters: Letters, _ words: [UInt64]
  ) -> String? {
    var scores = [Double](repeating: 0, count: LatinProfiles.languages.count)
    var count = 0
    let profiles = LatinProfiles.words
    for word in words.prefix(sampledWords) {
      count += 1
      for weight in profiles[word] { scores[weight.language] += weight.value }
    }
    for (scalar, times) in letters.scalars.sorted(by: { $0.key < $1.key }) {
      for weight in LatinProfiles.letters[UInt64(scalar)] {
        scores[weight.language] += 0.25 * Double(times) * weight.value
      }
    }
    let ranked = scores.indices.sorted { scores[$0] > scores[$1] }
    let best = scores[ranked[0]]
    guard best >= leastEvidence, best >= leastShare * Double(count),
      best >= leastLead * scores[ranked[1]]
    else { return nil }
    return LatinProfiles.languages[ranked[0]]
  }

  /// Text beyond these many bytes and words says nothing new.
  static let sampledBytes = 2_000
  static let sampledWords = 250
  /// About three telling words, …
  private static let leastEvidence = 6.0
  /// … making up at least one word in fifteen or so, …
  private static let leastShare = 0.15
  /// … and clearly more than any other language gets.
  private static let leastLead = 1.25
}
