//! Questions to the invented Danish survey, and to small ones with something wrong.

use std::path::{Path, PathBuf};

use estimates::{Calibration, LonelyUnits};
use insight::{
    Answer, Change, Claim, Codebook, Comparison, Crossing, DesignNames, Error, Language, Margins, Question,
    Report, Shape, Show as _, Source, Statistic, WeightMethod, Weighted, Weighting,
};

fn survey(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/survey").join(name)
}

fn design(strata: &str) -> DesignNames {
    DesignNames {
        weights: Some("weight".to_owned()),
        strata: vec![strata.to_owned()],
        ..DesignNames::default()
    }
}

fn dk() -> Source {
    Source { data: survey("dk.csv"), design: design("stratum"), ..Source::default() }
}

fn need() -> Question {
    Question {
        of: vec!["needed_help".to_owned()],
        filter: Some("uses_public_digital == 1".to_owned()),
        ..Question::default()
    }
}

/// A survey of a few people, in a file of its own.
fn of(rows: &str) -> (tempfile::TempDir, Source) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("people.csv");
    std::fs::write(&data, format!("id,town,sex,weight,visits,year\n{rows}")).unwrap();
    (folder, Source { data, design: design("town"), ..Source::default() })
}

fn visits() -> Question {
    Question { of: vec!["visits".to_owned()], ..Question::default() }
}

fn refused(question: &Question, rows: &str) -> String {
    let (_folder, source) = of(rows);
    question.ask(&source).unwrap_err().to_string()
}

const FOUR: &str = "1,Ribe,k,10,1,2023\n2,Ribe,m,10,3,2024\n3,Vejle,k,20,2,2023\n4,Vejle,m,20,5,2024\n";

fn value(answer: &Answer, group: &str) -> f64 {
    let row = answer.rows.iter().find(|row| row.by.values().any(|label| label == group));
    row.and_then(|row| row.estimate).unwrap()
}

#[test]
fn the_need_for_help_fell_from_24_to_18_percent() {
    let answer = Question { by: vec!["year".to_owned()], ..need() }.ask(&dk()).unwrap();
    assert!((value(&answer, "2022") - 0.2396).abs() < 0.001);
    assert!((value(&answer, "2024") - 0.1806).abs() < 0.001);
    assert_eq!(answer.rows[4].n, Some(3621));
    let table = answer.shown(Shape::Table);
    assert!(table.contains("2024  needed_help    18.1 %  0.7 %  16.8 %  19.3 %  3621  3586"), "{table}");
    assert!(
        answer
            .shown(Shape::Csv)
            .starts_with("year,name,label,p,estimate,se,low,high,n,missing,df,deff,note\n2020,")
    );
    let json: serde_json::Value = serde_json::from_str(&answer.shown(Shape::Json)).unwrap();
    assert_eq!(json["rows"][4]["by"]["year"], "2024");
}

fn change(from: &str, to: &str, claim: Option<Claim>) -> Result<Change, Error> {
    let comparison = Comparison {
        question: need(),
        by: "year".to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        claim,
        ..Comparison::default()
    };
    Ok(comparison.ask(&dk())?.remove(0))
}

#[test]
fn what_the_test_supports_is_said_and_nothing_else() {
    let fall = change("2022", "2024", Some(Claim::Fell)).unwrap();
    assert!(fall.supported && (fall.difference + 0.0589).abs() < 0.001);
    assert!(fall.sentence.da.starts_with("Andelen faldt fra 24 procent i 2022 til 18 procent i 2024"));
    let nothing = change("2020", "2021", None).unwrap();
    assert!(!nothing.supported && !nothing.sentence.da.contains("faldt"), "{}", nothing.sentence.da);
    let refusal = change("2020", "2021", Some(Claim::Fell)).unwrap_err().to_string();
    assert!(refusal.contains("does not support saying that it fell"), "{refusal}");
    let refusal = change("2022", "2024", Some(Claim::Rose)).unwrap_err().to_string();
    assert_eq!(refusal, "it did not rise: it fell");
}

