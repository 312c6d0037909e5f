import Foundation
import Lexicons
import Yams

/// The files of other programs that lexicons are converted from and to.
public enum DictionaryFormat: String, Sendable, CaseIterable {
  /// Our own lexicons.
  case parlance
  /// R's quanteda: nested YAML.
  case quanteda
  /// LIWC 2001 to 2015: a numbered list of categories, then words with numbers.
  case liwc
  /// Yoshikoder, and Lexicoder 2: XML.
  case yoshikoder
  /// Lexicoder 3: categories begin with `+`.
  case lexicoder
  /// WordStat: a tree indented by tabs, weights in parentheses.
  case wordstat
  /// VBPro: categories between `>>` and `<<`.
  case vbpro
  /// A table with the columns category, term, weight, note and source.
  case csv

  /// By the end of a file's name; of YAML, by whether it names a lexicon.
  init?(path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      self = .parlance
      return
    }
    switch path.split(separator: ".").last?.lowercased() {
    case "yaml", "yml":
      var yaml = YAMLReading(file: path)
      let root = try yaml.compose(DictionaryFile(path: path).text)
      self = root?.mapping?["lexicon"]?.scalar == nil ? .quanteda : .parlance
    case "dic": self = .liwc
    case "ykd", "lcd": self = .yoshikoder
    case "lc3": self = .lexicoder
    case "cat": self = .wordstat
    case "vbp": self = .vbpro
    case "csv", "tsv": self = .csv
    default: return nil
    }
  }

  var codec: any DictionaryCodec.Type {
    switch self {
    case .parlance: ParlanceLexicons.self
    case .quanteda: QuantedaYAML.self
    case .liwc: LIWCDictionary.self
    case .yoshikoder: YoshikoderXML.self
    case .lexicoder: LexicoderList.self
    case .wordstat: WordStatTree.self
    case .vbpro: VBProList.self
    case .csv: CategoryTable.self
    }
  }
}

/// Reads and writes one format. What it cannot say is noted.
protocol DictionaryCodec {
  static var syntax: DictionarySyntax { get }

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary

  /// - Parameter dictionary: one that `syntax` has made writable.
  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String
}
