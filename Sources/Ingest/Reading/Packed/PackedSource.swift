import Corpus

/// What a compressed file holds: all its parts (gzip members, Zstandard frames), one after the
/// other.
///
/// Behind a damaged part reading goes on at the next sound one: the failure is thrown once, with
/// `resumes` set, and the next call delivers what lies behind. Zeros between parts are tape padding
/// and pass.
final class PackedSource: ByteSource {
  private let packed: any ByteSource
  private let decoder: any Decompressor
  private let limits: ReadLimits
  private var input: [UInt8] = []
  private var position = 0
  /// Where in the packed data `input` begins, and the part at hand.
  private var inputOffset: Int
  private var partOffset: Int
  private var produced = 0
  private var state = State.betweenParts
  private var isFirst = true
  private(set) var beganPart: Int?

  private enum State {
    case betweenParts
    /// `hasMore`: the decoder holds output that takes no input.
    case inPart(hasMore: Bool)
    /// To be thrown once it is known where reading goes on.
    case damaged(ReadFailure)
    case refused(ReadFailure)
    case ended
  }

  /// - Parameter offset: where in the packed data `packed` begins: other than 0 behind a dictionary.
  init(_ packed: any ByteSource, decoder: any Decompressor, limits: ReadLimits, offset: Int = 0) {
    self.packed = packed
    self.decoder = decoder
    self.limits = limits
    inputOffset = offset
    partOffset = offset
  }

  var consumed: Int { packed.consumed }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    beganPart = nil
    while true {
      switch state {
      case .ended: return false
      case .refused(let failure):
        state = .ended
        throw failure
      case .damaged(var failure):
        if let next = findPart() {
          failure.resumes = true
          failure.resumption = next
          state = .betweenParts
        } else {
          state = .ended
        }
        throw failure
      case .betweenParts, .inPart:
        let before = buffer.count
        do throws(ReadFailure) {
          try step(&buffer)
        } catch {
          // The packed bytes themselves have a gap, or an end before their end.
          state = error.resumes ? .damaged(error) : .refused(error)
        }
        if buffer.count > before { return true }
      }
    }
  }

  private func step(_ buffer: inout [UInt8]) throws(ReadFailure) {
    if case .inPart(let hasMore) = state {
      try unpack(hasMore, &buffer)
    } else {
      try beginPart()
    }
  }

  /// Looks at what follows a part: another one, padding, the end, or something else.
  private func beginPart() throws(ReadFailure) {
    while true {
      while !isFirst, position < input.count, input[position] == 0 { position += 1 }
      guard input.count - position < Self.headLength, try refill() else { break }
    }
    let place = inputOffset + position
    guard position < input.count else {
      state = .ended
      return
    }
    partOffset = place
    guard decoder.canBegin(in: input, at: position) else {
      state = .damaged(
        ReadFailure(
          reason: .corrupt,
          detail: isFirst
            ? "the \(decoder.name) header is damaged"
            : "what follows the \(decoder.name) data at byte \(place) is no \(decoder.name) data",
          isLoss: isFirst))
      return
    }
    isFirst = false
    decoder.reset()
    beganPart = place
    state = .inPart(hasMore: false)
  }

  private func unpack(_ hasMore: Bool, _ buffer: inout [UInt8]) throws(ReadFailure) {
    if position == input.count, !hasMore, try !refill() {
      state = .damaged(
        ReadFailure(
          reason: .truncated,
          detail:
            "the \(decoder.name) data stops after \(inputOffset + position) bytes, within the "
            + "\(decoder.partName) that begins at byte \(partOffset)"))
      return
    }
    let before = buffer.count
    let outcome = decoder.unpack(input, from: &position, appendingTo: &buffer)
    produced += buffer.count - before
    let place = inputOffset + position
    switch outcome {
    case .needsInput: state = .inPart(hasMore: false)
    case .hasMore: state = .inPart(hasMore: true)
    case .ended: state = .betweenParts
    case .failed(let reason, let message):
      let part = "the \(decoder.name) \(decoder.partName) at byte \(partOffset)"
      state =
        reason == .corrupt
        ? .damaged(
          ReadFailure(reason: reason, detail: "\(part) is damaged before byte \(place): \(message)")
        )
        : .refused(ReadFailure(reason: reason, detail: "\(part) \(message)"))
      return
    }
    if let failure = limits.expansionFailure(of: min(place, packed.consumed), to: produced) {
      state = .refused(failure)
    }
  }

  /// Reads more packed bytes. Those just used are kept a while, for a search to go back to.
  private func refill() throws(ReadFailure) -> Bool {
    let unneeded = min(position - Self.searchedBack, position)
    if unneeded > Self.searchedBack {
      input.removeFirst(unneeded)
      inputOffset += unneeded
      position -= unneeded
    }
    return try packed.read(appendingTo: &input)
  }
}

extension PackedSource {
  /// As much of a part's head as tells it from other bytes.
  private static let headLength = 4
  /// How far behind the place where damage shows the next part may have begun: a decoder reads on
  /// for a while in what it takes for its own.
  private static let searchedBack = 1 << 18
  /// How much of a part must unpack for it to be believed.
  private static let triedInput = 1 << 15
  private static let triedOutput = 1 << 16
  private static let mostTries = 1000

  /// Moves to the next part behind the beginning of the one at hand that unpacks, and returns where
  /// it begins; nil if there is none.
  private func findPart() -> Int? {
    var index = max(partOffset + 1 - inputOffset, 0)
    var tries = 0
    var scratch: [UInt8] = []
    while tries < Self.mostTries {
      guard let found = nextHead(from: index) else {
        // All but the last bytes, in which a head may begin, are done with.
        let done = max(index, input.count - Self.headLength + 1)
        input.removeFirst(min(done, input.count))
        inputOffset += done
        index = 0
        guard (try? packed.read(appendingTo: &input)) == true else { return nil }
        continue
      }
      while input.count - found < Self.triedInput {
        guard (try? packed.read(appendingTo: &input)) == true else { break }
      }
      if unpacks(from: found, &scratch) {
        position = found
        return inputOffset + found
      }
      tries += 1
      index = found + 1
    }
    return nil
  }

  private func nextHead(from index: Int) -> Int? {
    var index = index
    while index + Self.headLength <= input.count {
      guard let found = input[index...].firstIndex(of: decoder.firstByte) else { return nil }
      if found + Self.headLength <= input.count, decoder.canBegin(in: input, at: found) {
        return found
      }
      index = found + 1
    }
    return nil
  }

  private func unpacks(from index: Int, _ scratch: inout [UInt8]) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    decoder.reset()
    var place = index
    while scratch.count < Self.triedOutput {
      switch decoder.unpack(input, from: &place, appendingTo: &scratch) {
      case .hasMore: continue
      case .needsInput: return !scratch.isEmpty
      case .ended: return true
      case .failed: return false
      }
    }
    return true
  }
}
