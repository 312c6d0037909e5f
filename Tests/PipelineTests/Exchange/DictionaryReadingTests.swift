import Foundation
import Pipeline
import TestSupport
import Testing

/// What the programs themselves write, in small, and what is broken.
@Suite struct DictionaryReadingTests {
  struct Case: Sendable, CustomStringConvertible {
    var file: String
    var text: String
    var table: String
    var says: [String]
    init(_ file: String, _ text: String, _ table: String, says: [String] = []) {
      (self.file, self.text, self.table, self.says) = (file, text, table, says)
    }
    var description: String { "\(file): \(text.prefix(30))" }
  }

  static let liwc = [
    // 2007: spaces for tabs, zeros before numbers, empty lines, conditions.
    Case(
      "a.dic",
      """
      %
      01\tpronoun
      125   affect
      126\tposemo
      131\tcogmech
      %

      kind\t<of>131/125\t<of>131/126
      like\t(02 134)125/464 (02 134)126
      lov*  125 126
      a lot\t125
      gone\t99
      """,
      """
      affect,kind,1
      affect,lov*,1
      affect,a lot,1
      posemo,kind,1
      posemo,lov*,1
      cogmech,kind of,1
      cogmech,kind of,1
      pronoun,,
      """,
      says: [
        "a.dic:9: warning: 'like' with '(02 134)125/464': conditions", "'gone' in category 99",
      ]),
    // 2015: a tree, whose words are listed for the categories above too.
    Case(
      "b.dic", "%\n1\tA\n\t2\tB\n\t\t3\tC\n\t4\tD\n%\nx y\t1\t2\t3\nz\t1\t4\nw\t1\n",
      "A/B/C,x y,1\nA/D,z,1\nA,w,1\nA/B,,"),
  ]

