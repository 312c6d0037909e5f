import Corpus

/// Reads lexicon files with those that they include, each once.
struct LexiconLoader {
  /// The text of a file by its path.
  let read: @Sendable (String) throws(Diagnostic) -> String
  private(set) var diagnostics: [Diagnostic] = []
  /// By what `LexiconFiles.identity` gives for their paths; `nil` for those that cannot be read.
  private var files: [String: LexiconFile?] = [:]
  /// The files that are being read, each included by the one before.
  private var open: [String] = []
  /// The path of each file that was read, and the identities of the files that are included.
  private(set) var paths: [String] = []
  private var included: Set<String> = []
  /// The files that include no others and were read ahead, by identity.
  private var ahead: [String: ReadFile] = [:]

  private typealias ReadFile = (file: LexiconFile?, problems: [Diagnostic])

  init(read: @escaping @Sendable (String) throws(Diagnostic) -> String) { self.read = read }

  /// The lexicons of the files at `roots`. Files of one name merge; what a file without a name
  /// holds is part of the lexicons that include it.
  mutating func lexicons(at roots: [String]) -> [Lexicon] {
    readAhead(roots)
    for root in roots { load(root, from: nil) }
    var lexicons: [String: Lexicon] = [:]
    var parts: [String: Set<String>] = [:]
    for path in paths {
      guard let file = files[LexiconFiles.identity(of: path)] ?? nil else { continue }
      guard let name = file.lexicon else {
        if !included.contains(LexiconFiles.identity(of: path)) { reportNameless(file) }
        continue
      }
      add(
        file, to: &lexicons[name, default: Lexicon(name: name)],
        known: &parts[name, default: []])
    }
    return lexicons.values.sorted { $0.name < $1.name }
  }

  /// Adds a file, after the files without a name that it includes and that were not added before.
  private func add(_ file: LexiconFile, to lexicon: inout Lexicon, known: inout Set<String>) {
    for include in file.includes {
      let identity = LexiconFiles.identity(of: include.path)
      guard let part = files[identity] ?? nil, part.lexicon == nil,
        known.insert(identity).inserted
      else { continue }
      add(part, to: &lexicon, known: &known)
    }
    lexicon.entries += file.entries
    lexicon.none += file.none
  }

  /// Reads the files that include no others, on all cores. What goes wrong is left to `load`.
  private mutating func readAhead(_ roots: [String]) {
    let read = read
    let files = roots.concurrentMap { path -> ReadFile? in
      guard let text = try? read(path) else { return nil }
      var reader = LexiconReader(text, path: path)
      return reader.file.includes.isEmpty ? reader.body(including: []) : nil
    }
    for (path, file) in zip(roots, files) { ahead[LexiconFiles.identity(of: path)] = file }
  }

  /// Reads a file and those that it includes, if that was not done before.
  @discardableResult
  private mutating func load(_ path: String, from place: Lexicon.Place?) -> LexiconFile? {
    let identity = LexiconFiles.identity(of: path)
    if let place {
      included.insert(identity)
      if let start = open.firstIndex(where: { LexiconFiles.identity(of: $0) == identity }) {
        let cycle = (open[start...] + [path]).joined(separator: " → ")
        report("includes itself: \(cycle)", at: place)
        return nil
      }
    }
    if let known = files[identity] { return known }
    if let (file, problems) = ahead[identity] {
      paths.append(path)
      diagnostics += problems
      files[identity] = .some(file)
      return file
    }
    // Known from here on, so that a file that cannot be read is named once.
    files[identity] = .some(nil)
    let text: String
    do throws(Diagnostic) {
      text = try read(path)
    } catch {
      if let place {
        report("cannot include '\(path)': \(error.message)", at: place)
      } else {
        diagnostics.append(error)
      }
      return nil
    }
    open.append(path)
    defer { open.removeLast() }
    var reader = LexiconReader(text, path: path)
    let includes = reader.file.includes.compactMap { include in
      load(include.path, from: include.place).map { (file: $0, at: include.place) }
    }
    paths.append(path)
    let (file, problems) = reader.body(including: includes)
    diagnostics += problems
    files[identity] = .some(file)
    return file
  }

  private mutating func reportNameless(_ file: LexiconFile) {
    report(
      "has no 'lexicon:' key; name the lexicon, as in 'lexicon: fund', or include the file in one",
      at: file.place)
  }

  private mutating func report(_ message: String, at place: Lexicon.Place) {
    diagnostics.append(
      Diagnostic(message, file: place.file, line: place.line, column: place.column))
  }
}
