import Corpus
import Ingest
import TestSupport
import Testing

@testable import Pipeline

/// Any series, from any tool, in any state.
@Suite struct ShiftsToolTests {
  private let columns = ShiftsTool.Columns(time: "t", value: "n", denominator: "d")

  private func shifts(_ rows: [String], columns: ShiftsTool.Columns? = nil) throws -> [ShiftRow] {
    let folder = try TemporaryFolder()
    try folder.write("s.csv", (["t,n,d"] + rows).joined(separator: "\n") + "\n")
    let tool = try ShiftsTool(path: folder.path + "/s.csv", columns: columns ?? self.columns)
    return tool.shifts([.change, .burst, .trend])
  }

  /// A step at the 31st of 48 rows.
  private func step(_ label: (Int) -> String) -> [String] {
    (0..<48).map { "\(label($0)),\(($0 < 30 ? 5 : 60) + $0 * 7 % 4),200" }
  }

  private func month(_ index: Int) -> String {
    "\(2015 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"
  }

  @Test("Rows may stand in any order, if their labels tell the time")
  func disorder() throws {
    let labels: [(Int) -> String] = [
      month, { "\(2015 + $0 / 4)-Q\($0 % 4 + 1)" }, { "2019-W\($0 < 9 ? "0" : "")\($0 + 1)" },
      { "\($0 * 7)" }, { "\(1960 + $0)" }, { "\(month($0))-17" },
    ]
    for label in labels {
      let rows = step(label)
      let sorted = try shifts(rows)
      #expect(sorted.first { $0.kind == .change }?.period == label(30))
      #expect(try shifts(rows.reversed()) == sorted)
    }
  }

  @Test("Other labels are taken in the order of the file")
  func anyLabel() throws {
    let rows = try shifts(step { "row \(47 - $0)" })
    #expect(rows.first { $0.kind == .change }?.period == "row 17")
    #expect(try shifts(step { _ in "x" }).first { $0.kind == .change }?.period == "x")
  }

  @Test("One period twice in a series is one clear line")
  func duplicates() throws {
    var rows = step(month)
    rows.insert(rows[3], at: 20)
    let problem = #expect(throws: TableProblem.self) { try shifts(rows) }
    #expect(problem?.line == 22)
    #expect(problem?.message.hasPrefix("the period '2015-04' stands twice in one series") ?? false)
  }

  @Test("Gaps, infinities and denominators that are none are passed over")
  func gaps() throws {
    var rows = step(month)
    for (index, row) in zip(
      [2, 5, 9, 13, 17, 40], ["", "NaN", "inf", "-inf", "NA", "1e999"])
    {
      rows[index] = "\(month(index)),\(row),200"
    }
    rows[20] = "\(month(20)),5,0"
    rows[21] = "\(month(21)),5,-3"
    rows[22] = "\(month(22)),5,"
    #expect(try shifts(rows).first { $0.kind == .change }?.period == month(30))
  }

  @Test("Counts beyond their denominators are rates")
  func beyondTheDenominator() throws {
    let rows = (0..<48).map { "\(month($0)),\(($0 < 30 ? 500 : 900) + $0 * 7 % 40),200" }
    #expect(try shifts(rows).first { $0.kind == .change }?.method == "pelt-poisson")
  }

  @Test("What holds too little is said, and nothing of what holds enough")
  func unexamined() throws {
    let folder = try TemporaryFolder()
    func said(_ rows: [String]) throws -> String? {
      try folder.write("s.csv", (["t,n,d"] + rows).joined(separator: "\n") + "\n")
      return try ShiftsTool(path: folder.path + "/s.csv", columns: columns).unexamined
    }
    #expect(try said(step(month)) == nil)
    #expect(try said(Array(step(month).prefix(7)))?.hasPrefix("not examined: 1 of 1") == true)
    #expect(try said((0..<60).map { "\(month($0)),0,100" })?.hasPrefix("not examined: 1") == true)
    #expect(try said([])?.hasPrefix("not examined: 0 of 0") == true)
  }

  @Test("Nothing, one row, zeros and text", arguments: [[], ["2019-01,3,9"], ["2019-01,0,0"]])
  func nothing(rows: [String]) throws {
    #expect(try shifts(rows) == [])
    #expect(try shifts((0..<60).map { "\(month($0)),0,100" }) == [])
    let problem = #expect(throws: TableProblem.self) { try shifts(["2019-01,many,9"]) }
    #expect(problem?.message.contains("'many' in column 'n' is not a number") ?? false)
    let missing = #expect(throws: TableProblem.self) {
      try shifts([], columns: ShiftsTool.Columns(time: "t", value: "k"))
    }
    #expect(missing?.message.contains("there is no column 'k'") ?? false)
  }
}
