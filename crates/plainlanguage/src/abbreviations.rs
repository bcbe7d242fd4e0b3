//! The Danish abbreviations whose full stop does not end a sentence.

/// What the full stop of an abbreviation can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// It always stands before something: `kl. 9`, `f.eks. Bo`.
    Leading,
    /// It may also be the last word, and then its full stop ends the sentence too: `m.v.`, `100 kr.`
    Closing,
}

/// The kind of abbreviation, for a word in small letters with its full stop.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if CLOSING.contains(&word) {
        Some(Abbreviation::Closing)
    } else if LEADING.contains(&word) || is_dotted(word) {
        Some(Abbreviation::Leading)
    } else {
        None
    }
}

/// An unknown abbreviation shows itself by its inner full stops: short parts of letters, such as `i.h.t.`
fn is_dotted(word: &str) -> bool {
    let mut parts = word.trim_end_matches('.').split('.').peekable();
    let short = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let many = word.trim_end_matches('.').contains('.');
    many && parts.all(short)
}

const LEADING: &[&str] = &[
    "adm.", "adr.", "afd.", "afs.", "alm.", "ang.", "anm.", "att.", "begr.", "bek.", "bem.", "bl.a.", "ca.",
    "cand.", "d.", "d.v.s.", "dir.", "dr.", "dvs.", "ekskl.", "etg.", "evt.", "f.eks.", "feks.", "fig.",
    "fhv.", "fmd.", "forb.", "foreg.", "fr.", "frk.", "fx.", "gl.", "gr.", "hdl.", "hhv.", "hr.", "ift.",
    "iht.", "inkl.", "jf.", "jfr.", "jr.", "jvf.", "kap.", "kgl.", "kl.", "kld.", "kst.", "lbk.", "lb.",
    "medd.", "mht.", "mrk.", "nr.", "nuv.", "omg.", "omkr.", "opl.", "opr.", "ovf.", "pga.", "pk.", "pkt.",
    "pr.", "prof.", "ref.", "reg.", "resp.", "s.", "sdr.", "sekr.", "skt.", "sml.", "st.", "stud.", "supp.",
    "tdl.", "tekn.", "telf.", "tlf.", "udg.", "udd.", "uds.", "vedr.", "vha.", "vol.", "øv.",
    // short days and months stand inside dates
    "tirs.", "ons.", "tors.", "fre.", "lør.", "jan.", "feb.", "febr.", "mar.", "apr.", "jun.", "aug.", "sep.",
    "sept.", "okt.", "nov.", "dec.",
];

const CLOSING: &[&str] = &[
    "a.m.b.a.", "a.s.", "d.d.", "d.å.", "e.kr.", "e.l.", "e.lign.", "el.lign.", "etc.", "f.kr.", "ff.",
    "flg.", "kr.", "lign.", "m.a.o.", "m.fl.", "m.m.", "m.v.", "md.", "mdr.", "mfl.", "mia.", "mill.",
    "mio.", "mm.", "mv.", "o.a.", "o.l.", "o.lign.", "o.m.a.", "o.s.v.", "osv.", "p.a.", "p.t.", "pct.",
    "pt.", "stk.", "t.h.", "t.v.", "th.", "tv.", "ugtl.", "årg.", "årl.",
    // these are words too, so a capital after them begins a sentence: »Nøglen er min. Tak.«
    "jul.", "maks.", "man.", "max.", "min.", "obs.", "sek.", "søn.",
];
