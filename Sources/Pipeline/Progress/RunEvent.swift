import Logging

/// What a run tells of itself while it goes on, before it is put into words.
enum RunEvent {
  case began(stage: String)
  case advanced(stage: String, StageProgress, seconds: Double)
  /// `result` is what the stage came to, for people.
  case ended(stage: String, result: String, seconds: Double)
  case logged(Logger.Level, message: String, metadata: [String: String])
  case finished(RunSummary)
  case failed(message: String)
}

/// How far a stage has come.
struct StageProgress {
  /// Of the stage's work, 0…1; `nil` when unknown.
  var share: Double?
  /// Of `unit`s done.
  var count: Int
  var unit: String
  /// Of the archive read, as they stand on the disk.
  var bytes: Int?
  var rejects: Int?
}
