import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct InFlightJournalTests {
  @Test("What is being read is found in the file, and what has been read is not")
  func slots() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal"
    #expect(InFlightJournal.places(at: path).isEmpty)
    do {
      let journal = try InFlightJournal(path: path, slots: 3)
      #expect(InFlightJournal.places(at: path).isEmpty)
      let long = String(repeating: "é/", count: 1300) + "long.warc"
      try journal.enter(RecordPlace(file: long, number: 1 << 40), slot: 0)
      try journal.enter(RecordPlace(file: "b", number: 0), slot: 2)
      #expect(
        InFlightJournal.places(at: path) == [
          RecordPlace(file: long, number: 1 << 40), RecordPlace(file: "b", number: 0),
        ])
      try journal.enter(RecordPlace(file: "a", number: 7), slot: 0)
      try journal.leave(slot: 2)
      #expect(InFlightJournal.places(at: path) == [RecordPlace(file: "a", number: 7)])
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("Damage of a slot makes it none, and never a trap", arguments: 0..<200)
  func damage(_ round: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal"
    let journal = try InFlightJournal(path: path, slots: 2)
    let places = (0..<2).map { RecordPlace(file: "archive/\($0).jsonl", number: $0 * 1000) }
    for (slot, place) in places.enumerated() { try journal.enter(place, slot: slot) }
    var data = try #require(folder.data("journal"))
    if round % 4 == 0 {
      // Within the first slot: a cut in the padding of the second would lose nothing.
      data = data.prefix(round * 40)
    } else {
      data[round % 40 + (round % 2) * 8192] ^= UInt8(truncatingIfNeeded: round * 37) | 1
    }
    try folder.write("copy", data)
    let found = InFlightJournal.places(at: folder.path + "/copy")
    #expect(found.allSatisfy(places.contains))
    // A slot holds 33 bytes here; what lies behind them is of no account.
    if round % 4 != 0, round % 40 < 33 { #expect(found.count == 1) }
  }
}
