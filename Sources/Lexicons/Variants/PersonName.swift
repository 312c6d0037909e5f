/// A person's name in Latin letters: given names and surname.
///
/// `Ursula von der Leyen` has the surname `von der Leyen`; `Robert Downey Jr.` `Downey`.
struct PersonName {
  private var given: [Substring]
  private var surname: [Substring]

  private static let particles: Set<Substring> = [
    "af", "al", "av", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "el", "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zur",
  ]
  private static let titles: Set<Substring> = [
    "Dame", "Dr", "Dr.", "Lady", "Lord", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof.",
    "Professor", "Sir",
  ]
  private static let suffixes: Set<Substring> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  /// `nil` for what is no full name: one word, or words without capitals.
  init?(_ name: String) {
    guard var words = Self.words(name) else { return nil }
    if let last = words.last, Self.suffixes.contains(last) { words.removeLast() }
    guard words.count > 1 else { return nil }
    let start =
      words.indices.dropLast().last { !Self.particles.contains(words[$0]) }.map { $0 + 1 } ?? 0
    guard start > 0 else { return nil }
    given = Array(words[..<start])
    surname = Array(words[start...])
  }

  /// A name whose surname is its first word.
  init?(surnameFirst name: String) {
    guard let words = Self.words(name), words.count > 1 else { return nil }
    given = []
    surname = [words[0]]
  }

  private static func words(_ name: String) -> [Substring]? {
    let words = Array(name.split(separator: " ").drop(while: titles.contains))
    let isName = words.allSatisfy { word in
      (word.first?.isUppercase == true || particles.contains(word))
        && word.allSatisfy { $0.isLetter || "'’-.".contains($0) }
    }
    return isName ? words : nil
  }

  /// The surname alone, and behind initials: `Son`, `M Son`, which also finds "M. Son".
  var shortForms: [String] {
    let last = surname.joined(separator: " ")
    let initials = given.flatMap { $0.split(separator: "-") }.compactMap(\.first)
      .filter(\.isUppercase).map(String.init)
    guard let first = initials.first else { return [last] }
    if initials.count == 1 { return [last, "\(first) \(last)"] }
    return [
      last, "\(first) \(last)", "\(initials.joined(separator: " ")) \(last)",
      "\(initials.joined()) \(last)",
    ]
  }
}
