/// A problem in a file that a researcher edits: where it is, what it is, how to mend it.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Severity: String, Sendable { case error, warning }

  public var severity: Severity
  public var file: String
  /// From 1; 0 when the problem is the file as a whole.
  public var line: Int
  /// From 1; 0 when unknown.
  public var column: Int
  public var message: String

  public init(
    _ message: String, file: String, line: Int = 0, column: Int = 0, severity: Severity = .error
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: error: message`, as compilers print it and editors understand it.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(severity.rawValue): \(message)"
  }
}

/// Lexicons that cannot be used: nothing is tagged with half a lexicon.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
