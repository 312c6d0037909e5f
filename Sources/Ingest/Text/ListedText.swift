/// Lists that a program has written into a text as its language shows them: `['Ann Lee', "Bo Chen"]`.
enum ListedText {
  /// The elements; nil for a text that is no such list.
  static func elements(of text: String) -> [String]? {
    let text = text.trimmed
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    var elements: [String] = []
    var element = ""
    var quote: Character?
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if let open = quote {
        if isEscaped || (character != open && character != "\\") {
          element.append(character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          elements.append(element)
          element = ""
          quote = nil
        }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character != ",", !character.isWhitespace {
        return nil
      }
    }
    return quote == nil ? elements : nil
  }
}
