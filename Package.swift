// swift-tools-version: 6.3
import PackageDescription

/// Every target is held to the same rules: Swift 6, explicit import visibility, `any` spelled out.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func stage(
  _ name: String, _ dependencies: [Target.Dependency] = [], linking: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linking)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let stages = [
  "Corpus", "Ingest", "Normalize", "Lexicons", "Extract", "Statistics", "Aggregate", "Store",
  "Export", "Pipeline",
]

let package = Package(
  name: "parlance",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "parlance", targets: ["parlance"]),
    .library(name: "WriteFailure", type: .dynamic, targets: ["CWriteFailure"]),
  ]
    + stages.map { .library(name: "Parlance\($0)", targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .systemLibrary(name: "CSHA256"),
    .systemLibrary(name: "CTextBlock"),

    stage("Bytes", ["CTextBlock"]),
    stage("Markup", ["Bytes", "CLibXML2"]),
    stage("Corpus"),
    // iconv is part of the C library on Linux, and a library of its own on macOS.
    stage(
      "Ingest",
      [
        "Corpus", "Markup", "Bytes", "CZlib", "CLibDeflate", "CUchardet", "CLibArchive", "CZstd",
        "CBrotli",
      ],
      linking: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    stage("Normalize", ["Corpus", "Bytes"]),
    stage("Lexicons", ["Corpus", "Bytes", "CPCRE2", yams]),
    stage("Extract", ["Corpus", "Bytes", "Lexicons"]),
    stage("Statistics"),
    stage("Aggregate", ["Corpus", "Statistics"]),
    stage("Store", ["Bytes", "Corpus", "CLibDeflate", grdb]),
    stage("Export", ["Corpus", "CSHA256"]),
    stage(
      "Pipeline",
      [
        "Bytes", "Corpus", "Markup", "Ingest", "Normalize", "Lexicons", "Extract", "Aggregate",
        "Statistics", "Store", "Export", yams, logging,
      ]),
    .executableTarget(
      name: "parlance",
      dependencies: ["Pipeline", "Corpus", arguments, logging], swiftSettings: strict),

    .executableTarget(
      name: "parlance-bench",
      dependencies: ["Bytes", "Corpus", "Extract", "Ingest", "Lexicons", "Normalize", "Store"],
      path: "Benchmarks/parlance-bench", swiftSettings: strict),
    .executableTarget(
      name: "shift-bench", dependencies: ["Aggregate", "Corpus", "Statistics"],
      path: "Benchmarks/shift-bench",
      swiftSettings: strict),

    tests("BytesTests", ["Bytes"]),
    tests("MarkupTests", ["Markup", "Bytes"]),
    tests("CorpusTests", ["Corpus"]),
    tests("IngestTests", ["Ingest", "Corpus", "Bytes"]),
    tests("NormalizeTests", ["Normalize", "Corpus", "Bytes"]),
    tests("LexiconsTests", ["Lexicons", "Corpus"]),
    tests("ExtractTests", ["Extract", "Lexicons", "Normalize", "Corpus", "Bytes"]),
    tests("StatisticsTests", ["Statistics"]),
    tests("AggregateTests", ["Aggregate", "Statistics", "Corpus"]),
    tests("StoreTests", ["Store", "Bytes", "Corpus", grdb]),
    tests("ExportTests", ["Export", "Corpus"]),
    tests(
      "PipelineTests",
      [
        "Pipeline", "Aggregate", "Corpus", "Export", "Extract", "Ingest", "Lexicons", "Normalize",
        "Bytes", "Store", "TestSupport", logging,
      ]),
    tests("CommandLineTests", ["parlance", "TestSupport"]),
    .target(
      name: "TestSupport", dependencies: [grdb], path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "CWriteFailure", path: "Tests/CWriteFailure"),
    .executableTarget(
      name: "torture", dependencies: ["TestSupport"], path: "Tests/Torture",
      swiftSettings: strict),
  ]
)
