import Corpus
import Foundation
import Lexicons
import Testing

@Suite struct LexiconFilesTests {
  private func folder(_ files: [String: Data]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "parlance-\(UUID())")
    for (name, data) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    return url.path
  }

  private func message(_ paths: [String]) -> String {
    do throws(LexiconError) {
      _ = try LexiconSet.load(paths)
      return ""
    } catch {
      return error.description
    }
  }

  static let a = Data("lexicon: t\nentries: [{id: a, terms: [aa]}]".utf8)
  static let b = Data("lexicon: t\nentries: [{id: b, terms: [bb], parent: a}]".utf8)

  @Test func filesOfOneNameMergeInTheOrderOfTheirPaths() throws {
    let path = try folder(["x/2.YAML": Self.b, "x/1.yml": Self.a, "x/notes.txt": Data([0xFF])])
    let set = try LexiconSet.load([path, path + "/x", path + "/x/1.yml"])
    #expect(set.files == [path + "/x/1.yml", path + "/x/2.YAML"])
    #expect(set.lexicons.map(\.name) == ["t"])
    #expect(set.lexicons[0].entries.map(\.id) == ["a", "b"])
    #expect(set.catalogue.entries.map(\.parent) == [nil, 0])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let path = try folder(["latin.yaml": Data([0x6C, 0x0A, 0xE9]), "ok.yaml": Self.a])
    #expect(message(["/no/such/lexicon"]).hasPrefix("/no/such/lexicon: error: no such file"))
    #expect(
      message([path])
        == "\(path)/latin.yaml:2: error: is not UTF-8 from this line on; save it as UTF-8")
    #expect(message([try folder(["a.txt": Self.a])]).contains("no .yaml file here"))
  }

  @Test func aPipeOrAFolderIsNoLexicon() throws {
    let path = try folder(["ok.yaml": Self.a, "f.yaml/x.txt": Self.a])
    #expect(mkfifo(path + "/pipe.yaml", 0o600) == 0)
    #expect(message([path]) == "\(path)/pipe.yaml: error: is no regular file")
  }

  @Test func aLargeFileIsReadAndAHugeOneRefused() throws {
    let note = String(repeating: "word ", count: 2 << 20)
    let path = try folder([
      "large.yaml": Self.a + Data("\n# \(note)\nnone: [\"\(note.prefix(50))\"]".utf8)
    ])
    #expect(try LexiconSet.load([path]).lexicons[0].none.count == 1)
    let huge = try folder(["huge.yaml": Self.a + Data("\n# \(note)\n# \(note)".utf8)])
    #expect(
      message([huge]) == "\(huge)/huge.yaml: error: is larger than 16 MB; split the lexicon")
  }

  @Test func includedFilesAreAmongTheFilesOfALexicon() throws {
    let path = try folder([
      "in/t.yaml": Data("include: ../part/p.yaml\nlexicon: t".utf8),
      "part/p.yaml": Data("entries: [{id: a, terms: [aa]}]".utf8),
    ])
    let files = [path + "/in/t.yaml", path + "/part/p.yaml"]
    #expect(try LexiconSet.load([path + "/in"]).files == files)
    #expect(try LexiconSet.files(at: [path + "/in"]) == files)
    #expect(try LexiconSet.load([path]).files == files)
  }

  @Test("A folder that cannot be listed is named", .enabled(if: getuid() != 0, "root lists all"))
  func closedFolder() throws {
    let path = try folder(["ok.yaml": Self.a, "x/b.yaml": Self.b])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path + "/x")
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/x")
    }
    #expect(message([path]) == "\(path)/x: error: this folder cannot be read")
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let path = try folder(["bom.yaml": Data([0xEF, 0xBB, 0xBF]) + Self.a])
    #expect(try LexiconSet.load([path]).lexicons[0].entries.count == 1)
  }
}
