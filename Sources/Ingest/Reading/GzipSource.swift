import CZlib
import Corpus

/// What a gzip file holds: all its members, one after the other.
///
/// Zeros after the last member are tape padding and pass; anything else there is reported, after
/// all members have been delivered. One layer only: gzip inside gzip stays packed.
final class GzipSource: ByteSource {
  private let packed: any ByteSource
  private let limits: ReadLimits
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  private var output = [UInt8](repeating: 0, count: 1 << 18)
  private var produced = 0
  /// The last call filled the output: zlib may hold more without more input.
  private var hasPending = false
  private var state = State.inMember
  private var failure: ReadFailure?

  private enum State { case inMember, afterMember, ended }

  init(_ packed: any ByteSource, limits: ReadLimits) throws(ReadFailure) {
    self.packed = packed
    self.limits = limits
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, 16 for a gzip header.
    guard parlance_inflateInit2(stream, 15 + 16) == Z_OK else {
      throw ReadFailure(reason: .unreadable, detail: "zlib cannot start: out of memory")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  var consumed: Int { packed.consumed }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    while true {
      if let failure { throw failure }
      if state == .ended { return false }
      if position == input.count, !hasPending {
        input.removeAll(keepingCapacity: true)
        position = 0
        if try !packed.read(appendingTo: &input) {
          guard state == .afterMember else {
            throw ReadFailure(
              reason: .truncated, detail: "the gzip data stops after \(consumed) bytes")
          }
          state = .ended
          continue
        }
      }
      switch state {
      case .afterMember: try beginMember()
      case .inMember: if inflateSome(&buffer) { return true }
      case .ended: return false
      }
    }
  }

  /// Looks at what follows a member: another one, padding, or something else.
  private func beginMember() throws(ReadFailure) {
    while position < input.count, input[position] == 0 { position += 1 }
    guard position < input.count else { return }
    guard input[position] == 0x1F else {
      let place = consumed - (input.count - position)
      failure = ReadFailure(
        reason: .corrupt, detail: "what follows the gzip data at byte \(place) is no gzip data",
        isLoss: false)
      return
    }
    inflateReset(stream)
    state = .inMember
  }

  /// Inflates what fits the output; false if that was nothing. A failure waits for the next call.
  private func inflateSome(_ buffer: inout [UInt8]) -> Bool {
    let offered = input.count - position
    let room = output.count
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress! + position
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = output.baseAddress!
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    position += offered - Int(stream.pointee.avail_in)
    let count = room - Int(stream.pointee.avail_out)
    hasPending = status == Z_OK && count == room
    buffer.append(contentsOf: output[..<count])
    produced += count
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: state = .afterMember
    default:
      let message = stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)"
      failure = ReadFailure(
        reason: .corrupt,
        detail: "the gzip data is damaged before byte \(consumed - input.count + position): "
          + message)
    }
    if failure == nil { failure = limits.expansionFailure(of: consumed, to: produced) }
    return count > 0
  }
}
