import Foundation

/// Tells the person at the terminal how far a run has come: a bar where there is one, plain lines
/// elsewhere, always on standard error.
public final class Progress: @unchecked Sendable {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let lock = NSLock()
  private var stage = ""
  private var began = Date()
  private var lastShown = Date.distantPast
  private var isLineOpen = false

  public init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Begins a stage, ending the line of the one before.
  func begin(_ stage: String) {
    lock.withLock {
      endLine()
      self.stage = stage
      began = Date()
      lastShown = isTerminal ? .distantPast : Date()
    }
  }

  /// - Parameters:
  ///   - share: of the stage's work, 0…1, or `nil` when unknown.
  ///   - count: of `unit`s done.
  func update(share: Double?, count: Int, unit: String) {
    lock.withLock {
      guard !isQuiet, Date().timeIntervalSince(lastShown) > (isTerminal ? 0.2 : 10) else { return }
      lastShown = Date()
      show(line(share: share, count: count, unit: unit), isLast: false)
    }
  }

  /// Ends the stage with what it came to.
  func end(_ result: String) {
    lock.withLock {
      guard !isQuiet else { return }
      let seconds = Date().timeIntervalSince(began)
      show("\(stage): \(result) (\(Self.decimal(seconds)) s)", isLast: true)
    }
  }

  /// A line of its own: a warning, or a word on what is going on.
  public func note(_ text: String) {
    lock.withLock {
      guard !isQuiet else { return }
      endLine()
      write(text + "\n")
    }
  }

  private func line(share: Double?, count: Int, unit: String) -> String {
    let seconds = max(Date().timeIntervalSince(began), 0.001)
    var line = "\(stage): "
    if let share {
      let filled = Int(share * 24)
      line += "[" + String(repeating: "#", count: filled)
      line += String(repeating: ".", count: 24 - filled) + "] \(Int(share * 100)) %, "
    }
    line += "\(count) \(unit), \(Int(Double(count) / seconds)) \(unit)/s"
    if let share, share > 0.01 {
      line += ", \(Self.duration(seconds / share - seconds)) left"
    }
    return line
  }

  private func show(_ line: String, isLast: Bool) {
    guard isTerminal else { return write(line + "\n") }
    write("\r\u{1B}[K" + line + (isLast ? "\n" : ""))
    isLineOpen = !isLast
  }

  private func endLine() {
    if isLineOpen { write("\n") }
    isLineOpen = false
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  private static func decimal(_ seconds: Double) -> String {
    "\(Int(seconds * 10) / 10).\(Int(seconds * 10) % 10)"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds)
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
