/// Why markup could not be read, or was not read whole.
public struct MarkupError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// No bytes, or nothing but white space.
    case empty
    /// Over a limit of `MarkupLimits`.
    case tooLarge
    /// Syntax that the parser could not mend.
    case malformed
  }

  public var reason: Reason
  /// One line for a person.
  public var message: String
  /// From 1; 0 when the whole input is meant.
  public var line: Int
  public var column: Int

  public init(_ reason: Reason, _ message: String, line: Int = 0, column: Int = 0) {
    self.reason = reason
    self.message = message
    self.line = line
    self.column = column
  }
}

extension MarkupError: CustomStringConvertible {
  public var description: String { line > 0 ? "\(line):\(column): \(message)" : message }
}

/// What a document may cost. The defaults are far above any article and far below any harm.
public struct MarkupLimits: Sendable, Hashable {
  /// Size of the input.
  public var bytes = 64 << 20
  public var nodes = 4 << 20
  /// Elements nested deeper than this become siblings: nothing of their text is lost.
  public var depth = 400
  /// Attributes of one element; in HTML those after are dropped, in XML the document is refused.
  public var attributes = 1_000

  public init() {}
}
