import Corpus
import Extract
import Testing

/// Words that name a country and something else: which countries a sentence mentions, and no more.
@Suite struct FalseFriendsTests {
  struct Case: Sendable, CustomStringConvertible {
    var text: String
    var countries: Set<String>
    init(_ text: String, _ countries: Set<String>) {
      (self.text, self.countries) = (text, countries)
    }
    var description: String { text }
  }

  static let states = [
    Case("She studied at Georgia Tech and lives in Savannah, Georgia.", []),
    Case("The Georgian prime minister spoke in parliament.", ["GE"]),
    Case("Georgia may join NATO.", ["GE"]),
    Case("Voters of Georgia's sixth district chose her.", []),
    Case("New Mexico and Mexico City differ.", ["MX"]),
    Case("They moved from Malta, New York, to Brazil, Indiana.", ["US"]),
    Case("The Washington Times and the Washington Nationals", []),
    Case("Washington said it would answer Beijing.", ["US", "CN"]),
    Case("Washington, D.C., is warm in July.", ["US"]),
  ]

  static let people = [
    Case("Michael Jordan met Jordan Peterson.", []),
    Case("Chad Hurley founded YouTube with Steve Chen.", []),
    Case("Paris Hilton visited Paris, Texas.", []),
    Case("Ireland Baldwin met India Arie and Israel Adesanya.", []),
  ]

  static let things = [
    Case("We had turkey dinner, then watched a turkey vulture.", []),
    Case("The guinea pig ate while the Guinea worm spread.", []),
    Case("Guinea, Papua New Guinea and Equatorial Guinea signed.", ["GN", "PG", "GQ"]),
    Case("The Niger River runs on, and so does the River Niger.", []),
    Case("Oil of the Niger Delta, Nigeria, and uranium of Niger.", ["NG", "NE"]),
    Case("The Indian Ocean and the Indian summer are warm.", []),
    Case("The Bureau of Indian Affairs answered.", []),
    Case("The New York-based Indian entrepreneur flew home.", ["US", "IN"]),
    Case("The Korean War divided families.", []),
    Case("North Korea and South Korea talk.", ["KP", "KR"]),
    Case("Polish the lens, please.", []),
    Case("Polish workers came.", ["PL"]),
    Case("They went Dutch over Chinese checkers.", []),
    Case("The Panama Papers and the Spanish flu", []),
    Case("The Dominican Republic and Dominica", ["DO", "DM"]),
  ]

  static let otherScripts = [
    Case("他毕业于哥伦比亚大学。", []),
    Case("哥伦比亚总统访问肯尼亚。", ["CO", "KE"]),
    Case("几内亚湾的海盗", []),
    Case("北爱尔兰的议会", ["GB"]),
    Case("ニューメキシコ州の工場", []),
    Case("リトアニアとエストニアの首相", ["LT", "EE"]),
    Case("아르헨티나와 우루과이", ["AR", "UY"]),
  ]

  static let languages = [
    Case("The app supports English, French, German, Japanese and Korean.", []),
    Case("It was translated from the Chinese.", []),
    Case("She speaks Italian and is fluent in Russian.", []),
    Case("The film has Korean subtitles and a Japanese word for a title.", []),
    Case("The letter was written in Portuguese.", []),
    Case("Chinese-language papers, Mandarin Chinese and Simplified Chinese", []),
    Case("The Dutch and Swedish dialects differ.", []),
    Case("The Japanese and Korean governments spoke about Chinese exports.", ["JP", "KR", "CN"]),
    Case("A French minister spoke to German reporters.", ["FR", "DE"]),
    Case("They teach traditional Chinese opera in Development Languages.", ["CN"]),
    Case("Large language models alarm the Chinese government.", ["CN"]),
    Case("Chinese startups learn from Korean chipmakers.", ["CN", "KR"]),
  ]

  static let films = [
    Case("The toy was a Madagascar cat.", []),
    Case("DreamWorks made Madagascar and Shrek.", []),
    Case("Farmers in Madagascar grow vanilla.", ["MG"]),
  ]

  static let times = [
    Case("In 1912 the Republic of China was born, and Sun Yat-sen led it.", ["CN"]),
    Case("The Republic of China held elections.", ["TW"]),
  ]

  @Test(
    arguments: [states, people, things, languages, films, times, otherScripts].flatMap { $0 })
  func onlyTheCountriesMeantAreFound(_ item: Case) throws {
    var tagger = Tagger(try Shipped.lexicons.get())
    let article = Article(
      id: "a", source: Source(path: "a"), date: CalendarDate(iso: "2025-06-01"),
      paragraphs: [item.text])
    let found = try sightings(&tagger, in: article).filter { $0.entry.hasPrefix("country/") }
    #expect(Set(found.map { String($0.entry.dropFirst(8)) }) == item.countries, "\(found)")
  }
}
