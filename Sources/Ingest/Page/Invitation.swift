/// How a page invites its readers to subscribe, in words.
enum Invitation {
  /// What it begins with …
  static let starts = PhraseList([
    "sign up", "signup", "subscribe", "get ", "join ", "receive ", "enter your", "register ",
    "want more", "don't miss", "don’t miss", "never miss", "stay up to date", "stay informed",
    "stay in the know", "like what you", "love ", "enjoy this", "click here", "to receive",
    "to get ", "to sign up", "if you want",
    "our newsletter", "our free newsletter", "delivered to", "follow us", "abonnez-vous",
    "inscrivez-vous", "recevez", "abonnieren sie", "melden sie sich", "jetzt anmelden",
    "suscríbete", "suscríbase", "regístrate", "recibe ", "assine ", "inscreva-se", "iscriviti",
    "schrijf je in", "meld je aan",
  ])

  /// … and what it is about.
  static let subjects = PhraseList([
    "newsletter", "your inbox", "your email", "your e-mail", "mailing list", "email alerts",
    "votre boîte mail", "infolettre", "ihr postfach", "tu correo", "boletín", "nieuwsbrief",
  ])

  /// The terms below the form, and the words on a wall.
  static let fine = PhraseList([
    "by signing up", "by subscribing", "by entering your email", "by providing your email",
    "by submitting your", "by clicking submit", "by clicking subscribe", "by clicking sign up",
    "thanks for signing up", "thank you for signing up", "thanks for subscribing",
    "thank you for subscribing", "you can unsubscribe at any time", "unsubscribe at any time",
    "this site is protected by recaptcha", "to read the rest of this", "to continue reading this",
    "already a subscriber", "already have an account", "this article is exclusive to",
    "this story is exclusive to", "this content is available to subscribers",
    "en vous inscrivant", "mit der anmeldung", "al suscribirte", "al registrarte",
  ])
}