#[test]
fn a_change_is_told_of_everybody_and_then_of_each_group() {
    let comparison = Comparison {
        question: need(),
        by: "year".to_owned(),
        from: "2021".to_owned(),
        to: "2023".to_owned(),
        within: Some("region".to_owned()),
        ..Comparison::default()
    };
    let changes = comparison.ask(&dk()).unwrap();
    let groups: Vec<Option<&str>> =
        changes.iter().map(|change| change.by.get("region").map(String::as_str)).collect();
    assert_eq!(groups, [None, Some("081"), Some("082"), Some("083"), Some("084"), Some("085")]);
    let alone = change("2021", "2023", None).unwrap();
    assert_eq!(changes[0].difference.to_bits(), alone.difference.to_bits());
    // the same as asking about that group alone
    let filter = Some(format!("{} and region == '083'", need().filter.unwrap()));
    let question = Question { filter, ..need() };
    let one = Comparison { question, within: None, ..comparison.clone() }.ask(&dk()).unwrap().remove(0);
    assert_eq!(changes[3].difference.to_bits(), one.difference.to_bits());
    assert_eq!(changes[3].se.to_bits(), one.se.to_bits());
    let text = changes.shown(Shape::Csv);
    assert!(text.starts_with("region,name,label,from,to,difference"), "{text}");
    assert!(changes.shown(Shape::Table).contains("083: Andelen"), "{}", changes.shown(Shape::Table));
    // a group that is there in one of the years only has no change, and that is noted
    let (_folder, source) = of(
        "1,Ribe,k,10,1,2023\n2,Ribe,m,10,3,2024\n3,Vejle,k,20,2,2023\n6,Vejle,k,20,4,2023\n4,Ribe,m,20,5,2024\n5,Ribe,m,20,5,2023\n",
    );
    let comparison = Comparison {
        question: visits(),
        by: "year".to_owned(),
        from: "2023".to_owned(),
        to: "2024".to_owned(),
        within: Some("town".to_owned()),
        ..Comparison::default()
    };
    let changes = comparison.ask(&source).unwrap();
    assert_eq!((changes.len(), changes[1].by["town"].as_str()), (2, "Ribe"));
    assert_eq!(changes[0].notes, ["town Vejle: there is nothing to compare"]);
}

#[test]
fn replicate_weights_that_the_codebook_names_give_the_variance() {
    let folder = tempfile::tempdir().unwrap();
    let (data, book) = (folder.path().join("a.csv"), folder.path().join("a.yaml"));
    // each person left out in turn
    std::fs::write(&data, "visits,weight,rw1,rw2,rw3\n1,10,0,15,15\n3,10,15,0,15\n8,10,15,15,0\n").unwrap();
    let answer = |yaml: &str| {
        std::fs::write(&book, format!("design: {{ weights: weight }}\n{yaml}")).unwrap();
        let codebook = Some(Codebook::read(&book).unwrap());
        visits().ask(&Source { data: data.clone(), codebook, ..Source::default() })
    };
    // the means without each are 5.5, 4.5 and 2: their squared distances from their mean add up to 6.5
    let jackknife = answer("replicate_weights: { prefix: rw, method: jk1 }").unwrap();
    let se = |answer: &Answer| answer.rows[0].se.unwrap();
    assert!((se(&jackknife) - (2.0 / 3.0 * 6.5_f64).sqrt()).abs() < 1e-12, "{}", se(&jackknife));
    assert!(jackknife.design[1].contains("3 replicates"), "{:?}", jackknife.design);
    let stated = answer("replicate_weights: { prefix: rw, scale: 0.5, degrees: 2 }").unwrap();
    assert!((se(&stated) - (0.5 * 6.5_f64).sqrt()).abs() < 1e-12 && stated.rows[0].df == 2.0);
    let none = answer("replicate_weights: { prefix: w_, method: jk1 }").unwrap_err().to_string();
    assert_eq!(none, "there are no columns called w_ and a number");
    let unsaid = answer("replicate_weights: { prefix: rw }").unwrap_err().to_string();
    assert!(unsaid.contains("must be named"), "{unsaid}");
}

