//! What can be wrong with a design, with data, or with a question asked of them.

/// Why no number is given. Names the variable, stratum, domain, margin or rows that stand in the way.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A name that no column has.
    #[error("there is no variable called {0}")]
    NoSuchVariable(String),
    /// Two columns with one name.
    #[error("there are two variables called {0}")]
    SameName(String),
    /// Columns of different lengths.
    #[error("{variable} has {rows} rows, the others have {expected}")]
    Length {
        /// The column.
        variable: String,
        /// Its rows.
        rows: usize,
        /// The rows of the columns before it.
        expected: usize,
    },
    /// A value that is no finite number.
    #[error("{variable} is not a finite number in row {row}")]
    NotFinite {
        /// The column.
        variable: String,
        /// The row, counted from 1.
        row: usize,
    },
    /// Numbers were needed, and there are categories, or the other way round.
    #[error("{variable} has {found} where {needed} are needed")]
    Kind {
        /// The column or expression.
        variable: String,
        /// What it has.
        found: &'static str,
        /// What is needed.
        needed: &'static str,
    },
    /// A code of a category that has no label.
    #[error("{variable} has the code {code} in row {row}, but only {labels} labels")]
    Code {
        /// The column.
        variable: String,
        /// The code.
        code: u32,
        /// The row, counted from 1.
        row: usize,
        /// How many labels there are.
        labels: usize,
    },
    /// A condition, expression or formula that cannot be read.
    #[error("{text:?} cannot be read at character {at}: {expected} was expected")]
    Syntax {
        /// All of it.
        text: String,
        /// Where reading stopped, counted from 1.
        at: usize,
        /// What could have stood there.
        expected: &'static str,
    },
    /// Nothing to estimate from.
    #[error("there are no rows")]
    NoRows,
    /// Weights, strata, units or population sizes that are missing.
    #[error("{variable} belongs to the design and is missing in {count} rows, first in row {row}")]
    MissingInDesign {
        /// The column.
        variable: String,
        /// The first such row, counted from 1.
        row: usize,
        /// How many there are.
        count: usize,
    },
    /// A weight below zero.
    #[error("{variable} is negative ({value}) in row {row}")]
    NegativeWeight {
        /// The column.
        variable: String,
        /// The weight.
        value: f64,
        /// The row, counted from 1.
        row: usize,
    },
    /// No weight above zero.
    #[error("all weights are zero in {0}")]
    ZeroWeights(String),
    /// Units of one name in several strata.
    #[error(
        "unit {unit} is in stratum {first} and in stratum {second}; say that units are nested if that is meant"
    )]
    NotNested {
        /// The unit.
        unit: String,
        /// One stratum of it.
        first: String,
        /// Another.
        second: String,
    },
    /// A design with a single unit and no strata.
    #[error("all rows are in one primary sampling unit, {0}")]
    OneUnit(String),
    /// More units sampled than there are.
    #[error("stratum {stratum} has {sampled} sampled units, but a population of {population}")]
    PopulationTooSmall {
        /// The stratum.
        stratum: String,
        /// Units in the sample.
        sampled: usize,
        /// Units in the population, as the design says.
        population: f64,
    },
    /// Population sizes that differ within a stratum.
    #[error("stratum {stratum} has the population {first} in one row and {second} in row {row}")]
    PopulationVaries {
        /// The stratum.
        stratum: String,
        /// The size in its first row.
        first: f64,
        /// Another size.
        second: f64,
        /// Where, counted from 1.
        row: usize,
    },
    /// Some population sizes look like fractions, others like numbers of units.
    #[error(
        "{variable} is below 1 in some rows and above 1 in others (row {row}): fractions and sizes are mixed"
    )]
    PopulationMixed {
        /// The column.
        variable: String,
        /// A row that differs from the first, counted from 1.
        row: usize,
    },
    /// More stages with a population size than stages.
    #[error("{given} {what} are named for {stages} stages of sampling")]
    Stages {
        /// Which part of the design.
        what: &'static str,
        /// How many are named.
        given: usize,
        /// How many stages there are.
        stages: usize,
    },
    /// A stratum with a single unit, whose variance cannot be known.
    #[error(
        "stratum {stratum} has one sampling unit, so its variance cannot be estimated; choose what to do about it"
    )]
    LonelyUnit {
        /// The stratum.
        stratum: String,
    },
    /// Every stratum has a single unit.
    #[error("every stratum has one sampling unit only, so there is nothing to take an average of")]
    AllLonely,
    /// Missing values where they were not allowed.
    #[error("{variable} is missing in {count} rows of {domain}, first in row {row}")]
    Missing {
        /// The variable.
        variable: String,
        /// The domain.
        domain: String,
        /// How many rows.
        count: usize,
        /// The first of them, counted from 1.
        row: usize,
    },
    /// A domain without anybody in it.
    #[error("{variable} has no rows with a value and a weight in {domain}")]
    EmptyDomain {
        /// The variable.
        variable: String,
        /// The domain.
        domain: String,
    },
    /// A ratio to nothing.
    #[error("the denominator of {variable} is zero in {domain}")]
    ZeroDenominator {
        /// The ratio.
        variable: String,
        /// The domain.
        domain: String,
    },
    /// Too few units for an interval or a test.
    #[error("{what} has {df} degrees of freedom in {domain}")]
    NoDegrees {
        /// What was asked for.
        what: String,
        /// The domain.
        domain: String,
        /// The degrees of freedom there are.
        df: f64,
    },
    /// A number that is not within its limits.
    #[error("{what} is {value}, but must be {limits}")]
    Range {
        /// Which number.
        what: &'static str,
        /// What was given.
        value: f64,
        /// Between what it has to be.
        limits: &'static str,
    },
    /// An interval for a share that has no variance: nobody or everybody.
    #[error("{method} gives no interval when the share is {share}; the beta interval does")]
    NoInterval {
        /// The method.
        method: &'static str,
        /// The share, 0 or 1.
        share: f64,
    },
    /// A margin without some of the categories that the sample has.
    #[error("margin {margin} has no total for {cell}, which {rows} rows have")]
    NoTotal {
        /// The margin.
        margin: String,
        /// The category.
        cell: String,
        /// Rows of that category.
        rows: usize,
    },
    /// A margin with categories that nobody in the sample has.
    #[error("margin {margin} has {total} in {cell}, but no weighted row of the sample is there")]
    EmptyCell {
        /// The margin.
        margin: String,
        /// The category.
        cell: String,
        /// The total that cannot be met.
        total: f64,
    },
    /// A margin with the same category twice.
    #[error("margin {margin} names {cell} twice")]
    CellTwice {
        /// The margin.
        margin: String,
        /// The category.
        cell: String,
    },
    /// A total that is negative or no number.
    #[error("margin {margin} has the total {total} in {cell}")]
    BadTotal {
        /// The margin.
        margin: String,
        /// The category.
        cell: String,
        /// The total.
        total: f64,
    },
    /// Margins of different sizes.
    #[error("margins do not add up: {first} to {first_total}, {second} to {second_total}")]
    MarginsDiffer {
        /// One margin.
        first: String,
        /// Its sum.
        first_total: f64,
        /// Another.
        second: String,
        /// Its sum.
        second_total: f64,
    },
    /// Weights that cannot be brought to the totals.
    #[error("weights do not reach {margin} after {rounds} rounds: {reached} of {total}")]
    NotReached {
        /// The margin or total that is furthest away.
        margin: String,
        /// Rounds tried.
        rounds: usize,
        /// What the weights add up to.
        reached: f64,
        /// What they should add up to.
        total: f64,
    },
    /// Totals named for columns that the model does not have, or the other way round.
    #[error("the totals have no {0}")]
    NoSuchTotal(String),
    /// A model whose terms explain one another.
    #[error("{term} follows from the terms before it, so the model has no single solution")]
    Singular {
        /// The column.
        term: String,
    },
    /// A model that came to no end.
    #[error("the model of {response} did not converge in {rounds} rounds")]
    NotConverged {
        /// What is modelled.
        response: String,
        /// Rounds tried.
        rounds: usize,
    },
    /// A response that the family of models does not allow.
    #[error("{response} is {value} in row {row}, which a {family} model does not allow")]
    Response {
        /// What is modelled.
        response: String,
        /// The value.
        value: f64,
        /// The row, counted from 1.
        row: usize,
        /// The family.
        family: &'static str,
    },
    /// A term that the model does not have.
    #[error("the model has no term {0}")]
    NoSuchTerm(String),
    /// A domain, level or estimate that is not in the table.
    #[error("there is no estimate called {0}")]
    NoSuchEstimate(String),
    /// Estimates without the covariances that a contrast needs.
    #[error("covariances were not asked for")]
    NoCovariance,
    /// A table that is too small for a test.
    #[error("{variable} has {levels} levels in the domain; a test needs {needed}")]
    Levels {
        /// The variable.
        variable: String,
        /// How many levels it has.
        levels: usize,
        /// What the test needs.
        needed: &'static str,
    },
    /// Replicates that do not fit the data.
    #[error("replicate weights: {0}")]
    Replicates(String),
    /// A request that the method cannot serve.
    #[error("{0}")]
    Unsupported(&'static str),
}
