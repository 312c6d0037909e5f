import Foundation

/// A file that another program wrote, decoded.
struct DictionaryFile {
  static let maximumBytes = 16 << 20

  let path: String
  let bytes: [UInt8]
  let text: String
  /// Nothing in the file says that it is Windows-1252.
  private let isGuessed: Bool

  /// Reads a file for a conversion, and notes a guessed encoding.
  init(path: String, _ notes: inout ConversionNotes) throws(RunError) {
    try self.init(path: path)
    if isGuessed {
      notes.add("the file", "it is no UTF-8, and read as Windows-1252", file: path)
    }
  }

  /// UTF-8, or UTF-16 with its mark; else Windows-1252, in which older programs write.
  init(path: String) throws(RunError) {
    let type = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path)[.type]
    guard type as? FileAttributeType == .typeRegular,
      let data = FileManager.default.contents(atPath: path)
    else { throw RunError("\(path): the dictionary cannot be read") }
    guard data.count <= Self.maximumBytes else {
      throw RunError("\(path): the dictionary is larger than \(Self.maximumBytes >> 20) MB")
    }
    self.path = path
    bytes = Array(data)
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let declared = String(data: data, encoding: isWide ? .utf16 : .utf8)
    isGuessed = declared == nil && !isWide
    guard let decoded = isGuessed ? String(data: data, encoding: .windowsCP1252) : declared else {
      throw RunError("\(path): the dictionary is in no known encoding; save it as UTF-8")
    }
    text = decoded.hasPrefix("\u{FEFF}") ? String(decoded.unicodeScalars.dropFirst()) : decoded
  }

  /// The lines that hold something, without white space at their ends, and their numbers.
  var lines: [(number: Int, text: Substring)] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { index, line in
        let end = line.lastIndex { !$0.isWhitespace }
        return end.map { (index + 1, line[...$0]) }
      }
  }

  /// An error at a line of the file.
  func error(_ message: String, line: Int) -> RunError { RunError("\(path):\(line): \(message)") }
}

extension Substring {
  /// How many tabs it begins with, perhaps among spaces, and what follows.
  var indented: (depth: Int, rest: Substring) {
    let rest = drop(while: \.isWhitespace)
    return (self[..<rest.startIndex].count { $0 == "\t" }, rest)
  }

  /// Without white space at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
