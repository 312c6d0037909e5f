internal import Yams

extension Diagnostic {
  /// What makes a text no YAML, in one line, with a hint where the mistake is a common one.
  init(_ error: YamlError, in text: String, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
      self.init(
        "not valid YAML: \(problem)\(Self.hint(for: problem, in: line))", file: file,
        line: mark.line, column: mark.column)
    case .reader(let problem, let offset, _, _):
      // Lines and columns are counted from 1, columns in scalars.
      let before = String(decoding: text.utf8.prefix(offset ?? 0), as: UTF8.self).unicodeScalars
      self.init(
        "not valid YAML: \(problem); save the file as plain UTF-8 text", file: file,
        line: before.count { $0 == "\n" } + 1,
        column: before.reversed().prefix { $0 != "\n" }.count + 1)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().joined(separator: ", ")
      self.init(
        "the key '\(names)' is given twice", file: file, line: context.mark.line,
        column: context.mark.column)
    default: self.init("not valid YAML: \(error)", file: file, line: 1)
    }
  }

  private static func hint(for problem: String, in line: Substring) -> String {
    if problem.contains("another document") { return "; a file is one document: no '---' in it" }
    if line.contains("\t") { return "; the line holds a tab: indent with spaces" }
    // What a term begins with that YAML takes for its own.
    let value = line.drop { " -".contains($0) }
    if let first = value.first, "*&@`%{[!|>".contains(first) {
      return "; quote what begins with '\(first)', as in \"\(first)…\""
    }
    return ""
  }
}
