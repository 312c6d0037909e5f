/// Finds a row in a table of which a part is missing, or where a quote was left open.
///
/// Whether a place lies within quotes shows only from the beginning of a table. So the scan is begun
/// in each state that it can be in; where all of them see a row begin, one does. They soon agree,
/// since a quote opens only at the start of a cell (compare Ge et al., "Speculative Distributed CSV
/// Data Parsing for Big Data Analytics", SIGMOD 2019).
struct RowSearch {
  let separator: UInt8

  /// How many bytes are looked at: a cell in quotes that is longer is not believed.
  static let window = 1 << 20

  /// The distance to the first row that is sure to begin in `bytes`, or nil when none is.
  func rowStart(in bytes: [UInt8]) -> Int? {
    let scans = [
      RowScan(separator: separator, isQuoted: true), RowScan(separator: separator),
      RowScan(separator: separator, isCellStart: false),
    ]
    let readings = scans.map { rowStarts(in: bytes, $0) }.filter { !$0.isEmpty }
    let others = readings.dropFirst().map(Set.init)
    return readings.first?.first { start in others.allSatisfy { $0.contains(start) } }
  }

  /// Where rows begin behind the one that `scan` is within.
  private func rowStarts(in bytes: [UInt8], _ scan: RowScan) -> [Int] {
    var starts: [Int] = []
    var start = 0
    var scan = scan
    while let length = scan.end(in: bytes.span, from: start) {
      start += length + 1
      starts.append(start)
      scan = RowScan(separator: separator)
    }
    return starts
  }
}
