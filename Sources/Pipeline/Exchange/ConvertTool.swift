import Foundation

/// `parlance lexicon convert`: lexicons from and to the dictionaries of other programs.
public struct ConvertTool: Sendable {
  /// The converted text.
  public let text: String
  /// What could not be kept.
  public let notes: ConversionNotes

  /// - Parameters:
  ///   - path: a dictionary or a lexicon, or a folder of lexicons.
  ///   - source: its format; by default what its name and its keys tell.
  ///   - name: what a lexicon shall be called; by default as the dictionary or its file.
  public init(
    _ path: String, from source: DictionaryFormat? = nil, to target: DictionaryFormat,
    name: String? = nil
  ) throws {
    guard let source = try source ?? DictionaryFormat(path: path) else {
      let known = DictionaryFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw RunError("\(path): its name does not tell its format; say --from and one of \(known)")
    }
    guard source != target else {
      throw RunError("\(path): is of the format \(target) already; nothing to convert")
    }
    var notes = ConversionNotes()
    var dictionary = try source.codec.read(path, &notes)
    let stem = URL(filePath: path).deletingPathExtension().lastPathComponent
    dictionary.name = name ?? dictionary.name ?? stem
    let syntax = target.codec.syntax
    if let title = dictionary.name, title != stem, !syntax.features.contains(.title) {
      notes.add("'\(title)'", "\(target) has no name for the whole", file: target.rawValue)
    }
    dictionary = syntax.writable(dictionary, &notes)
    if dictionary.flattened.allSatisfy({ $0.category.patterns.isEmpty }) {
      notes.add("the dictionary", "it holds no patterns", file: path)
    }
    text = target.codec.text(of: dictionary, &notes)
    self.notes = notes
  }
}
