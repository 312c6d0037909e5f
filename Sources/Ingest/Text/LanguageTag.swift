/// Language tags as records write them.
enum LanguageTag {
  /// The primary subtag in lower case (`en` of `en-US`), for English names and codes of three
  /// letters too; nil for what names no language.
  static func primary(_ text: String) -> String? {
    let word = text.trimmed.lowercased()
    if let code = codes[word] { return code }
    let subtag = word.prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(subtag.utf8.count),
      subtag.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), subtag != "und"
    else { return nil }
    return codes[String(subtag)] ?? String(subtag)
  }

  private static let codes = [
    "english": "en", "eng": "en", "chinese": "zh", "zho": "zh", "chi": "zh", "mandarin": "zh",
    "japanese": "ja", "jpn": "ja", "korean": "ko", "kor": "ko", "french": "fr", "fra": "fr",
    "fre": "fr", "german": "de", "deu": "de", "ger": "de", "spanish": "es", "spa": "es",
    "portuguese": "pt", "por": "pt", "italian": "it", "ita": "it", "dutch": "nl", "nld": "nl",
    "russian": "ru", "rus": "ru", "arabic": "ar", "ara": "ar", "vietnamese": "vi", "vie": "vi",
    "français": "fr", "francais": "fr", "deutsch": "de", "español": "es", "espanol": "es",
    "italiano": "it", "português": "pt", "portugues": "pt", "nederlands": "nl", "anglais": "en",
    "englisch": "en", "inglés": "en", "inglese": "en", "inglês": "en", "engels": "en",
    "indonesian": "id", "ind": "id", "swedish": "sv", "swe": "sv", "polish": "pl", "pol": "pl",
  ]
}
