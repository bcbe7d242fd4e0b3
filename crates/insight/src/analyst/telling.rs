//! From a choice to what it comes to.

use std::collections::BTreeMap;

use estimates::Flag;

use super::choice::{Choice, ChoiceError};
use super::offered::Offered;
use super::told::{Axis, Cell, Changed, Hidden, Mark, Told};
use super::{commands, said, words_of};
use crate::questions::FEW;
use crate::{Change, Comparison, Error, Opened, Question, Reason, Row, Source, Statistic, Words};

/// What is asked of which import.
#[derive(Debug)]
pub struct Telling<'a> {
    /// What is chosen.
    pub choice: &'a Choice,
    /// What the import offers.
    pub offered: &'a Offered,
    /// Where its file lies, and its codebook.
    pub source: &'a Source,
    /// What file and codebook were called when they came.
    pub names: [&'a str; 2],
    /// Which import of the survey it is, counted from 1.
    pub version: i64,
    /// What sentences call the share, mean or number.
    pub subject: Option<Words>,
}

/// Estimates what was chosen, and how two of its years differ: those that were chosen, else the first and the last.
///
/// # Errors
/// A choice that the import does not offer, and as [`Question::ask`].
pub fn tell(telling: &Telling<'_>) -> Result<Told, Error> {
    let Telling { choice, offered, source, .. } = telling;
    let question = choice.question(offered).map_err(|error| Error::Request(error.reason()))?;
    let opened = question.open(source)?;
    let answer = question.answer(&opened)?;
    let book = opened.codebook.clone();
    let of = offered
        .variable(&choice.of)
        .ok_or_else(|| Error::Request(ChoiceError::NoQuestion(choice.of.clone()).reason()))?;
    let shape = Shape {
        offered,
        period: offered.period.as_deref(),
        group: &choice.by,
        statistic: question.statistic,
    };
    let mut cells: Vec<Cell> = answer.rows.iter().map(|row| shape.cell(row)).collect();
    cells.extend(
        answer
            .undefined
            .iter()
            .map(|gap| Cell { impossible: Some(gap.why.clone()), ..shape.place(&gap.by, &gap.name, None) }),
    );
    let axis = |name: &str, pick: fn(&Cell) -> &Option<String>| shape.axis(name, &cells, pick);
    let years = shape.period.and_then(|period| axis(period, |cell| &cell.year));
    let groups = axis(&choice.by, |cell| &cell.group);
    let answers = axis(&choice.of, |cell| &cell.answer);
    let order = |axis: &Option<Axis>, code: &Option<String>| {
        let codes = axis.as_ref().map(|axis| &axis.codes);
        codes.and_then(|codes| codes.iter().position(|(own, _)| Some(own) == code.as_ref()))
    };
    cells.sort_by_key(|cell| {
        (order(&years, &cell.year), order(&groups, &cell.group), order(&answers, &cell.answer))
    });
    // a year in which it was not asked has no estimate, and nothing to compare with
    let asked = |code: &&super::told::Code| {
        cells.iter().any(|cell| cell.year.as_ref() == Some(&code.0) && cell.impossible.is_none())
    };
    let compared: Vec<&str> =
        years.iter().flat_map(|years| &years.codes).filter(asked).map(|(year, _)| year.as_str()).collect();
    let mut notes: Vec<Words> = opened.notes.iter().map(Reason::words).collect();
    let (mut changes, mut change_command) = (Vec::new(), String::new());
    if let Some(comparison) = comparison(telling, &question, choice.ends(&compared)) {
        match told_of(telling, &comparison, &opened, groups.as_ref()) {
            Ok(found) => {
                changes = found;
                change_command = commands::compare(telling, &comparison);
            }
            Err(error) => {
                notes.push(Reason::of("insight-note-no-change").since("why", error.reason()).words());
            }
        }
    } else if choice.compares() {
        notes.push(Reason::of("insight-note-no-test").words());
    }
    Ok(Told {
        statistic: question.statistic,
        is_share: matches!(question.statistic, Statistic::Share | Statistic::Multiple),
        question: of.words.clone(),
        years,
        groups,
        answers,
        cells,
        changes,
        definition: said::definition(&question, of),
        base: said::base(choice, &book, offered),
        source: cited(telling),
        method: said::method(&question, &source.names(), &opened),
        command: commands::estimate(telling, &question),
        change_command,
        notes,
    })
}

