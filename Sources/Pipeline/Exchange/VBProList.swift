/// VBPro's lists: `>>Category<<`, then a pattern a line.
enum VBProList: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .vbpro, features: [],
    changeOfPattern: { pattern in
      heading(pattern) == nil
        ? nil : .init(reason: "vbpro takes what stands in >> << for a category: left out")
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    var dictionary = CategoryDictionary()
    for (number, line) in file.lines {
      let text = line.trimmed
      if let name = heading(text) {
        dictionary.categories.append(.init(name: name))
      } else if !dictionary.changeLast(depth: 0, { $0.patterns.append(.init(text)) }) {
        throw file.error("'\(text)' stands before the first category, as in >>Name<<", line: number)
      }
    }
    return dictionary
  }

  /// The name in a line that begins a category. By scalars: a name may begin with a mark, which
  /// makes one character of it and the sign.
  private static func heading(_ line: String) -> String? {
    let scalars = line.unicodeScalars
    guard scalars.count >= 4, scalars.starts(with: ">>".unicodeScalars),
      scalars.suffix(2).elementsEqual("<<".unicodeScalars)
    else { return nil }
    return Substring(scalars.dropFirst(2).dropLast(2)).trimmed
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    FlatList.text(of: dictionary) { ">>\($0)<<" }
  }
}

/// Lists of categories without depth and patterns without weight.
enum FlatList {
  /// - Parameter heading: the line that begins a category, of its name.
  static func text(of dictionary: CategoryDictionary, heading: (String) -> String) -> String {
    dictionary.flattened.flatMap { category, _ in
      [heading(category.name)] + category.patterns.map(\.text)
    }.map { $0 + "\n" }.joined()
  }
}
