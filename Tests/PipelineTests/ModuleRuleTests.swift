import Foundation
import TestSupport
import Testing

/// Stages meet in `Corpus` and are composed in `Pipeline`; they know nothing of each other.
@Suite struct ModuleRuleTests {
  /// What each module of `Sources` may import of the others, and of the system libraries.
  static let allowed: [String: Set<String>] = [
    "Bytes": ["CTextBlock"], "Corpus": [], "Statistics": [],
    "Markup": ["Bytes", "CLibXML2"],
    "Ingest": [
      "Corpus", "Markup", "Bytes", "CZlib", "CUchardet", "CLibArchive", "CZstd", "CBrotli",
      "CLibDeflate",
    ],
    "Normalize": ["Corpus", "Bytes"],
    "Lexicons": ["Corpus", "Bytes", "CPCRE2", "Yams"],
    "Extract": ["Corpus", "Bytes", "Lexicons"],
    "Aggregate": ["Corpus", "Statistics"],
    "Store": ["Bytes", "Corpus", "CLibDeflate", "GRDB"],
    "Export": ["Corpus", "CSHA256"],
    "Pipeline": [
      "Bytes", "Corpus", "Markup", "Ingest", "Normalize", "Lexicons", "Extract", "Aggregate",
      "Statistics", "Store", "Export", "Yams", "Logging",
    ],
    "parlance": ["Pipeline", "Corpus", "ArgumentParser", "Logging"],
    "CLibXML2": [], "CZlib": [], "CPCRE2": [], "CUchardet": [], "CLibArchive": [], "CZstd": [],
    "CBrotli": [], "CLibDeflate": [], "CSHA256": [],
    "CTextBlock": [],
  ]
  static let system: Set<String> = [
    "Foundation", "FoundationNetworking", "Darwin", "Glibc", "Musl", "Synchronization",
  ]

  struct SourceFile {
    var module: String
    var name: String
    var imports: [String]
    var text: String
  }

  static func sources() throws -> [SourceFile] {
    let root = PackagePaths.root + "/Sources"
    let paths = try #require(FileManager.default.enumerator(atPath: root)).compactMap {
      $0 as? String
    }
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
      return SourceFile(
        module: String(path.prefix { $0 != "/" }), name: path,
        imports: text.split(separator: "\n").compactMap(imported), text: text)
    }
  }

  /// The module that a line imports.
  static func imported(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let keyword = words.firstIndex(of: "import"), words.count > keyword + 1,
      words[..<keyword].allSatisfy({
        $0.hasPrefix("@")
          || ["public", "package", "internal", "fileprivate", "private"].contains($0)
      })
    else { return nil }
    let name = words[words.count > keyword + 2 ? keyword + 2 : keyword + 1]
    return String(name.prefix { $0 != "." })
  }

  @Test("Every module imports what the map allows it, and nothing else")
  func imports() throws {
    let sources = try Self.sources()
    #expect(sources.count > 50)
    for file in sources {
      guard let allowed = Self.allowed[file.module] else {
        Issue.record("\(file.name): the module \(file.module) is not on the map")
        continue
      }
      for name in file.imports where !Self.system.contains(name) && !allowed.contains(name) {
        Issue.record("\(file.name) imports \(name), which the map does not allow \(file.module)")
      }
    }
  }

  @Test("Only Markup speaks to libxml2, and nothing parses markup with Foundation")
  func markup() throws {
    for file in try Self.sources() {
      #expect(file.module == "Markup" || !file.imports.contains("CLibXML2"), "\(file.name)")
      for type in [
        "FoundationXML", "XMLParser(", "XMLDocument(xmlString", "XMLDocument(contentsOf",
      ] {
        #expect(!file.text.contains(type), "\(file.name) uses \(type)")
      }
    }
  }

  @Test("Modules on the hot path do without Foundation")
  func foundation() throws {
    for file in try Self.sources()
    where ["Bytes", "Markup", "Corpus", "Statistics"].contains(file.module) {
      #expect(!file.imports.contains("Foundation"), "\(file.name)")
    }
  }

  @Test("No module reaches for the network")
  func network() throws {
    for file in try Self.sources() {
      #expect(!file.imports.contains("FoundationNetworking"), "\(file.name)")
      #expect(!file.text.contains("URLSession"), "\(file.name)")
    }
  }

  @Test("Package.swift gives no target more than the map does")
  func package() throws {
    let text = try String(contentsOfFile: PackagePaths.root + "/Package.swift", encoding: .utf8)
    for module in Self.allowed.keys where text.contains("stage(\"\(module)\", [") {
      let list = text.components(separatedBy: "stage(\"\(module)\", [")[1].prefix { $0 != "]" }
      let names = list.split(separator: ",").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " \n\""))
      }
      for name in names where name != "yams" && name != "grdb" {
        #expect(Self.allowed[module]?.contains(name) == true, "\(module) depends on \(name)")
      }
    }
  }
}
