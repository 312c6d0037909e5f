/// A CSV file read back, by a reader that shares nothing with the writer under test.
public struct CSVTable: Sendable {
  public let columns: [String]
  public let rows: [[String: String]]

  public init(_ text: String) {
    var records: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          cell.unicodeScalars.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        cells.append(cell)
        cell = ""
        if scalar == "\n" {
          records.append(cells)
          cells = []
        }
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    let columns = records.first ?? []
    self.columns = columns
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }
}
