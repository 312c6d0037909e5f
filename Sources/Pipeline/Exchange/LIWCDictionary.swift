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
      guard LIWCReading.conditionStart(in: pattern[...]) != nil else { return nil }
      return .init(reason: "liwc takes '<of>' and numbers in parentheses for conditions: left out")
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    var reading = LIWCReading(file: file)
    for (line, text) in file.lines { try reading.read(text, line: line, &notes) }
    guard reading.isWhole else {
      throw file.error("there are no categories between two lines of '%'", line: 1)
    }
    var dictionary = CategoryDictionary()
    let least = reading.categories.map(\.depth).min() ?? 0
    for (category, depth, line) in reading.categories {
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
