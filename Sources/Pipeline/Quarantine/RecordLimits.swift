import Foundation

/// What reading one record may take.
public struct RecordLimits: Sendable, Hashable {
  public var seconds: Int
  /// Of memory, for the program as a whole while it reads.
  public var megabytes: Int

  public init(seconds: Int? = nil, megabytes: Int? = nil) {
    self.seconds = seconds ?? 60
    // On a small machine the system would run out of memory before a larger limit.
    let half = Int(ProcessInfo.processInfo.physicalMemory >> 21)
    self.megabytes = megabytes ?? min(2048, half)
  }
}