/// Where an estimate of the answer belongs.
struct Shape<'a> {
    offered: &'a Offered,
    period: Option<&'a str>,
    group: &'a str,
    statistic: Statistic,
}

impl Shape<'_> {
    fn place(&self, by: &BTreeMap<String, String>, name: &str, label: Option<&String>) -> Cell {
        let answer = match self.statistic {
            Statistic::Multiple => Some(name.to_owned()),
            _ => label.cloned(),
        };
        Cell {
            year: self.period.and_then(|period| by.get(period)).cloned(),
            group: by.get(self.group).cloned(),
            answer,
            ..Cell::default()
        }
    }

    fn cell(&self, row: &Row) -> Cell {
        let mut marks: Vec<Mark> = row.marks.iter().filter_map(mark).collect();
        if self.statistic == Statistic::Median
            && let Some(n) = row.n.filter(|n| *n < 30)
        {
            marks.push(Mark::FewRespondents(n));
        }
        Cell {
            estimate: row.estimate,
            se: row.se,
            low: row.ci[0],
            high: row.ci[1],
            n: row.n,
            missing: row.missing,
            marks,
            hidden: row
                .hidden
                .as_ref()
                .map(|why| if why == FEW { Hidden::TooFew } else { Hidden::ForOthers }),
            ..self.place(&row.by, &row.name, row.label.as_ref())
        }
    }

    /// The values that occur, in the order of the codebook's; none if nothing is told by this.
    fn axis(&self, name: &str, cells: &[Cell], pick: fn(&Cell) -> &Option<String>) -> Option<Axis> {
        let variable = self.offered.variable(name)?;
        let mut codes: Vec<&String> = Vec::new();
        for code in cells.iter().filter_map(|cell| pick(cell).as_ref()) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if codes.is_empty() {
            return None;
        }
        let place = |code: &String| variable.labels.iter().position(|(own, _)| own == code);
        codes.sort_by_key(|code| place(code).unwrap_or(usize::MAX));
        let codes = codes.into_iter().map(|code| (code.clone(), variable.label(code))).collect();
        let words = match self.period == Some(name) && !variable.is_question {
            true => Words { da: "År".to_owned(), en: "Year".to_owned() },
            false => variable.words.clone(),
        };
        Some(Axis { name: name.to_owned(), words, codes })
    }
}

fn mark(flag: &Flag) -> Option<Mark> {
    // what is told of an estimate is rounded, and none of it is large
    let whole = |value: f64| value.clamp(0.0, 1e9).round() as u32;
    Some(match flag {
        Flag::FewRows(n) => Mark::FewRespondents(*n),
        Flag::LargeVariation(cv) => Mark::LargeError(whole(100.0 * cv)),
        Flag::FewUnits(df) => Mark::FewDegrees(whole(*df)),
        Flag::WideInterval(width) => Mark::WideInterval(whole(100.0 * width)),
        _ => return None,
    })
}

/// The comparison of two years; none where there are not two, or what is estimated has no test.
fn comparison(telling: &Telling<'_>, question: &Question, ends: Option<[&str; 2]>) -> Option<Comparison> {
    let [from, to] = ends?;
    if matches!(question.statistic, Statistic::Median | Statistic::Quantile) {
        return None;
    }
    Some(Comparison {
        question: Question { by: Vec::new(), ..question.clone() },
        by: telling.offered.period.clone()?,
        from: from.to_owned(),
        to: to.to_owned(),
        within: (!telling.choice.by.is_empty()).then(|| telling.choice.by.clone()),
        subject: telling.subject.clone(),
        claim: None,
    })
}

