//! The letters: from a few made-up authorities, about what authorities write about.

use jiff::{SignedDuration, Timestamp};
use mailbox::files::Incoming;
use mailbox::intake::Arrival;
use memo::{
    File, MainDocument, Message, MessageBody, MessageHeader, MessageType, Recipient, Sender, Version, id_type,
};
use uuid::Uuid;

use super::number;

const FIRST_NAMES: [&str; 12] =
    ["Anna", "Peter", "Mette", "Lars", "Karen", "Søren", "Fatima", "Hans", "Kirsten", "Ali", "Ida", "Bjørn"];
const LAST_NAMES: [&str; 10] =
    ["Jensen", "Nielsen", "Hansen", "Sørensen", "Ågård", "Kaya", "Møller", "Larsen", "Khan", "Thomsen"];

/// Sender, subject, what it says, whether an answer is awaited.
const KINDS: [(&str, &str, &str, bool); 8] = [
    (
        "Opdigtet Sygehus",
        "Indkaldelse til undersøgelse",
        "Du har fået en tid i ambulatoriet. Medbring en liste over din medicin.",
        true,
    ),
    (
        "Opdigtet Kommune",
        "Afgørelse om boligstøtte",
        "Vi har behandlet din ansøgning. Du får boligstøtte fra den første i næste måned.",
        true,
    ),
    (
        "Opdigtet Skatteforvaltning",
        "Din årsopgørelse er klar",
        "Du kan se din årsopgørelse. Du får penge tilbage i april.",
        false,
    ),
    (
        "Opdigtet Kommune",
        "Din ansøgning om folkepension",
        "Vi mangler en oplysning for at kunne behandle din ansøgning.",
        true,
    ),
    (
        "Opdigtet Forsyning",
        "Aflæsning af vandmåler",
        "Du skal aflæse din vandmåler inden den femtende.",
        false,
    ),
    ("Opdigtet Tandpleje", "Påmindelse om tandlægetid", "Husk din tid hos tandlægen på torsdag.", false),
    ("Opdigtet Bibliotek", "Bogen er kommet hjem", "Den bog, du har bestilt, ligger klar til dig.", false),
    (
        "Opdigtet Kommune",
        "Ændring af dine ydelser",
        "Fra januar ændrer vi beregningen af dine ydelser.",
        true,
    ),
];

/// The name of the n-th of the people.
pub(super) fn name(n: u64) -> String {
    format!("{} {}", of(&FIRST_NAMES, n), of(&LAST_NAMES, n / 12))
}

fn of<T>(some: &[T], n: u64) -> &T {
    &some[usize::try_from(n % some.len() as u64).expect("a remainder is below the length")]
}

/// Letters for made-up people, each made when it is asked for. The same numbers give the same letters.
pub(super) struct Letters {
    people: u64,
    letters: u64,
    for_the_first: u64,
    next: u64,
    before: Timestamp,
}

impl Letters {
    /// The first of the people gets `for_the_first` of the letters, the others one after the other.
    pub(super) fn new(people: u64, letters: u64, for_the_first: u64, now: Timestamp) -> Self {
        Self { people: people.max(1), letters, for_the_first, next: 0, before: now }
    }
}

impl Iterator for Letters {
    type Item = Arrival;

    fn next(&mut self) -> Option<Arrival> {
        let n = self.next;
        self.next += 1;
        // A step that shares no factor with any number of people that anybody asks for scatters the letters.
        let scattered = n.wrapping_mul(2_654_435_761) % self.people;
        let to = if n < self.for_the_first { 0 } else { scattered };
        (n < self.letters).then(|| letter(n, to, self.before))
    }
}

fn letter(n: u64, to: u64, now: Timestamp) -> Arrival {
    Arrival::of(message(n, to, now), Vec::new())
}

/// The n-th letter, to one of the people.
pub(super) fn message(n: u64, to: u64, now: Timestamp) -> Message<Incoming> {
    let &(from, subject, says, reply) = of(&KINDS, n);
    let uuid = uuid::Builder::from_random_bytes(mixed(n)).into_uuid();
    let sender = Sender::new("13748136", id_type::CVR, from);
    let recipient = Recipient::new(number(to).expose(), id_type::CPR);
    let mut header =
        MessageHeader::new(MessageType::DigitalPost, uuid, format!("{subject} ({n})"), sender, recipient);
    header.notification = Some(format!("Du har fået post fra {from}."));
    header.reply = Some(reply);
    header.mandatory = Some(n.is_multiple_of(50));
    let page = page_of(from, subject, says, &name(to), n);
    let main = MainDocument::new(File::new("text/html", "brev.html", "da", Incoming::of(page.into_bytes())));
    let written = now - SignedDuration::from_secs(i64::try_from(n % 86_400).unwrap_or_default());
    let mut message = Message::new(Version::V1_2, header);
    message.body = Some(MessageBody::new(written, main));
    message
}

fn page_of(from: &str, subject: &str, says: &str, name: &str, n: u64) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>{subject}</title></head><body>\
         <h1>{subject}</h1><p>Kære {name}</p><p>{says}</p><p>Din sag har nummer {n}. Skriv det, hvis du svarer os.</p>\
         <p>Har du spørgsmål, kan du ringe til os på hverdage mellem klokken ti og femten. Du kan også komme forbi. Vi \
         hjælper dig gerne.</p><p>Venlig hilsen<br>{from}</p></body></html>"
    )
}

/// Sixteen bytes that look like chance and are the same for the same n (the finaliser of SplitMix64).
fn mixed(n: u64) -> [u8; 16] {
    let mix = |seed: u64| {
        let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let [high, low] = [mix(2 * n + 1), mix(2 * n + 2)];
    Uuid::from_u64_pair(high, low).into_bytes()
}
