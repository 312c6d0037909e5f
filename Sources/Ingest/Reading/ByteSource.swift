import Corpus

/// Bytes that come in pieces: a file, or what another source holds packed or encoded.
protocol ByteSource: AnyObject {
  /// Appends some bytes to `buffer`; false at the end. What was sound before a failure has been
  /// appended by earlier calls.
  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool

  /// How many bytes of the file have been read: what progress is measured by.
  var consumed: Int { get }
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
}

/// The bytes of a file, or of standard input.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  private var chunk: [UInt8]
  private(set) var consumed = 0

  init(_ file: ArchiveFile) throws(ReadFailure) {
    // A page is read at once, in a buffer of its size.
    let size = file.size > 0 ? min(file.size + 1, Self.largestChunk) : Self.largestChunk
    chunk = [UInt8](repeating: 0, count: size)
    guard let location = file.location else {
      descriptor = 0
      isOwned = false
      return
    }
    do {
      descriptor = try System.openFile(location)
      isOwned = true
    } catch {
      throw ReadFailure(reason: .unreadable, detail: error.description)
    }
  }

  private static let largestChunk = 1 << 18

  deinit {
    if isOwned { System.closeFile(descriptor) }
  }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let count: Int
    do {
      count = try System.readFile(descriptor, into: &chunk)
    } catch {
      throw ReadFailure(reason: .unreadable, detail: error.description)
    }
    buffer.append(contentsOf: chunk[..<count])
    consumed += count
    return count > 0
  }
}
