import Lexicons

/// Our own lexicons.
enum ParlanceLexicons: DictionaryCodec {
  static let syntax = DictionarySyntax(format: .parlance, features: .all)

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    LexiconExport(lexicons: try LexiconSet.load([path])).dictionary(&notes)
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    var lexicon = LexiconImport(dictionary)
    return lexicon.yaml(&notes)
  }
}
