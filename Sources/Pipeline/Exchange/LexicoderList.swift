/// Lexicoder's lists: `+Category`, then a pattern a line.
enum LexicoderList: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .lexicoder, features: [],
    changeOfPattern: { pattern in
      pattern.hasPrefix("+")
        ? .init(reason: "lexicoder takes what begins with '+' for a category: left out") : nil
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path)
    var dictionary = CategoryDictionary()
    for (number, line) in file.lines {
      let text = line.trimmed
      if text.hasPrefix("+") {
        dictionary.categories.append(.init(name: text.dropFirst().trimmed))
      } else if !dictionary.changeLast(depth: 0, { $0.patterns.append(.init(text)) }) {
        throw file.error("'\(text)' stands before the first category, as in +Name", line: number)
      }
    }
    return dictionary
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    FlatList.text(of: dictionary) { "+\($0)" }
  }
}
