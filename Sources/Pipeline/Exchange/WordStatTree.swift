import Export

/// WordStat's trees, indented by tabs: a line that ends in a weight in parentheses is a pattern,
/// with `_` between its words, any other a category. Rules (`@…`) cannot be converted.
enum WordStatTree: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .wordstat, features: [.tree, .weights],
    changeOfName: { name in
      let (text, weight) = weighted(name[...])
      guard let weight else { return nil }
      return .init(
        text: "\(text) [\(CSV.decimal(weight))]",
        reason: "wordstat takes a number in parentheses for a weight: they become brackets")
    },
    changeOfPattern: { pattern in
      if pattern.hasPrefix("@") {
        return .init(reason: "wordstat takes what begins with '@' for a rule: left out")
      }
      guard pattern.contains("_") else { return nil }
      return .init(
        text: pattern.replacing("_", with: " "), reason: "wordstat has '_' for a space")
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    var dictionary = CategoryDictionary()
    for (number, line) in file.lines {
      let (depth, rest) = line.indented
      let (text, weight) = weighted(rest)
      guard let weight else {
        if text.hasSuffix(")"), text.split(separator: "(").last?.first?.isNumber == true {
          notes.add(
            "'\(text)'", "what stands in parentheses is no weight: it is read as a category",
            file: file.path, line: number)
        }
        guard dictionary.append(.init(name: text), depth: depth) else {
          throw file.error("'\(text)' is indented further than the line before", line: number)
        }
        continue
      }
      guard !text.hasPrefix("@") else {
        notes.add("'\(text)'", "rules are left out", file: file.path, line: number)
        continue
      }
      let pattern = CategoryDictionary.Pattern(text.replacing("_", with: " "), weight: weight)
      guard depth > 0,
        dictionary.changeLast(depth: depth - 1, { $0.patterns.append(pattern) })
      else {
        throw file.error("'\(text)' stands below no category", line: number)
      }
    }
    return dictionary
  }

  /// `GOOD_NEWS (1)`: the text and its weight, if it ends in one.
  private static func weighted(_ line: Substring) -> (String, Double?) {
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "("),
      let weight = Double(weight: line[line.index(after: open)...].dropLast().trimmed)
    else { return (line.trimmed, nil) }
    return (line[..<open].trimmed, weight)
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    var lines: [String] = []
    for (category, depth) in dictionary.flattened {
      let indent = String(repeating: "\t", count: depth)
      lines.append(indent + category.name)
      for pattern in category.patterns {
        let weight = CSV.decimal(pattern.weight ?? 1)
        lines.append("\(indent)\t\(pattern.text.replacing(" ", with: "_")) (\(weight))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
