// swift-tools-version: 6.1
import PackageDescription

/// The readers under libFuzzer, in a package of their own: it is built with the fuzzer's
/// instrumentation and linked with the fuzzer's `main`. `make fuzz` does both and runs it.
let package = Package(
  name: "parlance-fuzz",
  platforms: [.macOS(.v15)],
  products: [.library(name: "ReaderFuzz", type: .static, targets: ["ReaderFuzz"])],
  dependencies: [.package(name: "parlance", path: "..")],
  targets: [
    .target(
      name: "ReaderFuzz",
      dependencies: [
        .product(name: "ParlanceIngest", package: "parlance"),
        .product(name: "ParlanceNormalize", package: "parlance"),
        .product(name: "ParlanceCorpus", package: "parlance"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
