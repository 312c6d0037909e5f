import Corpus
import Extract
import Lexicons

/// A passage whose sentences end at `. `, `! `, `? ` and line breaks.
func passage(_ text: String) -> Passage {
  let utf8 = Array(text.utf8)
  var starts: [UInt32] = utf8.isEmpty ? [] : [0]
  for index in utf8.indices.dropFirst() where index + 1 < utf8.count {
    let isStop = ".!?".utf8.contains(utf8[index - 1]) && utf8[index] == UInt8(ascii: " ")
    if isStop || utf8[index] == UInt8(ascii: "\n") { starts.append(UInt32(index + 1)) }
  }
  return Passage(utf8: utf8, sentenceStarts: starts)
}

func document(
  _ body: String, title: String = "", date: String? = nil, outlet: String? = nil,
  language: String? = nil
) -> Document {
  Document(
    id: "d", source: Source(path: "d"), date: date.flatMap { CalendarDate(iso: $0) },
    outlet: outlet, language: language, title: passage(title), body: passage(body))
}

func compiled(_ yaml: String...) throws -> CompiledLexicons {
  let sources = yaml.enumerated().map { (file: "\($0).yaml", text: $1) }
  return CompiledLexicons(try LexiconSet(parsing: sources))
}

/// A lexicon of one entry `e` with the terms given, each as it stands in a YAML list.
func lexicon(terms: [String], none: [String] = []) throws -> CompiledLexicons {
  let blocking = none.isEmpty ? "" : "none:\n" + none.map { "  - \($0)\n" }.joined()
  return try compiled(
    "lexicon: t\n\(blocking)entries:\n  - id: e\n    terms:\n"
      + terms.map { "      - \($0)\n" }.joined())
}

/// A mention as one reads it.
struct Found: Equatable, CustomStringConvertible {
  var entry: String
  var text: String
  var description: String { "\(entry): \(text)" }
}

func find(_ lexicons: CompiledLexicons, in document: Document) -> [Found] {
  var tagger = Tagger(lexicons)
  return tagger.mentions(in: document).map { mention in
    Found(
      entry: lexicons.catalogue.entries[Int(mention.entry)].id, text: text(of: mention, document))
  }
}

func text(of mention: Mention, _ document: Document) -> String {
  let passage = mention.field == .title ? document.title : document.body
  let bytes = mention.range.bytes
  return String(
    decoding: passage.utf8[Int(bytes.lowerBound)..<Int(bytes.upperBound)], as: UTF8.self)
}

/// The texts that one term finds in a body.
func texts(_ term: String, in body: String) throws -> [String] {
  find(try lexicon(terms: [term]), in: document(body)).map(\.text)
}
