/// The lines of a LIWC dictionary, read one after another.
struct LIWCReading {
  let file: DictionaryFile
  /// As they are listed, with what is read of their words.
  private(set) var categories: [(category: CategoryDictionary.Category, depth: Int, line: Int)] = []
  /// Of each category's number, its index in `categories`.
  private var places: [Int: Int] = [:]
  /// How many lines of `%` have been read.
  private var section = 0

  init(file: DictionaryFile) { self.file = file }

  /// Whether both lines of `%` have been read.
  var isWhole: Bool { section >= 2 }

  mutating func read(_ text: Substring, line: Int, _ notes: inout ConversionNotes) throws {
    if text.trimmed == "%" {
      section += 1
    } else if section == 0 {
      notes.add(
        "'\(text.trimmed)'", "it stands before the categories", file: file.path, line: line)
    } else if section == 1 {
      try readCategory(text, line: line)
    } else {
      readWord(text, line: line, &notes)
    }
  }

  private mutating func readCategory(_ text: Substring, line: Int) throws {
    let (depth, rest) = text.indented
    let parts = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard parts.count == 2, let number = Int(parts[0]) else {
      throw file.error("'\(rest)' is no number and name of a category", line: line)
    }
    if let first = places[number].map({ categories[$0] }) {
      throw file.error(
        "the number \(number) is that of '\(first.category.name)' (line \(first.line)) already",
        line: line)
    }
    places[number] = categories.count
    categories.append((.init(name: parts[1].trimmed), depth, line))
  }

  private mutating func readWord(_ text: Substring, line: Int, _ notes: inout ConversionNotes) {
    func note(_ what: String, _ reason: String) {
      notes.add(what, reason, file: file.path, line: line)
    }
    let (word, codes) = Self.split(text)
    guard !word.isEmpty else { return note("'\(text.trimmed)'", "there is no word") }
    if codes.isEmpty { note("'\(word)'", "it stands in no category") }
    let last = word.split(separator: " ").dropFirst().last.flatMap { Int($0) }
    if let last, places[last] != nil {
      note("'\(word)'", "its last number, that of a category, is read as part of the word")
    }
    for code in codes {
      let entries: [(word: String, category: Int)]
      switch Code(code) {
      case .plain(let category): entries = [(word, category)]
      case .beforeOf(let yes, let no): entries = [("\(word) of", yes), (word, no)]
      case nil:
        note("'\(word)' with '\(code)'", "conditions on other words' categories are left out")
        continue
      }
      for (word, category) in entries {
        if let place = places[category] {
          categories[place].category.patterns.append(.init(word))
        } else {
          note("'\(word)' in category \(category)", "the category is not listed")
        }
      }
    }
  }

  /// What a word's line says of one category.
  private enum Code {
    case plain(Int)
    case beforeOf(Int, Int)

    init?(_ code: Substring) {
      if let number = Int(code) {
        self = .plain(number)
        return
      }
      guard code.hasPrefix("<of>") else { return nil }
      let numbers = code.dropFirst(4).split(separator: "/").compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self = .beforeOf(numbers[0], numbers[1])
    }
  }

  /// A word or phrase, and the codes behind the first tab, the blank before a condition, or the
  /// blanks before a number: in a line without tabs a single one may be enough.
  private static func split(_ line: Substring) -> (String, [Substring]) {
    let line = line.drop(while: \.isWhitespace)
    let tab = line.firstIndex(of: "\t")
    let number = line.indices.first { index in
      let rest = line[index...].drop(while: \.isWhitespace)
      return line[index].isWhitespace && rest.first?.isNumber == true
        && (tab == nil || line.distance(from: index, to: rest.startIndex) > 1)
    }
    let end = [tab, conditionStart(in: line), number].compactMap(\.self).min() ?? line.endIndex
    return (line[..<end].trimmed, codes(of: line[end...]))
  }

  /// Where white space begins that a condition follows: `<of>`, or what stands in parentheses right
  /// before a number.
  static func conditionStart(in line: Substring) -> Substring.Index? {
    line.indices.first { index in
      guard line[index].isWhitespace else { return false }
      let rest = line[index...].drop(while: \.isWhitespace)
      guard rest.hasPrefix("("), let close = rest.firstIndex(of: ")") else {
        return rest.hasPrefix("<of>")
      }
      return rest[rest.index(after: close)...].first?.isNumber == true
    }
  }

  /// Parted by white space, but for that in parentheses.
  private static func codes(of text: Substring) -> [Substring] {
    var depth = 0
    return text.split { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth == 0 && character.isWhitespace
    }
  }
}
