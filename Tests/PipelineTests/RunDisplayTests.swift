import Foundation
import Logging
import Testing

@testable import Pipeline

@Suite struct RunDisplayTests {
  private static let half = RunEvent.advanced(
    stage: "reading",
    StageProgress(share: 0.5, count: 300, unit: "documents", bytes: 6_000_000, rejects: 2),
    seconds: 3)

  private static func text(_ events: [RunEvent], isTerminal: Bool, isQuiet: Bool = false) -> String
  {
    var display = TextDisplay(isTerminal: isTerminal, isQuiet: isQuiet)
    return String(decoding: events.flatMap { display.render($0) }, as: UTF8.self)
  }

  @Test("A plain line has rates, rejects and the time left")
  func plain() {
    #expect(
      Self.text([.began(stage: "reading"), Self.half], isTerminal: false)
        == "reading: [############............] 50 %, 300 documents, 100 documents/s, 2.0 MB/s, "
        + "2 rejects, 3 s left\n")
  }

  @Test("A message does not write over the bar, nor the bar over a message")
  func bar() {
    let shown = Self.text(
      [Self.half, .logged(.notice, message: "odd", metadata: [:]), Self.half], isTerminal: true)
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("\r\u{1B}[Kreading: ") == true)
    #expect(lines.dropFirst().first == "odd")
  }

  @Test("Only messages are told to those who asked for quiet")
  func quiet() {
    let events: [RunEvent] = [
      .began(stage: "a"), Self.half, .logged(.error, message: "bad", metadata: [:]),
      .ended(stage: "a", result: "done", seconds: 1), .failed(message: "over"),
    ]
    #expect(Self.text(events, isTerminal: false, isQuiet: true) == "bad\nover\n")
  }

  @Test("Each event is one line of JSON with its fields")
  func json() throws {
    let display = JSONDisplay()
    let events: [RunEvent] = [
      .began(stage: "reading"), Self.half,
      .logged(.warning, message: "odd\nname", metadata: ["source": "a b"]),
      .ended(stage: "reading", result: "300 documents", seconds: 6),
      .failed(message: "full"),
    ]
    let lines = String(decoding: events.flatMap(display.render), as: UTF8.self)
      .split(separator: "\n")
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      objects.map { $0["event"] as? String } == ["began", "advanced", "logged", "ended", "failed"])
    #expect(objects[1]["seconds_left"] as? Double == 3)
    #expect(objects[1]["bytes"] as? Int == 6_000_000)
    #expect((objects[2]["metadata"] as? [String: String]) == ["source": "a b"])
  }
}
