/// LIWC's dictionaries of 2001 to 2015: between lines of `%` the categories, each with a number, in
/// 2015 indented by tabs; then words, each with the numbers of its categories and of those above.
///
/// `<of>A/B` (2007) puts a word followed by "of" into A, else into B: it becomes the phrase "… of" in
/// A, which as the longer match also keeps the word out of B there. Conditions on the categories of
/// neighbouring words, `(02 134)A/B`, cannot be converted.
enum LIWCDictionary: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .liwc, features: .tree,
    changeOfPattern: { pattern in
      if pattern.dropLast().contains("*") || pattern.contains("?") {
        return .init(reason: "liwc has wildcards at the end of words only: left out")
      }
      guard conditionStart(in: pattern[...]) != nil else { return nil }
      return .init(reason: "liwc takes '<of>' and numbers in parentheses for conditions: left out")
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    var categories: [(category: CategoryDictionary.Category, depth: Int, line: Int)] = []
    var places: [Int: Int] = [:]
    var section = 0
    func add(_ word: String, to number: Int, line: Int) {
      if let place = places[number] {
        categories[place].category.patterns.append(.init(word))
      } else {
        notes.add(
          "'\(word)' in category \(number)", "the category is not listed", file: path, line: line)
      }
    }
    for (line, text) in file.lines {
      if text.trimmed == "%" {
        section += 1
      } else if section == 0 {
        notes.add("'\(text.trimmed)'", "it stands before the categories", file: path, line: line)
      } else if section == 1 {
        let (depth, rest) = text.indented
        let parts = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard parts.count == 2, let number = Int(parts[0]) else {
          throw file.error("'\(rest)' is no number and name of a category", line: line)
        }
        if let place = places[number] {
          let first = categories[place]
          throw file.error(
            "the number \(number) is that of '\(first.category.name)' (line \(first.line)) already",
            line: line)
        }
        places[number] = categories.count
        categories.append((.init(name: parts[1].trimmed), depth, line))
      } else {
        let (word, codes) = split(text)
        if word.isEmpty {
          notes.add("'\(text.trimmed)'", "there is no word", file: path, line: line)
          continue
        }
        if let number = word.split(separator: " ").dropFirst().last.flatMap({ Int($0) }),
          places[number] != nil
        {
          notes.add(
            "'\(word)'", "its last number, that of a category, is read as part of the word",
            file: path, line: line)
        }
        for code in codes {
          switch Code(code) {
          case .plain(let category): add(word, to: category, line: line)
          case .beforeOf(let yes, let no):
            add("\(word) of", to: yes, line: line)
            add(word, to: no, line: line)
          case nil:
            notes.add(
              "'\(word)' with '\(code)'", "conditions on other words' categories are left out",
              file: path, line: line)
          }
        }
        if codes.isEmpty {
          notes.add("'\(word)'", "it stands in no category", file: path, line: line)
        }
      }
    }
    guard section >= 2 else {
      throw file.error("there are no categories between two lines of '%'", line: 1)
    }
    var dictionary = CategoryDictionary()
    let least = categories.map(\.depth).min() ?? 0
    for (category, depth, line) in categories {
      guard dictionary.append(category, depth: depth - least) else {
        throw file.error(
          "'\(category.name)' is indented further than the line before allows", line: line)
      }
    }
    for index in dictionary.categories.indices {
      removeRepeats(in: &dictionary.categories[index])
    }
    return dictionary
  }

  /// Takes from a category what those below it have. Returns all that it has.
  @discardableResult
  private static func removeRepeats(
    in category: inout CategoryDictionary.Category
  ) -> Set<CategoryDictionary.Pattern> {
    var below: Set<CategoryDictionary.Pattern> = []
    for index in category.categories.indices {
      below.formUnion(removeRepeats(in: &category.categories[index]))
    }
    category.patterns.removeAll { below.contains($0) }
    return below.union(category.patterns)
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
  private static func conditionStart(in line: Substring) -> Substring.Index? {
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

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    var lines = ["%"]
    var order: [String] = []
    var numbers: [String: [Int]] = [:]
    var above: [Int] = []
    for (index, (category, depth)) in dictionary.flattened.enumerated() {
      above = above.prefix(depth) + [index + 1]
      lines.append("\(String(repeating: "\t", count: depth))\(index + 1)\t\(category.name)")
      for pattern in category.patterns {
        if numbers[pattern.text] == nil { order.append(pattern.text) }
        for number in above where numbers[pattern.text]?.contains(number) != true {
          numbers[pattern.text, default: []].append(number)
        }
      }
    }
    lines.append("%")
    for word in order {
      lines.append(([word] + (numbers[word] ?? []).map(String.init)).joined(separator: "\t"))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
