/// A record that became no document, and why: a row of `rejects.csv`.
public struct Reject: Error, Sendable, Hashable {
  public enum Stage: String, Sendable, Codable { case ingest, normalize, extract }

  public var source: Source
  public var stage: Stage
  public var reason: Reason
  /// One line for a person: what, where, how to mend.
  public var detail: String

  public init(_ source: Source, stage: Stage = .ingest, reason: Reason, detail: String) {
    self.source = source
    self.stage = stage
    self.reason = reason
    self.detail = detail
  }

  /// The reason codes, listed in `docs/rejects.md`.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// The file or folder cannot be opened or read.
    case unreadable
    /// A FIFO, socket or device: never opened.
    case notAFile = "not-a-file"
    /// A symbolic link that leads back to a folder above it.
    case linkLoop = "link-loop"
    /// No bytes, or nothing but white space.
    case empty
    /// Bytes that are no article format Parlance reads (images, PDF, executables).
    case unknownFormat = "unknown-format"
    /// Compressed data that stops before its end.
    case truncated
    /// Compressed or structured data whose check sum, length or syntax is wrong.
    case corrupt
    /// Text that no encoding explains.
    case encoding
    /// Markup or JSON that its parser refuses.
    case malformed
    /// A record over the size, depth or expansion limit.
    case tooLarge = "too-large"
    /// A page or entry in which no article text was found.
    case noText = "no-text"
    /// A record whose reading ended the program: it is not read any more.
    case crashed
    /// A record whose reading took longer than the limit: it is not read any more.
    case timedOut = "timed-out"
    /// A record whose reading took more memory than the limit: it is not read any more.
    case outOfMemory = "out-of-memory"
  }
}
