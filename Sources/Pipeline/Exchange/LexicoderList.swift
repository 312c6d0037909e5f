/// Lexicoder's lists: `+Category`, then a pattern a line.
enum LexicoderList: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .lexicoder, features: [],
    changeOfPattern: { pattern in
      heading(pattern) == nil
        ? nil : .init(reason: "lexicoder takes what begins with '+' for a category: left out")
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    var dictionary = CategoryDictionary()
    for (number, line) in file.lines {
      let text = line.trimmed
      if let name = heading(text) {
        dictionary.categories.append(.init(name: name))
      } else if !dictionary.changeLast(depth: 0, { $0.patterns.append(.init(text)) }) {
        throw file.error("'\(text)' stands before the first category, as in +Name", line: number)
      }
    }
    return dictionary
  }

  /// The name in a line that begins a category. By scalars: a name may begin with a mark, which
  /// makes one character of it and the sign.
  private static func heading(_ line: String) -> String? {
    guard line.unicodeScalars.first == "+" else { return nil }
    return Substring(line.unicodeScalars.dropFirst()).trimmed
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    FlatList.text(of: dictionary) { "+\($0)" }
  }
}