#[test]
fn groups_that_are_not_there_are_named_beside_those_that_are() {
    let error = change("2019", "2024", None).unwrap_err().to_string();
    assert_eq!(error, "year has no group 2019; it has 2020, 2021, 2022, 2023, 2024");
}

#[test]
fn a_question_that_was_not_asked_in_a_year_is_named() {
    let rows = "1,Ribe,k,10,,2023\n2,Ribe,m,10,3,2024\n3,Vejle,k,20,,2023\n4,Vejle,m,20,5,2024\n5,Vejle,m,20,5,2024\n6,Ribe,m,9,5,2024\n";
    let (_folder, source) = of(rows);
    let (from, to, by) = ("2023".to_owned(), "2024".to_owned(), "year".to_owned());
    let error =
        Comparison { question: visits(), by, from, to, ..Comparison::default() }.ask(&source).unwrap_err();
    assert_eq!(error.to_string(), "visits was not asked in year 2023: of its 2 rows, none has an answer");
    let answer = Question { by: vec!["year".to_owned()], ..visits() }.ask(&source).unwrap();
    assert_eq!((answer.rows.len(), answer.undefined.len()), (1, 1));
    assert!(answer.undefined[0].reason.contains("year 2023"), "{}", answer.undefined[0].reason);
}

#[test]
fn weights_that_cannot_be_are_refused_by_row() {
    let missing = refused(&visits(), "1,Ribe,k,,1,2023\n2,Ribe,m,10,3,2024\n");
    assert!(missing.contains("weight") && missing.contains("row 1"), "{missing}");
    let negative = refused(&visits(), "1,Ribe,k,10,1,2023\n2,Ribe,m,-3,3,2024\n");
    assert!(negative.contains("negative (-3) in row 2"), "{negative}");
    let zero = refused(&visits(), "1,Ribe,k,0,1,2023\n2,Ribe,m,0,3,2024\n");
    assert!(zero.contains("all weights are zero"), "{zero}");
    let word = refused(&visits(), "1,Ribe,k,ti,1,2023\n2,Ribe,m,10,3,2024\n");
    assert!(word.contains("row 1: weight is \"ti\""), "{word}");
}

#[test]
fn weights_of_zero_are_told() {
    let (_folder, source) = of(&format!("{FOUR}5,Ribe,k,0,100,2024\n"));
    let answer = visits().ask(&source).unwrap();
    assert_eq!(answer.notes, ["1 rows have the weight 0, and do not count"]);
    assert_eq!(answer.rows[0].n, Some(4));
}

#[test]
fn a_stratum_with_one_person_is_named_with_what_to_do() {
    let rows = "1,Ribe,k,10,1,2023\n2,Vejle,k,20,2,2023\n3,Vejle,m,20,5,2024\n";
    let error = refused(&visits(), rows);
    assert!(error.contains("stratum Ribe") && error.contains("--lonely"), "{error}");
    let (_folder, source) = of(rows);
    assert!(Question { lonely: LonelyUnits::Adjust, ..visits() }.ask(&source).is_ok());
}

#[test]
fn an_empty_domain_is_an_error_and_a_domain_of_one_is_flagged() {
    let nobody = Question { filter: Some("visits > 99".to_owned()), ..visits() };
    let error = refused(&nobody, FOUR);
    assert_eq!(error, "the domain is empty: no respondent with a weight is visits > 99");
    let (_folder, source) = of(FOUR);
    let one = Question { filter: Some("id == 4".to_owned()), ..visits() };
    let answer = one.ask(&source).unwrap();
    assert_eq!((answer.rows[0].n, answer.rows[0].ci), (Some(1), [None, None]));
    assert!(answer.rows[0].flags[0].contains("only 1 respondents"), "{:?}", answer.rows[0].flags);
    let published = Question { hide_below: Some(5), ..one }.ask(&source).unwrap();
    assert_eq!((published.rows[0].estimate, published.rows[0].n), (None, None));
    assert!(published.rows[0].hidden.is_some());
}

