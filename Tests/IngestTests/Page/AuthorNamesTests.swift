import Testing

@testable import Ingest

@Suite struct AuthorNamesTests {
  @Test(arguments: [
    ("By Ann Lee", ["Ann Lee"]),
    ("BY ANN LEE AND BO CHEN", ["ANN LEE", "BO CHEN"]),
    ("Ann Lee, Bo Chen and Cy Dow", ["Ann Lee", "Bo Chen", "Cy Dow"]),
    ("Ann Lee, Staff Writer", ["Ann Lee"]),
    ("Ann Lee, Senior Editor | March 3, 2019", ["Ann Lee"]),
    ("By Ann Lee, Reuters", ["Ann Lee"]),
    ("ByAnn Lee", ["Ann Lee"]),
    ("Ann Lee, MD, PhD", ["Ann Lee"]),
    ("Par Anne Leroy et Bruno Petit", ["Anne Leroy", "Bruno Petit"]),
    ("Von Anna Lehmann", ["Anna Lehmann"]),
    ("著者：後藤大地", ["後藤大地"]),
    ("Ann (A.B.) Lee", ["Ann Lee"]),
    ("Ann Lee (London)", ["Ann Lee"]),
    ("Sat, 20 Dec, 2025 - 06:36", []),
    ("Reuters", []),
    ("https://x.example/ann", []),
    ("Photo: Ann Lee", []),
    ("ann@x.example", []),
    ("Share", []),
    ("", []),
  ])
  func names(_ byline: String, _ expected: [String]) {
    #expect(AuthorNames.names(in: byline) == expected)
  }
}
