import Foundation

/// Where the tests find the package that they test.
public enum PackagePaths {
  /// The folder of `Package.swift`.
  public static let root: String = {
    var folder = URL(filePath: #filePath)
    while !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()

  /// The folder into which the products were built: that of the test bundle.
  public static let products: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
    let path = bundle ?? CommandLine.arguments[0]
    return URL(filePath: path).deletingLastPathComponent().path
  }()
}
