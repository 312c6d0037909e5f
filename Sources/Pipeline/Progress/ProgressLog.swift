import Logging

/// swift-log's messages, on their way to the display that also shows the progress, so that neither
/// writes over the other.
struct ProgressLog: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  private let report: @Sendable (RunEvent) -> Void

  init(level: Logger.Level, report: @escaping @Sendable (RunEvent) -> Void) {
    logLevel = level
    self.report = report
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let given = metadataProvider?.get() ?? [:]
    let all = metadata.merging(given) { $1 }.merging(event.metadata ?? [:]) { $1 }
    report(
      .logged(event.level, message: "\(event.message)", metadata: all.mapValues { "\($0)" }))
  }
}