#[test]
fn answers_that_are_all_alike_have_no_spread() {
    let (_folder, source) =
        of("1,Ribe,k,10,2,2023\n2,Ribe,m,10,2,2024\n3,Vejle,k,20,2,2023\n4,Vejle,m,20,2,2024\n");
    let row = visits().ask(&source).unwrap().rows.remove(0);
    assert_eq!((row.estimate, row.se, row.ci), (Some(2.0), Some(0.0), [Some(2.0), Some(2.0)]));
}

#[test]
fn a_hidden_share_hides_another_that_would_give_it_away() {
    let mut rows = String::new();
    for id in 0..40 {
        rows.push_str(&format!(
            "{id},{},{},10,{},2024\n",
            ["Ribe", "Vejle"][id % 2],
            "k",
            usize::from(id > 2) + usize::from(id > 20)
        ));
    }
    let (_folder, source) = of(&rows);
    let question = Question {
        statistic: Statistic::Share,
        of: vec!["visits".to_owned()],
        hide_below: Some(5),
        ..Question::default()
    };
    let answer = question.ask(&source).unwrap();
    let hidden: Vec<bool> = answer.rows.iter().map(|row| row.hidden.is_some()).collect();
    assert_eq!(hidden.iter().filter(|hidden| **hidden).count(), 2, "{answer:?}");
    assert!(answer.rows.iter().all(|row| row.hidden.is_none() || row.estimate.is_none()));
}

fn weighting(margins: &str, method: WeightMethod) -> Result<Weighted, Error> {
    let (folder, source) = of(FOUR);
    let path = folder.path().join("margins.csv");
    std::fs::write(&path, format!("margin,category,total\n{margins}")).unwrap();
    let margins = Margins::read(&path)?;
    Weighting { method, margins, names: Vec::new(), year: None, trim: None, id: Some("id".to_owned()) }
        .ask(&source)
}

#[test]
fn margins_that_cannot_be_met_are_named() {
    let said = |margins: &str| weighting(margins, WeightMethod::Rake).unwrap_err().to_string();
    let sums = said("town,Ribe,30\ntown,Vejle,30\nsex,k,40\nsex,m,40\n");
    assert!(sums.contains("do not add up: town to 60, sex to 80"), "{sums}");
    let empty = said("town,Ribe,30\ntown,Vejle,30\ntown,Ærø,5\nsex,k,35\nsex,m,30\n");
    assert!(empty.contains("town has 5 in Ærø") && empty.contains("join the category"), "{empty}");
    let lacking = said("town,Ribe,30\nsex,k,35\nsex,m,30\n");
    assert!(lacking.contains("margin town has no total for Vejle"), "{lacking}");
    let nothing = said("height,tall,30\n");
    assert!(nothing.contains("the margin height is of no variable"), "{nothing}");
    let bounded = WeightMethod::Calibrate(Calibration::Logit { lower: 0.99, upper: 1.01 });
    let bounds = weighting("town,Ribe,50\ntown,Vejle,10\n", bounded).unwrap_err().to_string();
    assert!(bounds.contains("do not reach"), "{bounds}");
}

#[test]
fn new_weights_meet_the_margins_and_are_written_once() {
    let done = weighting("town,Ribe,30\ntown,Vejle,30\nsex,k,25\nsex,m,35\n", WeightMethod::Rake).unwrap();
    for (cell, total) in done.cells.iter().zip([30.0, 30.0, 25.0, 35.0]) {
        assert!((cell.after - total).abs() < 1e-6, "{cell:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights.csv");
    done.write(&path).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("row,id,before,weight,factor\n1,1,10,12.5,1.25\n"), "{text}");
    assert!(done.write(&path).is_err(), "it is there already");
}

