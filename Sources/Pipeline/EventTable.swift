import Aggregate
import Corpus
import Export
import Foundation
import Ingest

/// What happened when, as the study's table of events has it: `date`, `label`, and if it concerns
/// one outlet country only, `jurisdiction`.
struct EventTable {
  let events: [Event]
  /// Of the table's bytes; empty without one.
  let fingerprint: String

  /// A line that cannot be used is an error: an event left out would look like one without effect.
  init(_ study: Study) throws(TableProblem) {
    guard let name = study.events else {
      events = []
      fingerprint = ""
      return
    }
    let path = study.resolve(name)
    let table = try NamedTable(path: path)
    for column in ["date", "label"] where !table.hasColumn(column) {
      throw TableProblem(file: name, line: 1, message: "no column is called \(column)")
    }
    var events: [Event] = []
    for row in 0..<table.rowCount {
      func problem(_ message: String) -> TableProblem {
        TableProblem(file: name, line: table.line(of: row), message: message)
      }
      guard let text = table.cell(row, "date"), let date = CalendarDate(iso: text) else {
        throw problem("'\(table.cell(row, "date") ?? "")' is not a date like 2019-03-27")
      }
      guard let label = table.cell(row, "label") else { throw problem("the label is empty") }
      events.append(
        Event(date: date, label: label, jurisdiction: table.cell(row, "jurisdiction")))
    }
    self.events = events
    fingerprint = SHA256.hex(of: FileManager.default.contents(atPath: path) ?? Data())
  }
}
