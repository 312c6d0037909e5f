/// The name of an element or attribute: a small integer.
///
/// The names below have the same number in every tree, so they compare as constants; any other
/// name is numbered by the tree that met it (`MarkupTree.name(_:)`).
public struct MarkupName: Sendable, Hashable, RawRepresentable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The number of a name that every tree knows.
  public init?(known name: String) {
    guard let number = Self.numbers[name] else { return nil }
    self.init(rawValue: number)
  }

  /// Stands for any name beyond the number that a tree can tell apart.
  public static let other = MarkupName(rawValue: .max)

  static let numbers: [String: UInt16] = {
    var numbers: [String: UInt16] = [:]
    for (index, name) in known.enumerated() { numbers[name] = UInt16(index) }
    return numbers
  }()

  /// In the order of the constants' numbers.
  static let known: [String] =
    """
    #document #text html head body title meta link base script style noscript template header
    footer main nav aside article section div span p br hr h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt
    dd table caption thead tbody tfoot tr td th col colgroup center font blockquote q cite pre
    code kbd samp a abbr address b strong i em u s strike del ins mark small big sub sup time
    figure figcaption picture img source video audio track iframe object embed param form input
    button select option optgroup textarea label fieldset legend details summary dialog menu
    canvas svg math map area class id href rel property content name itemprop itemtype datetime
    lang role hidden type src alt value aria-hidden aria-label pubdate
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
}

extension MarkupName {
  /// The root of a tree.
  public static let document = MarkupName(rawValue: 0)
  /// A run of text.
  public static let text = MarkupName(rawValue: 1)

  public static let html = MarkupName(rawValue: 2)
  public static let head = MarkupName(rawValue: 3)
  public static let body = MarkupName(rawValue: 4)
  public static let title = MarkupName(rawValue: 5)
  public static let meta = MarkupName(rawValue: 6)
  public static let link = MarkupName(rawValue: 7)
  public static let base = MarkupName(rawValue: 8)
  public static let script = MarkupName(rawValue: 9)
  public static let style = MarkupName(rawValue: 10)
  public static let noScript = MarkupName(rawValue: 11)
  public static let template = MarkupName(rawValue: 12)
  public static let header = MarkupName(rawValue: 13)
  public static let footer = MarkupName(rawValue: 14)
  public static let main = MarkupName(rawValue: 15)
  public static let nav = MarkupName(rawValue: 16)
  public static let aside = MarkupName(rawValue: 17)
  public static let article = MarkupName(rawValue: 18)
  public static let section = MarkupName(rawValue: 19)
  public static let div = MarkupName(rawValue: 20)
  public static let span = MarkupName(rawValue: 21)
  public static let p = MarkupName(rawValue: 22)
  public static let br = MarkupName(rawValue: 23)
  public static let hr = MarkupName(rawValue: 24)
  public static let h1 = MarkupName(rawValue: 25)
  public static let h2 = MarkupName(rawValue: 26)
  public static let h3 = MarkupName(rawValue: 27)
  public static let h4 = MarkupName(rawValue: 28)
  public static let h5 = MarkupName(rawValue: 29)
  public static let h6 = MarkupName(rawValue: 30)
  public static let hgroup = MarkupName(rawValue: 31)
  public static let ul = MarkupName(rawValue: 32)
  public static let ol = MarkupName(rawValue: 33)
  public static let li = MarkupName(rawValue: 34)
  public static let dl = MarkupName(rawValue: 35)
  public static let dt = MarkupName(rawValue: 36)
  public static let dd = MarkupName(rawValue: 37)
  public static let table = MarkupName(rawValue: 38)
  public static let caption = MarkupName(rawValue: 39)
  public static let thead = MarkupName(rawValue: 40)
  public static let tbody = MarkupName(rawValue: 41)
  public static let tfoot = MarkupName(rawValue: 42)
  public static let tr = MarkupName(rawValue: 43)
  public static let td = MarkupName(rawValue: 44)
  public static let th = MarkupName(rawValue: 45)
  public static let col = MarkupName(rawValue: 46)
  public static let colgroup = MarkupName(rawValue: 47)
  public static let center = MarkupName(rawValue: 48)
  public static let font = MarkupName(rawValue: 49)
  public static let blockquote = MarkupName(rawValue: 50)
  public static let q = MarkupName(rawValue: 51)
  public static let cite = MarkupName(rawValue: 52)
  public static let pre = MarkupName(rawValue: 53)
  public static let code = MarkupName(rawValue: 54)
  public static let kbd = MarkupName(rawValue: 55)
  public static let samp = MarkupName(rawValue: 56)
  public static let a = MarkupName(rawValue: 57)
  public static let abbr = MarkupName(rawValue: 58)
  public static let address = MarkupName(rawValue: 59)
  public static let b = MarkupName(rawValue: 60)
  public static let strong = MarkupName(rawValue: 61)
  public static let i = MarkupName(rawValue: 62)
  public static let em = MarkupName(rawValue: 63)
  public static let u = MarkupName(rawValue: 64)
  public static let s = MarkupName(rawValue: 65)
  public static let strike = MarkupName(rawValue: 66)
  public static let del = MarkupName(rawValue: 67)
  public static let ins = MarkupName(rawValue: 68)
  public static let mark = MarkupName(rawValue: 69)
  public static let small = MarkupName(rawValue: 70)
  public static let big = MarkupName(rawValue: 71)
  public static let sub = MarkupName(rawValue: 72)
  public static let sup = MarkupName(rawValue: 73)
  public static let time = MarkupName(rawValue: 74)
  public static let figure = MarkupName(rawValue: 75)
  public static let figcaption = MarkupName(rawValue: 76)
  public static let picture = MarkupName(rawValue: 77)
  public static let img = MarkupName(rawValue: 78)
  public static let source = MarkupName(rawValue: 79)
  public static let video = MarkupName(rawValue: 80)
  public static let audio = MarkupName(rawValue: 81)
  public static let track = MarkupName(rawValue: 82)
  public static let iframe = MarkupName(rawValue: 83)
  public static let object = MarkupName(rawValue: 84)
  public static let embed = MarkupName(rawValue: 85)
  public static let param = MarkupName(rawValue: 86)
  public static let form = MarkupName(rawValue: 87)
  public static let input = MarkupName(rawValue: 88)
  public static let button = MarkupName(rawValue: 89)
  public static let select = MarkupName(rawValue: 90)
  public static let option = MarkupName(rawValue: 91)
  public static let optgroup = MarkupName(rawValue: 92)
  public static let textarea = MarkupName(rawValue: 93)
  public static let label = MarkupName(rawValue: 94)
  public static let fieldset = MarkupName(rawValue: 95)
  public static let legend = MarkupName(rawValue: 96)
  public static let details = MarkupName(rawValue: 97)
  public static let summary = MarkupName(rawValue: 98)
  public static let dialog = MarkupName(rawValue: 99)
  public static let menu = MarkupName(rawValue: 100)
  public static let canvas = MarkupName(rawValue: 101)
  public static let svg = MarkupName(rawValue: 102)
  public static let math = MarkupName(rawValue: 103)
  public static let map = MarkupName(rawValue: 104)
  public static let area = MarkupName(rawValue: 105)
  public static let `class` = MarkupName(rawValue: 106)
  public static let id = MarkupName(rawValue: 107)
  public static let href = MarkupName(rawValue: 108)
  public static let rel = MarkupName(rawValue: 109)
  public static let property = MarkupName(rawValue: 110)
  public static let content = MarkupName(rawValue: 111)
  public static let name = MarkupName(rawValue: 112)
  public static let itemProp = MarkupName(rawValue: 113)
  public static let itemType = MarkupName(rawValue: 114)
  public static let datetime = MarkupName(rawValue: 115)
  public static let lang = MarkupName(rawValue: 116)
  public static let role = MarkupName(rawValue: 117)
  public static let hidden = MarkupName(rawValue: 118)
  public static let type = MarkupName(rawValue: 119)
  public static let src = MarkupName(rawValue: 120)
  public static let alt = MarkupName(rawValue: 121)
  public static let value = MarkupName(rawValue: 122)
  public static let ariaHidden = MarkupName(rawValue: 123)
  public static let ariaLabel = MarkupName(rawValue: 124)
  public static let pubdate = MarkupName(rawValue: 125)
}
