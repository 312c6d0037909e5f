import Corpus
import Foundation

/// Scores articles against a gold page set, as the public article-extraction benchmarks do.
///
/// A body is the multiset of its windows of four words. Precision and recall are means over pages,
/// F1 is their harmonic mean.
struct ExtractionScore {
  /// A row of a set's `gold.jsonl`.
  struct Gold {
    var file: String
    var body: String?
    var title: String?
    var date: String?
    var authors: [String]

    init?(_ line: Data) {
      guard let row = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
        let file = row["file"] as? String
      else { return nil }
      func text(_ key: String) -> String? {
        (row[key] as? String).flatMap { $0.isEmpty ? nil : $0 }
      }
      self.file = file
      (body, title, date) = (text("body"), text("title"), text("date"))
      let list = row["authors"] as? [String] ?? []
      authors = list.isEmpty ? [text("author")].compactMap { $0 } : list
    }
  }

  /// How many of those asked for were right.
  struct Share {
    var right = 0
    var all = 0
    var value: Double { all > 0 ? Double(right) / Double(all) : 0 }

    mutating func count(_ isRight: Bool) {
      right += isRight ? 1 : 0
      all += 1
    }
  }

  private(set) var title = Share()
  private(set) var day = Share()
  private(set) var authors = Share()
  private var precisions: [Double] = []
  private var recalls: [Double] = []

  var precision: Double { precisions.reduce(0, +) / Double(max(1, precisions.count)) }
  var recall: Double { recalls.reduce(0, +) / Double(max(1, recalls.count)) }
  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// - Parameter days: by how many days a date may differ, for gold dates that are in UTC.
  mutating func add(_ gold: Gold, _ article: Article?, days: Int = 0) {
    if let body = gold.body {
      let (wanted, found) = (Self.windows(body), Self.windows(article?.text ?? ""))
      let both = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
      let (all, own) = (wanted.values.reduce(0, +), found.values.reduce(0, +))
      if own > 0 { precisions.append(Double(both) / Double(own)) }
      if all > 0 { recalls.append(Double(both) / Double(all)) }
    }
    if let wanted = gold.title {
      title.count(Self.plain(wanted) == Self.plain(article?.title ?? ""))
    }
    if let wanted = gold.date.flatMap(Self.day) {
      let found = article?.date.flatMap { $0.precision == .day ? $0.firstDay : nil }
      day.count(found.map { abs($0 - wanted) <= days } ?? false)
    }
    if !gold.authors.isEmpty {
      let found = Self.plain((article?.authors ?? []).joined(separator: " "))
      authors.count(gold.authors.allSatisfy { found.contains(Self.plain($0)) })
    }
  }

  /// The number of the day that a text begins with.
  private static func day(_ text: String) -> Int? {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])?.firstDay
  }

  /// The windows of four words, as their hashes; of a shorter text, all of it.
  private static func windows(_ text: String) -> [Int: Int] {
    var words: [Int] = []
    var word = Hasher()
    var isInWord = false
    for scalar in text.unicodeScalars {
      if isOfWord(scalar) {
        word.combine(scalar.value)
        isInWord = true
      } else if isInWord {
        words.append(word.finalize())
        word = Hasher()
        isInWord = false
      }
    }
    if isInWord { words.append(word.finalize()) }
    var windows: [Int: Int] = [:]
    guard words.count >= 4 else { return words.isEmpty ? [:] : [words.hashValue: 1] }
    for start in 0...words.count - 4 {
      windows[words[start..<start + 4].hashValue, default: 0] += 1
    }
    return windows
  }

  /// A letter, a digit or an underscore.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
        || ("A"..."Z").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// Without differences of case, width, quotes, dashes and white space.
  private static func plain(_ text: String) -> String {
    let marks: [Character: Character] = [
      "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-",
    ]
    return String(
      text.precomposedStringWithCompatibilityMapping.lowercased().map { marks[$0] ?? $0 }
    )
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
