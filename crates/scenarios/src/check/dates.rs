//! Days that can come.

use super::Findings;
use crate::Scenario;

/// The longest that a story may take, or reach back, in days.
const LONGEST: u32 = 3660;

pub(super) fn check(scenario: &Scenario, found: &mut Findings<'_>) {
    let days = scenario.days();
    if days > LONGEST {
        found.add(scenario.title.line, "tasks", format!("the story takes {days} days"));
    }
    for (key, letter) in &scenario.letters {
        let line = letter.subject.line;
        if let Some(in_days) = letter.in_days {
            if u32::from(in_days) > days {
                let what =
                    format!("it comes in {in_days} days, and the story takes {days}: nobody will see it");
                found.add(line, format!("letters.{key}.in_days"), what);
            }
            if letter.days_ago > 0 {
                let what = "a letter has come, or will come: `days_ago` and `in_days` exclude each other";
                found.add(line, format!("letters.{key}.in_days"), what);
            }
        }
        if u32::from(letter.days_ago) > LONGEST {
            found.add(line, format!("letters.{key}.days_ago"), "that is more than ten years");
        }
        let comes = letter.in_days.unwrap_or(0);
        let due = [
            ("reply_in_days", letter.reply_in_days),
            ("appointment.in_days", letter.appointment.as_ref().map(|appointment| appointment.in_days)),
        ];
        for (field, day) in due {
            if day.is_some_and(|day| day < comes) {
                let what = format!("this day is over when the letter comes in {comes} days");
                found.add(line, format!("letters.{key}.{field}"), what);
            }
        }
    }
    for (key, person) in &scenario.people {
        if let Some(begins) = scenario.begins_on
            && begins.date < person.born.date
        {
            found.add(person.born.line, format!("people.{key}.born"), "they are born after the story begins");
        }
    }
}
