/// The language of a document: what its record declares, unless the text plainly says otherwise.
enum Language {
  /// The declared language wins over the detected one, which is a guess; but a text written in a
  /// script that the declared language does not use (an English page template around a Korean
  /// article) is in the detected one.
  static func resolve(
    declared: String?, title: [UInt8], body: [UInt8], words: [UInt64]
  ) -> String? {
    var letters = LanguageDetector.Letters()
    letters.count(body.span, limit: LanguageDetector.sampledBytes)
    letters.count(title.span, limit: LanguageDetector.sampledBytes)
    if let declared = primarySubtag(declared) {
      guard let script = letters.dominant, !script.suits(declared) else { return declared }
    }
    return LanguageDetector.detect(letters, words: words)
  }

  /// `en` of `en-US` or `EN_us`; `nil` for what is no language, such as `und` or `mul`.
  static func primarySubtag(_ tag: String?) -> String? {
    guard let tag else { return nil }
    let subtag = String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    guard (2...3).contains(subtag.utf8.count), subtag.utf8.allSatisfy({ $0 &- 0x61 < 26 }),
      !["und", "mul", "zxx", "mis"].contains(subtag)
    else { return nil }
    return subtag
  }
}
