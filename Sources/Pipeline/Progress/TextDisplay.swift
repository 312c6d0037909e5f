import Logging

/// For people: a bar where there is a terminal, plain lines elsewhere.
struct TextDisplay: RunDisplay {
  let isTerminal: Bool
  /// Says nothing but what is logged.
  let isQuiet: Bool
  /// The bar stands on the last line, which has no end yet.
  private var isLineOpen = false

  init(isTerminal: Bool, isQuiet: Bool) {
    self.isTerminal = isTerminal
    self.isQuiet = isQuiet
  }

  var interval: Double { isTerminal ? 0.2 : 10 }

  mutating func render(_ event: RunEvent) -> [UInt8] {
    switch event {
    case .logged(let level, let message, _):
      let mark = level < .notice ? "\(level.rawValue): " : ""
      return line(mark + message)
    case .failed(let message): return line(message)
    case _ where isQuiet: return []
    case .began: return end()
    case .advanced(let stage, let progress, let seconds):
      let text = Self.text(stage, progress, max(seconds, 0.001))
      if !isTerminal { return line(text) }
      isLineOpen = true
      return Array("\r\u{1B}[K\(text)".utf8)
    case .ended(let stage, let result, let seconds):
      let text = "\(stage): \(result) (\(Self.decimal(seconds)) s)\n"
      isLineOpen = false
      return Array((isTerminal ? "\r\u{1B}[K" + text : text).utf8)
    case .finished(let summary): return line(summary.description)
    }
  }

  /// A line of its own.
  private mutating func line(_ text: String) -> [UInt8] { end() + Array((text + "\n").utf8) }

  private mutating func end() -> [UInt8] {
    defer { isLineOpen = false }
    return isLineOpen ? [UInt8(ascii: "\n")] : []
  }

  private static func text(
    _ stage: String, _ progress: StageProgress, _ seconds: Double
  ) -> String {
    var parts: [String] = []
    if let share = progress.share {
      let filled = Int(share * 24)
      parts.append(
        "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
          + "] \(Int(share * 100)) %")
    }
    parts.append("\(progress.count) \(progress.unit)")
    parts.append("\(Int(Double(progress.count) / seconds)) \(progress.unit)/s")
    if let bytes = progress.bytes {
      parts.append("\(decimal(Double(bytes) / 1e6 / seconds)) MB/s")
    }
    if let rejects = progress.rejects { parts.append("\(rejects) rejects") }
    if let share = progress.share, share > 0.01 {
      parts.append("\(duration(seconds / share - seconds)) left")
    }
    return "\(stage): \(parts.joined(separator: ", "))"
  }

  private static func decimal(_ number: Double) -> String {
    "\(Int(number * 10) / 10).\(Int(number * 10) % 10)"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds)
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
