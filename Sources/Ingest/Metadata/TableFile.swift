import Bytes

/// What is wrong in a table that a researcher keeps beside the archive.
public struct TableProblem: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// From 1; 0 when the whole file is meant.
  public var line: Int
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String {
    line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
  }
}

/// A small table with a header, read whole: rows of cells by column name, with their line numbers.
struct TableFile {
  struct Row {
    var line: Int
    var cells: [String: String]
  }

  let name: String
  /// The names of the columns, as written and as rows have them.
  let header: [String]
  let columns: [String]
  private(set) var rows: [Row] = []
  private(set) var problems: [TableProblem] = []

  /// - Parameters:
  ///   - location: the path to open.
  ///   - name: the path that problems name.
  init(location: String, name: String) throws(TableProblem) {
    self.name = name
    let text = try Self.text(location: location, name: name)
    var lines = RowLines(text)
    guard let (_, head) = lines.next() else {
      throw TableProblem(file: name, line: 0, message: "the file holds nothing")
    }
    let dialect =
      TableDialect(head: head[...], isTable: true, fields: FieldMapping())
      ?? TableDialect(separator: 0x2C)
    header = dialect.cells(of: head).map(\.trimmed)
    columns = header.map(FieldName.folded)
    while let (line, row) = lines.next() {
      // A cell may hold line breaks, but then its quotes are even in number.
      if row.contains(0x0A), !row.count(where: { $0 == 0x22 }).isMultiple(of: 2) {
        problems.append(
          TableProblem(file: name, line: line, message: "a quote that opens here is never closed"))
        continue
      }
      if row.allSatisfy(\.isSpace) { continue }
      let cells = dialect.cells(of: row).map { $0.trimmed }
      guard cells.count <= columns.count else {
        problems.append(
          TableProblem(
            file: name, line: line,
            message: "the row has \(cells.count) cells, the header \(columns.count)"))
        continue
      }
      let named = zip(columns, cells).filter { !$0.1.isEmpty }
      rows.append(Row(line: line, cells: Dictionary(named) { first, _ in first }))
    }
  }

  private static func text(location: String, name: String) throws(TableProblem) -> [UInt8] {
    let limit = 512 << 20
    do throws(ReadFailure) {
      let source = try FileSource(at: Array(location.utf8))
      var bytes: [UInt8] = []
      while bytes.count < limit, try source.read(appendingTo: &bytes) {}
      return TextDecoder.decode(bytes).utf8
    } catch {
      throw TableProblem(file: name, line: 0, message: error.detail)
    }
  }
}

/// The rows of a text with the numbers of their first lines.
private struct RowLines {
  private let text: [UInt8]
  private var start = 0
  private var line = 1

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func next() -> (line: Int, row: [UInt8])? {
    guard start < text.count else { return nil }
    var scan = RowScan(separator: UInt8(ascii: ","))
    let end = scan.end(in: text.span, from: start) ?? text.count - start
    let row = Array(text[start..<start + end])
    let first = line
    line += 1 + row.count { $0 == 0x0A }
    start += end + 1
    return (first, row)
  }
}
