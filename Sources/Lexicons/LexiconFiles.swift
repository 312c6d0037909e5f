import Foundation

/// The YAML files of lexicons on disk.
enum LexiconFiles {
  static let maximumBytes = 16 << 20

  /// The `.yaml` and `.yml` files at or below `paths`, in byte order of their paths, each once.
  static func find(_ paths: [String]) throws(LexiconError) -> [String] {
    var found: Set<String> = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw LexiconError(diagnostics: [
          Diagnostic(
            "no such file or folder; name a lexicon's .yaml file or its folder", file: path)
        ])
      }
      guard isFolder.boolValue else {
        found.insert(path)
        continue
      }
      let base = path.hasSuffix("/") ? String(path.dropLast()) : path
      for case let name as String in FileManager.default.enumerator(atPath: base) ?? .init() {
        let file = "\(base)/\(name)"
        if kind(of: file) == .typeDirectory {
          // What cannot be listed is passed over: its files would be missing without a word.
          guard FileManager.default.isReadableFile(atPath: file) else {
            throw LexiconError(diagnostics: [Diagnostic("this folder cannot be read", file: file)])
          }
        } else if ["yaml", "yml"].contains(name.split(separator: ".").last?.lowercased()) {
          found.insert(file)
        }
      }
    }
    guard !found.isEmpty else {
      throw LexiconError(diagnostics: [
        Diagnostic("no .yaml file here", file: paths.joined(separator: ", "))
      ])
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of a file that the file at `origin` names.
  static func path(of name: String, from origin: String) -> String {
    if name.hasPrefix("/") { return name }
    var path = origin.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = path.last, !["", ".", ".."].contains(last) {
        path.removeLast()
      } else {
        path.append(part)
      }
    }
    return path.joined(separator: "/")
  }

  /// What is the same for all paths of one file.
  static func identity(of path: String) -> String {
    URL(filePath: path).standardizedFileURL.path
  }

  static func read(_ file: String) throws(Diagnostic) -> String {
    guard FileManager.default.fileExists(atPath: file) else {
      throw Diagnostic("there is no such file", file: file)
    }
    // A pipe would keep the reader waiting.
    guard kind(of: file) == .typeRegular else { throw Diagnostic("is no regular file", file: file) }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Diagnostic("cannot be read", file: file)
    }
    guard data.count <= maximumBytes else {
      throw Diagnostic("is larger than \(maximumBytes >> 20) MB; split the lexicon", file: file)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let sound = String(decoding: data, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw Diagnostic(
        "is not UTF-8 from this line on; save it as UTF-8", file: file,
        line: sound.utf8.count { $0 == UInt8(ascii: "\n") } + 1)
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func kind(of path: String) -> FileAttributeType? {
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    return attributes?[.type] as? FileAttributeType
  }
}
