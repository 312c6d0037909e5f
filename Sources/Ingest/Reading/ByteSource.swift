import Corpus

/// Bytes that come in pieces: a file, or what another source holds packed or encoded.
protocol ByteSource: AnyObject {
  /// Appends some bytes to `buffer`; false at the end. What was sound before a failure has been
  /// appended by earlier calls.
  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool

  /// How many bytes of the file have been read: what progress is measured by.
  var consumed: Int { get }

  /// Where in the packed data the part begins whose bytes the last `read` began to deliver (a gzip
  /// member, a Zstandard frame). Nil if it went on with a part, or nothing is packed.
  var beganPart: Int? { get }
}

extension ByteSource {
  var beganPart: Int? { nil }
}

/// A source that can be read from any place: a file on disk, or bytes in memory.
protocol SeekableSource: ByteSource {
  var size: Int { get }
  /// Where the next byte is read from.
  var position: Int { get }
  func seek(to position: Int)
}

/// Why a source stopped before its end.
struct ReadFailure: Error {
  var reason: Reject.Reason
  var detail: String
  /// Bytes that should be there are missing or wrong. False when all were delivered, and something
  /// else followed.
  var isLoss = true
  /// Reading goes on behind what is missing: ask for more.
  var resumes = false
  /// Where in the packed data, if it does.
  var resumption: Int?
}

/// The bytes of a file.
final class FileSource: SeekableSource {
  private let descriptor: Int32
  private var chunk: [UInt8]
  private var total = 0
  let size: Int
  private(set) var position = 0

  /// - Parameters:
  ///   - location: what the system opens.
  ///   - size: in bytes, if it is known.
  init(at location: [UInt8], size: Int = 0) throws(ReadFailure) {
    // A page is read at once, in a buffer of its size.
    let length = size > 0 ? min(size + 1, largestChunk) : largestChunk
    chunk = [UInt8](repeating: 0, count: length)
    self.size = size
    do {
      descriptor = try System.openFile(location)
    } catch {
      throw ReadFailure(reason: .unreadable, detail: error.description)
    }
  }

  deinit { System.closeFile(descriptor) }

  /// What is read twice counts once.
  var consumed: Int { min(total, size) }

  func seek(to position: Int) {
    System.seek(descriptor, to: position)
    self.position = position
  }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let count = try readFile(descriptor, &chunk, appendingTo: &buffer)
    total += count
    position += count
    return count > 0
  }
}

/// The bytes of standard input.
final class StandardInput: ByteSource {
  private var chunk = [UInt8](repeating: 0, count: largestChunk)
  private(set) var consumed = 0

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let count = try readFile(0, &chunk, appendingTo: &buffer)
    consumed += count
    return count > 0
  }
}

/// So large that most members of a compressed web archive lie whole in what is read at once.
private let largestChunk = 1 << 20

private func readFile(
  _ descriptor: Int32, _ chunk: inout [UInt8], appendingTo buffer: inout [UInt8]
) throws(ReadFailure) -> Int {
  do {
    let count = try System.readFile(descriptor, into: &chunk)
    buffer.append(contentsOf: chunk[..<count])
    return count
  } catch {
    throw ReadFailure(reason: .unreadable, detail: error.description)
  }
}
