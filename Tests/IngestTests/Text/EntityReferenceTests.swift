import Testing

@testable import Ingest

@Suite struct EntityReferenceTests {
  @Test(
    "Texts of nothing but references are told from texts",
    arguments: [
      ("&a9;", true), (" &q;&q;\n&outside; ", true), ("&é;", true), ("", false), ("  ", false),
      ("AT&T;", false), ("& b;", false), ("&;", false), ("&a", false), ("&a; and more", false),
      ("&a&b;", false),
    ])
  func references(_ text: String, _ isAll: Bool) {
    #expect(EntityReference.isAll(of: text) == isAll)
  }
}
