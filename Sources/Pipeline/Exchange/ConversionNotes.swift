import Lexicons

/// What a conversion could not keep, so that nothing is dropped in silence.
public struct ConversionNotes: Sendable {
  private var all: [Diagnostic] = []
  private var order: [String] = []
  private var byReason: [String: [Diagnostic]] = [:]

  init() {}

  /// - Parameters:
  ///   - what: that is lost, such as a term.
  ///   - reason: why, in words that many such notes share.
  mutating func add(_ what: String, _ reason: String, file: String, line: Int = 0) {
    let note = Diagnostic("\(what): \(reason)", file: file, line: line, severity: .warning)
    all.append(note)
    if byReason[reason] == nil { order.append(reason) }
    byReason[reason, default: []].append(note)
  }

  /// All of it, a line each.
  public var text: String { all.map { $0.description + "\n" }.joined() }

  /// A line for each reason; notes that few share are told one by one.
  public var summary: [String] {
    order.flatMap { reason -> [String] in
      let notes = byReason[reason] ?? []
      guard notes.count > 3, let first = notes.first else { return notes.map(\.description) }
      return ["\(notes.count) times: \(reason); the first is \(first)"]
    }
  }
}
