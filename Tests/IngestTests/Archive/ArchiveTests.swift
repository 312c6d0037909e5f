import Corpus
import Foundation
import Testing

@testable import Ingest

@Suite struct ArchiveTests {
  @Test func listsFilesInTheOrderOfTheirBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b.html", "a/z.txt", "a/é.txt", "B.html", "a.txt", ".hidden", ".git/x"] {
      try folder.write(name, "x")
    }
    let listing = Archive(root: folder.path, patterns: ["./"]).list()
    #expect(listing.files.map(\.path) == ["B.html", "a.txt", "a/z.txt", "a/é.txt", "b.html"])
    #expect(listing.rejects.isEmpty)
  }

  @Test(arguments: [
    ("dumps/*.jsonl.gz", ["dumps/2019.jsonl.gz", "dumps/2020.jsonl.gz"]),
    ("dumps/20?9*", ["dumps/2019.jsonl.gz"]),
    ("**/*.html", ["a.html", "pages/b.html", "pages/deep/c.html"]),
    ("pages/**", ["pages/b.html", "pages/deep/c.html"]),
    ("[ab].html", ["a.html"]),
    ("pages/[!c]*.html", ["pages/b.html"]),
    ("*/deep", ["pages/deep/c.html"]),
  ])
  func expandsGlobs(pattern: String, paths: [String]) throws {
    let folder = try TemporaryFolder()
    for name in [
      "a.html", "pages/b.html", "pages/deep/c.html", "dumps/2019.jsonl.gz", "dumps/2020.jsonl.gz",
    ] { try folder.write(name, "x") }
    #expect(Archive(root: folder.path, patterns: [pattern]).list().files.map(\.path) == paths)
  }

  @Test func listsAFileOnceAndPassesByWhatIsExcluded() throws {
    let folder = try TemporaryFolder()
    for name in ["a/1.txt", "a/metadata.csv", "out/documents.csv"] { try folder.write(name, "x") }
    let archive = Archive(
      root: folder.path, patterns: [".", "a/", "a/*.txt"], excluding: ["a/metadata.csv", "out/"])
    #expect(archive.list().files.map(\.path) == ["a/1.txt"])
  }

  @Test func saysWhatIsMissingOrEmpty() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let rejects = Archive(root: folder.path, patterns: ["empty", "none", "*.gz"]).list().rejects
    #expect(rejects.map(\.source.path) == ["*.gz", "empty", "none"])
    #expect(rejects.map(\.reason) == [.unreadable, .empty, .unreadable])
  }

  @Test func neverOpensPipesAndEndsInLoops() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/text.txt", "x")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path + "/a/up", withDestinationPath: folder.path + "/a")
    try files.createSymbolicLink(atPath: folder.path + "/self", withDestinationPath: "self")
    try files.createSymbolicLink(atPath: folder.path + "/dangling", withDestinationPath: "nothing")
    try files.createSymbolicLink(atPath: folder.path + "/b", withDestinationPath: "a/text.txt")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let listing = Archive(root: folder.path, patterns: ["."]).list()
    #expect(listing.files.map(\.path) == ["a/text.txt", "b"])
    let rejects = Dictionary(
      listing.rejects.map { ($0.source.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(
      rejects == [
        "a/up": .linkLoop, "self": .linkLoop, "dangling": .unreadable, "pipe": .notAFile,
      ])
  }

  /// Two links to a folder do not make two copies of it, nor four, nor eight.
  @Test func walksALinkedFolderOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("d5/text.txt", "x")
    for level in 1..<5 {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/d\(level)", withIntermediateDirectories: true)
      for link in ["x", "y"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder.path)/d\(level)/\(link)",
          withDestinationPath: "\(folder.path)/d\(level + 1)")
      }
    }
    let listing = Archive(root: folder.path, patterns: ["d1"]).list()
    #expect(listing.files.map(\.path) == ["d1/x/x/x/x/text.txt"])
  }

  @Test func readsNamesThatAreNoText() throws {
    let folder = try TemporaryFolder()
    let name = folder.path.utf8.map { CChar(bitPattern: $0) } + [0x2F, -1, 0x25, 0x2E, 0x74, 0]
    let descriptor = name.withUnsafeBufferPointer {
      open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600)
    }
    try #require(descriptor >= 0)
    #expect(write(descriptor, "Title\n\nText.", 12) == 12)
    close(descriptor)
    try folder.write("line\nbreak.txt", "Title\n\nText.")
    try folder.write(String(repeating: "n", count: 255), "Title\n\nText.")
    try folder.write("-rf", "Title\n\nText.")
    let (articles, rejects) = ingest(folder)
    #expect(rejects.isEmpty)
    #expect(
      articles.map(\.source.path) == [
        "-rf", "line\nbreak.txt", String(repeating: "n", count: 255), "%FF%25.t",
      ])
  }

  @Test func takesPathsAsTyped() throws {
    let folder = try TemporaryFolder()
    try folder.write("a*.txt", "x")
    try folder.write("sub/b.txt", "x")
    let listing = Archive(typed: [folder.path + "/sub/", folder.path + "/a*.txt", "-"]).list()
    #expect(
      listing.files.map(\.path)
        == ["-", folder.path + "/a*.txt", folder.path + "/sub/b.txt"])
    #expect(listing.files.first == .standardInput)
  }
}