/// How the two years differ: of all, then of each group.
fn told_of(
    telling: &Telling<'_>,
    comparison: &Comparison,
    opened: &Opened,
    groups: Option<&Axis>,
) -> Result<Vec<Changed>, Error> {
    let of = telling.offered.variable(&telling.choice.of);
    let statistic = comparison.question.statistic;
    let by_answer = |change: &Change| {
        let several = (statistic == Statistic::Multiple).then_some(change.from.name.as_str());
        let answer = change.from.label.as_deref().or(several).filter(|_| statistic != Statistic::Count)?;
        let begins = Words { da: "Andelen, der svarer".to_owned(), en: "The share who answer".to_owned() };
        Some(words_of(&[begins, quoted(&of?.label(answer))], " "))
    };
    let mut found = comparison.answer(opened)?;
    let place = |change: &Change| {
        let code = change.by.values().next();
        let codes = groups.map(|groups| &groups.codes);
        code.and_then(|code| codes?.iter().position(|(own, _)| own == code))
    };
    found.sort_by_key(place);
    let mut told = Vec::new();
    for mut change in found {
        if let Some(subject) = by_answer(&change) {
            rename(&mut change, telling.subject.as_ref(), &subject);
        }
        let group = change.by.values().next().cloned();
        if let Some(label) = group.as_deref().and_then(|code| Some(groups?.label(code))) {
            change.sentence.da = format!("{}: {}", label.da, change.sentence.da);
            change.sentence.en = format!("{}: {}", label.en, change.sentence.en);
        }
        told.push(changed(group.as_deref(), change, [&comparison.from, &comparison.to], statistic));
    }
    Ok(told)
}

fn quoted(words: &Words) -> Words {
    Words { da: format!("“{}”,", words.da), en: format!("“{}”", words.en) }
}

/// Puts the answer into a sentence that would else begin alike for each.
fn rename(change: &mut Change, subject: Option<&Words>, answer: &Words) {
    let plain = Words { da: "Andelen".to_owned(), en: "The share".to_owned() };
    let before = subject.unwrap_or(&plain);
    let put = |text: &mut String, before: &str, answer: &str| {
        if let Some(rest) = text.strip_prefix(before) {
            *text = format!("{answer}{rest}");
        }
    };
    put(&mut change.sentence.da, &before.da, &answer.da);
    put(&mut change.sentence.en, &before.en, &answer.en);
}

fn changed(group: Option<&str>, change: Change, [from, to]: [&str; 2], statistic: Statistic) -> Changed {
    let is_hidden = change.from.hidden.is_some() || change.to.hidden.is_some();
    let answer = match statistic {
        Statistic::Multiple => Some(change.from.name.clone()),
        _ => change.from.label.clone(),
    };
    Changed {
        group: group.map(str::to_owned),
        answer,
        from: from.to_owned(),
        to: to.to_owned(),
        values: [change.from.estimate, change.to.estimate],
        difference: (!is_hidden).then_some(change.difference),
        interval: change.ci,
        p_value: change.p_value,
        supported: change.supported,
        sentence: Words { da: change.sentence.da, en: change.sentence.en },
    }
}

pub(super) fn cited(telling: &Telling<'_>) -> Words {
    let Telling { offered, version, names: [file, _], .. } = telling;
    let part = |title: &str, source: &str| {
        [title, source]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| text.trim_end_matches('.'))
            .collect::<Vec<_>>()
            .join(". ")
    };
    Words {
        da: format!("{}. Version {version} ({file}).", part(&offered.title.da, &offered.source.da)),
        en: format!("{}. Version {version} ({file}).", part(&offered.title.en, &offered.source.en)),
    }
}
