/// What an invitation's mail says, in the languages that the platform speaks. A language is a case of
/// this file and nothing else.
struct MailTexts: Sendable {
  /// `{partner}`, `{client}`, `{number}` and `{date}` are filled in.
  let subject: String
  let reminderSubject: String
  let greeting: String
  let body: String
  let reminderBody: String
  /// Before the partner's own words.
  let messageTitle: String
  let button: String
  let scan: String
  let expiry: String
  let ignore: String

  /// By the primary language of a BCP 47 tag; English for one that is not spoken here.
  static func of(_ languageCode: String) -> MailTexts {
    switch languageCode.lowercased().split(separator: "-").first {
    case "nl": dutch
    case "fr": french
    default: english
    }
  }

  private static let english = MailTexts(
    subject: "{partner} invites {client} to work together in Daybook",
    reminderSubject: "Reminder: {partner} invites {client} to Daybook",
    greeting: "Hello,",
    body:
      "{partner} invites {client} ({number}) to link its business space in Daybook. Once you have agreed, {partner} can help you with your documents. You decide, and you can end the link at any time.",
    reminderBody:
      "{partner} invited {client} ({number}) to link its business space in Daybook. The invitation is still open.",
    messageTitle: "A message from {partner}:", button: "Open the invitation",
    scan: "Or scan this code with your phone:",
    expiry: "The invitation can be used once, until {date}.",
    ignore: "If you do not know {partner}, ignore this e-mail: nothing happens then.")

  private static let dutch = MailTexts(
    subject: "{partner} nodigt {client} uit om samen te werken in Daybook",
    reminderSubject: "Herinnering: {partner} nodigt {client} uit in Daybook",
    greeting: "Dag,",
    body:
      "{partner} nodigt {client} ({number}) uit om de bedrijfsruimte in Daybook te koppelen. Zodra u hebt ingestemd, kan {partner} u helpen met uw documenten. U beslist, en u kunt de koppeling op elk moment beëindigen.",
    reminderBody:
      "{partner} heeft {client} ({number}) uitgenodigd om de bedrijfsruimte in Daybook te koppelen. De uitnodiging staat nog open.",
    messageTitle: "Een bericht van {partner}:", button: "De uitnodiging openen",
    scan: "Of scan deze code met uw telefoon:",
    expiry: "De uitnodiging kan één keer gebruikt worden, tot {date}.",
    ignore: "Kent u {partner} niet? Negeer dan deze e-mail: er gebeurt niets.")

  private static let french = MailTexts(
    subject: "{partner} invite {client} à collaborer dans Daybook",
    reminderSubject: "Rappel : {partner} invite {client} dans Daybook",
    greeting: "Bonjour,",
    body:
      "{partner} invite {client} ({number}) à lier son espace d'entreprise dans Daybook. Dès que vous aurez donné votre accord, {partner} pourra vous aider avec vos documents. C'est vous qui décidez, et vous pouvez mettre fin au lien à tout moment.",
    reminderBody:
      "{partner} a invité {client} ({number}) à lier son espace d'entreprise dans Daybook. L'invitation est toujours ouverte.",
    messageTitle: "Un message de {partner} :", button: "Ouvrir l'invitation",
    scan: "Ou scannez ce code avec votre téléphone :",
    expiry: "L'invitation peut être utilisée une seule fois, jusqu'au {date}.",
    ignore: "Si vous ne connaissez pas {partner}, ignorez cet e-mail : rien ne se passera.")
}
