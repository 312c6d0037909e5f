import Testing

@testable import Ingest

@Suite struct ParagraphsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var paragraphs: [String]
  }

  static let cases = [
    Case(testDescription: "nothing", text: " \n\n ", paragraphs: []),
    Case(
      testDescription: "one per line", text: "One.\nTwo.\r\nThree.",
      paragraphs: ["One.", "Two.", "Three."]),
    Case(
      testDescription: "blank lines", text: "One.\n\n  Two. \n \nThree.",
      paragraphs: ["One.", "Two.", "Three."]),
    Case(
      testDescription: "wrapped, parted by blank lines",
      text: """
        The committee that was to report in the spring will report in the
        autumn, and the members who asked for the delay have not said
        why they asked.

        The chair declined to comment.
        """,
      paragraphs: [
        "The committee that was to report in the spring will report in the autumn, and the members "
          + "who asked for the delay have not said why they asked.",
        "The chair declined to comment.",
      ]),
    Case(
      testDescription: "wrapped, paragraphs end in short lines",
      text: """
        The committee that was to report in the spring will report in the
        autumn, and the members who asked for the delay have not said
        why they asked.
        The chair declined to comment on the report and on the members of
        the committee.
        """,
      paragraphs: [
        "The committee that was to report in the spring will report in the autumn, and the members "
          + "who asked for the delay have not said why they asked.",
        "The chair declined to comment on the report and on the members of the committee.",
      ]),
    Case(
      testDescription: "a short first line within a sentence",
      text: """
        The committee of North
        Hampton said it would report in the autumn, and not in the spring
        as planned, after members asked for time to read the replies to
        the draft.
        """,
      paragraphs: [
        "The committee of North Hampton said it would report in the autumn, and not in the spring "
          + "as planned, after members asked for time to read the replies to the draft."
      ]),
    Case(
      testDescription: "headlines of one length",
      text: """
        Start-ups raise more money in spring than in any quarter before
        Investors hesitate over the price of growth as rates go higher
        Founders look for funds at home after years of going elsewhere
        """,
      paragraphs: [
        "Start-ups raise more money in spring than in any quarter before",
        "Investors hesitate over the price of growth as rates go higher",
        "Founders look for funds at home after years of going elsewhere",
      ]),
  ]

  @Test(arguments: cases)
  func splits(_ test: Case) {
    #expect(Paragraphs.split(test.text) == test.paragraphs)
  }
}
