/// VBPro's lists: `>>Category<<`, then a pattern a line.
enum VBProList: DictionaryCodec {
  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path)
    var dictionary = CategoryDictionary()
    for (number, line) in file.lines {
      let text = line.trimmed
      if text.hasPrefix(">>"), text.hasSuffix("<<"), text.count > 4 {
        dictionary.categories.append(.init(name: text.dropFirst(2).dropLast(2).trimmed))
      } else if !dictionary.changeLast(depth: 0, { $0.patterns.append(.init(text)) }) {
        throw file.error("'\(text)' stands before the first category, as in >>Name<<", line: number)
      }
    }
    return dictionary
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    FlatList.text(of: dictionary, format: .vbpro, &notes) { ">>\($0)<<" }
  }
}

/// Lists of categories without depth and patterns without weight.
enum FlatList {
  /// - Parameter heading: the line that begins a category, of its name.
  static func text(
    of dictionary: CategoryDictionary, format: DictionaryFormat, _ notes: inout ConversionNotes,
    heading: (String) -> String
  ) -> String {
    var lines: [String] = []
    for (category, depth) in dictionary.flattened {
      if depth > 0 {
        notes.add(
          "'\(category.name)'", "\(format) has no categories within categories: it stands alone",
          file: format.rawValue)
      }
      notes.addLostNote(of: category, in: format)
      lines.append(heading(category.name))
      for pattern in category.patterns {
        notes.addLostWeight(of: pattern, in: format)
        lines.append(pattern.text)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension ConversionNotes {
  /// Notes the note on a category, if it has one, for a format without notes.
  mutating func addLostNote(
    of category: CategoryDictionary.Category, in format: DictionaryFormat
  ) {
    guard category.note != nil else { return }
    add("that on '\(category.name)'", "\(format) has no notes", file: format.rawValue)
  }

  /// Notes the weight of a pattern, if it has one, for a format without weights.
  mutating func addLostWeight(of pattern: CategoryDictionary.Pattern, in format: DictionaryFormat) {
    guard let weight = pattern.weight else { return }
    add(
      "'\(pattern.text)' of weight \(weight)", "\(format) has no weights: it counts 1",
      file: format.rawValue)
  }
}