#[test]
fn one_margin_is_enough_for_post_strata() {
    let error = weighting("town,Ribe,30\ntown,Vejle,30\nsex,k,25\nsex,m,35\n", WeightMethod::PostStratify)
        .unwrap_err();
    assert!(error.to_string().contains("takes one margin, and 2 are named"), "{error}");
}

#[test]
fn a_cross_table_tests_whether_one_depends_on_the_other() {
    let crossing = Crossing {
        row: "age_group".to_owned(),
        column: "needed_help".to_owned(),
        question: Question {
            filter: Some("uses_public_digital == 1 and year == 2024".to_owned()),
            ..Question::default()
        },
        ..Crossing::default()
    };
    let crossed = crossing.ask(&dk()).unwrap();
    assert_eq!(crossed.cells.len(), 14);
    // as R's svychisq has it
    assert!((crossed.statistic.unwrap() - 24.790_419_149_756_9).abs() < 1e-6);
}

#[test]
fn the_shipped_report_comes_to_the_published_figures() {
    let reported = Report::read(&survey("report.yaml")).unwrap().run().unwrap();
    assert!(reported.agrees());
    let published: Vec<f64> = reported
        .figures
        .iter()
        .flat_map(|figure| &figure.published)
        .map(|published| published.published)
        .collect();
    assert_eq!(published, [24.0, 18.0, 58.0, 28.0, 22.0, 85.0, 72.0]);
    let text = reported.text(Language::Danish);
    assert!(text.contains("Andelen af brugere, der har haft brug for hjælp, faldt fra 24 procent i 2022 til 18 procent i 2024"), "{text}");
    assert!(text.contains("3.937"), "{text}");
    assert!(reported.text(Language::English).contains("fell from 24 percent in 2022"));
}

#[test]
fn the_shipped_codebook_fits_the_shipped_data() {
    let book = Codebook::read(&survey("dk.codebook.yaml")).unwrap();
    let source = Source { data: survey("dk.csv"), codebook: Some(book), ..Source::default() };
    let question =
        Question { of: vec!["needed_help".to_owned()], by: vec!["year".to_owned()], ..Question::default() };
    let answer = question.ask(&source).unwrap();
    assert_eq!(answer.base, "uses_public_digital == 1", "the base is who was asked");
    assert_eq!(answer.rows[4].n, Some(3621));
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let question = Question { by: vec!["region".to_owned(), "age_group".to_owned()], ..need() };
    let first = question.ask(&dk()).unwrap().shown(Shape::Json);
    assert_eq!(first, question.ask(&dk()).unwrap().shown(Shape::Json));
}

#[test]
fn a_generated_survey_is_the_same_every_time_and_can_be_raked() {
    let folder = tempfile::tempdir().unwrap();
    let [data, margins, again] = ["a.csv", "m.csv", "b.csv"].map(|name| folder.path().join(name));
    insight::generate(14_000, &data, &margins).unwrap();
    insight::generate(14_000, &again, &folder.path().join("n.csv")).unwrap();
    assert_eq!(std::fs::read(&data).unwrap(), std::fs::read(&again).unwrap());
    let mut names = design("stratum");
    names.units = vec!["psu".to_owned()];
    let source = Source { data, design: names, ..Source::default() };
    let margins = Margins::read(&margins).unwrap();
    let raked = Weighting {
        method: WeightMethod::Rake,
        margins,
        names: Vec::new(),
        year: None,
        trim: None,
        id: None,
    };
    assert_eq!(raked.ask(&source).unwrap().cells.len(), 11);
    let by = vec!["region".to_owned(), "age_group".to_owned()];
    let answer = Question { of: vec!["need".to_owned()], by, ..Question::default() }.ask(&source).unwrap();
    assert_eq!(answer.rows.len(), 35);
}