  static let others = [
    Case(
      "a.ykd",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <dictionary style="050805" patternengine="substring">
      \t<cnode name="New dictionary" desc="New dictionary">
      \t\t<cnode name="A &amp; B" desc="first">
      \t\t\t<pnode name="lamb"/><pnode name="wom*" score="0.5"/>
      \t\t\t<cnode name="C"><pnode name="had"/></cnode>
      \t\t</cnode>
      \t\t<cnode name="D" desc=""/>
      \t</cnode>
      </dictionary>
      """,
      "A & B,,,first,\nA & B,lamb,1,,\nA & B,wom*,0.5,,\nA & B/C,had,1,,\nD,,,,",
      says: ["'New dictionary': csv has no name"]),
    Case(
      "a.lcd",
      #"<dictionary style="Lexicoder" name="topics"><cnode name="t1"><pnode name=" NBB "></pnode></cnode></dictionary>"#,
      "t1,NBB,1"),
    Case(
      "a.lc3", "\u{FEFF}+A category\nmore \n\n+B\nnot good*\n", "A category,more,1\nB,not good*,1"),
    Case(
      "a.cat",
      "SOUTH\n   \tBW\n   \t\tBotswana (1)\n   \t\tCAPE_TOWN (1)\n\tNA\n\t\tgood (2.5)\n\t\t@RULE [x NEAR y] (1)\nEAST\n",
      "SOUTH/BW,Botswana,1\nSOUTH/BW,CAPE TOWN,1\nSOUTH/NA,good,2.5\nEAST,,\nSOUTH,,",
      says: ["a.cat:7: warning: '@RULE [x NEAR y]': rules are left out"]),
    Case("a.vbp", ">>A<<\none two\n>> B <<\nthree\n", "A,one two,1\nB,three,1"),
    Case(
      "a.yaml", "A:\n  __: [own]\n  B: [x, 'no']\n  C: [[y], {D: z}]\n",
      "A,own,1\nA/B,x,1\nA/B,no,1\nA/C,y,1\nA/C/D,z,1"),
    Case("a.csv", "category;term;weight\nA/B;x y;-1\nA;z;\n", "A/B,x y,-1\nA,z,1"),
  ]

  @Test(arguments: liwc + others)
  func isRead(_ item: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(item.file, item.text)
    let target: DictionaryFormat = item.file.hasSuffix("csv") ? .wordstat : .csv
    var conversion = try ConvertTool(path, to: target)
    for said in item.says {
      #expect(conversion.notes.text.contains(said), "\(conversion.notes.text)")
    }
    if target == .wordstat {
      conversion = try ConvertTool(folder.write("b.cat", conversion.text), to: .csv)
    }
    let rows = conversion.text.split(separator: "\n").dropFirst().map(String.init)
    #expect(Set(rows) == Set(item.table.split(separator: "\n").map(String.init)))
  }

  @Test func oldProgramsWriteWindows1252() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.cat", "")
    try Data([0x41, 0x0D, 0x0A, 0x09, 0x63, 0x61, 0x66, 0xE9, 0x20, 0x28, 0x31, 0x29, 0x0D, 0x0A])
      .write(to: URL(filePath: path))
    let conversion = try ConvertTool(path, to: .lexicoder)
    #expect(conversion.text == "+A\ncafé\n")
    #expect(conversion.notes.text.contains("it is no UTF-8, and read as Windows-1252"))
  }

  static let broken = [
    Case("a.dic", "", "no categories between two lines of '%'"),
    Case("a.dic", "%\nfunct\n%\n", "a.dic:2: 'funct' is no number and name"),
    Case(
      "a.dic", "%\n1\tA\n1\tB\n%\nx\t1\n",
      "a.dic:3: the number 1 is that of 'A' (line 2) already"),
    Case("a.dic", "%\n1\tA\n\t\t2\tB\n%\n", "a.dic:3: 'B' is indented further"),
    Case("a.ykd", "", "a.ykd: "),
    Case("a.ykd", "<dictionary><cnode name='a'>", "a.ykd: "),
    Case("a.ykd", "<html></html>", "expected a <dictionary>"),
    Case("a.ykd", "<dictionary patternengine='regexp'/>", "regular expressions, which are not"),
    Case("a.lc3", "word\n+A", "a.lc3:1: 'word' stands before the first category"),
    Case("a.cat", "\tword (1)\n", "a.cat:1: 'word' stands below no category"),
    Case("a.cat", "A\n\t\tB\n", "a.cat:2: 'B' is indented further"),
    Case("a.vbp", "word", "a.vbp:1: 'word' stands before the first category"),
    Case("a.csv", "name,word\na,b\n", "no column 'category'"),
    Case("a.csv", "category,term\n,b\n", "a.csv:2: the row has no category"),
    Case("a.csv", "category,term,weight\na,b,much\n", "the weight 'much' is no number"),
    Case("a.csv", "category,term,weight\na,b,nan\n", "the weight 'nan' is no number"),
    Case("a.csv", "category,term,term\na,b,c\n", "a.csv:1: the column 'term' is given twice"),
    Case("a.csv", "category,term\nZ,y\nA,\"foo\nB,bar\n", "a.csv:3: a quote that opens"),
    Case("a.csv", "category;term\nZ;y\nA;\"foo\nB;bar\n", "a.csv:3: a quote that opens"),
    Case(
      "a.csv", "category,term,note\nA,x,\"open\nB,y,\nC,z,\"shut\"\n",
      "a.csv:2: a quote that opens"),
    Case(
      "a.csv", "category,term\n" + String(repeating: "a/", count: 100_000) + ",b\n", "over 64 deep"),
    Case("a.yaml", "- a\n- b\n", "expected categories"),
    Case("a.yaml", "a: [b\n", "not valid YAML"),
    Case(
      "a.yaml", String(repeating: "{a: ", count: 80) + "b" + String(repeating: "}", count: 80),
      "over 64 categories deep"),
  ]

  @Test(arguments: broken)
  func oneLineSaysWhatIsWrong(_ item: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(item.file, item.text)
    do {
      _ = try ConvertTool(path, to: item.file.hasSuffix("csv") ? .liwc : .csv)
      Issue.record("no error")
    } catch {
      #expect("\(error)".contains(item.table), "\(error)")
      #expect(!"\(error)".contains("\n"))
    }
  }
}
