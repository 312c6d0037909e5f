import Foundation
public import Logging

/// Tells how far a run has come, and what happens in it, always on standard error.
public final class Progress: @unchecked Sendable {
  private let lock = NSLock()
  private var display: any RunDisplay
  private var stage = ""
  private var began = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private let level: Logger.Level

  public init(_ settings: RunSettings) {
    display =
      switch settings.progress {
      case .json: JSONDisplay()
      case .text:
        TextDisplay(isTerminal: isatty(STDERR_FILENO) == 1, isQuiet: settings.isQuiet)
      }
    level = settings.logLevel
  }

  /// For what happens on the way: it is shown from the level that the settings name.
  public var log: Logger {
    Logger(label: "parlance") { _ in
      ProgressLog(level: self.level) { self.report($0) }
    }
  }

  /// The last word of a run that ended well.
  public func finish(_ summary: RunSummary) { report(.finished(summary)) }

  /// The last word of a run that did not.
  public func fail(_ message: String) { report(.failed(message: message)) }

  /// A warning as it would be written now, for a signal handler, which cannot ask for it.
  func bytes(ofWarning message: String) -> [UInt8] {
    guard level <= .warning else { return [] }
    return lock.withLock { display.render(.logged(.warning, message: message, metadata: [:])) }
  }

  /// Begins a stage.
  func begin(_ stage: String) {
    lock.withLock {
      self.stage = stage
      began = .now
      lastShown = .now
    }
    report(.began(stage: stage))
  }

  /// Shown now and then only.
  func update(_ progress: StageProgress) {
    let event: RunEvent? = lock.withLock {
      let now = ContinuousClock.now
      guard now - lastShown > .seconds(display.interval) else { return nil }
      lastShown = now
      return .advanced(stage: stage, progress, seconds: (now - began).seconds)
    }
    if let event { report(event) }
  }

  /// Ends the stage with what it came to.
  func end(_ result: String) {
    let (stage, seconds) = lock.withLock { (self.stage, (ContinuousClock.now - began).seconds) }
    report(.ended(stage: stage, result: result, seconds: seconds))
  }

  private func report(_ event: RunEvent) {
    lock.withLock {
      // Where not even messages can be written, there is nobody to tell.
      try? FileHandle.standardError.write(contentsOf: Data(display.render(event)))
    }
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
