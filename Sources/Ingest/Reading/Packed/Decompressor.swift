import Corpus

/// Unpacks one kind of compressed data, which comes in parts: gzip members, Zstandard frames.
protocol Decompressor: AnyObject {
  /// What the data is called in front of a person, and a part of it: "gzip", "member".
  var name: String { get }
  var partName: String { get }

  /// The first byte of every part, which a search looks for.
  var firstByte: UInt8 { get }

  /// Whether a part may begin at `index`, by as much of its head as there is.
  func canBegin(in bytes: [UInt8], at index: Int) -> Bool

  /// Begins a part.
  func reset()

  /// Unpacks from `position` on, and moves it. Appends no more than a chunk.
  func unpack(
    _ input: [UInt8], from position: inout Int, appendingTo output: inout [UInt8]
  ) -> DecompressorOutcome
}

/// How a step of unpacking ended.
enum DecompressorOutcome {
  case needsInput
  /// A chunk is full; there may be more without more input.
  case hasMore
  /// The part is complete, its check sum right.
  case ended
  case failed(Reject.Reason, String)
}

extension Decompressor {
  /// All of `packed`, which is one part. What follows it is passed over, as browsers do.
  func whole(_ packed: [UInt8], limit: Int) throws(ReadFailure) -> [UInt8] {
    reset()
    var output: [UInt8] = []
    var position = 0
    while true {
      let outcome = unpack(packed, from: &position, appendingTo: &output)
      guard output.count <= limit else {
        throw ReadFailure(
          reason: .tooLarge, detail: "the \(name) data expands to more than \(limit) bytes")
      }
      switch outcome {
      case .hasMore: continue
      case .ended: return output
      case .needsInput:
        throw ReadFailure(
          reason: .truncated, detail: "the \(name) data stops after \(packed.count) bytes")
      case .failed(let reason, let message):
        throw ReadFailure(reason: reason, detail: "the \(name) data is damaged: \(message)")
      }
    }
  }
}
