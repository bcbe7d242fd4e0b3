//! `omtanke survey table`

use clap::{Args, ValueEnum};
use estimates::AssociationTest;
use insight::Crossing;

use super::arguments::{Data, Manner, Output};
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Table {
    /// The variable of the rows.
    row: String,
    /// The variable of the columns.
    column: String,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    manner: Manner,
    /// How it is tested whether one depends on the other.
    #[arg(long, value_enum, default_value_t = Test::F)]
    test: Test,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Test {
    /// Rao and Scott's second order.
    F,
    /// Rao and Scott's first order.
    Chisq,
    /// By the saddlepoint approximation.
    Saddlepoint,
    /// Wald's.
    Wald,
    /// Wald's, adjusted for few degrees of freedom.
    Adjwald,
}

impl Table {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let crossing = Crossing {
            row: self.row,
            column: self.column,
            question: self.manner.question(),
            test: match self.test {
                Test::F => AssociationTest::RaoScott,
                Test::Chisq => AssociationTest::FirstOrder,
                Test::Saddlepoint => AssociationTest::Saddlepoint,
                Test::Wald => AssociationTest::Wald,
                Test::Adjwald => AssociationTest::AdjustedWald,
            },
        };
        self.output.print(&crossing.ask(&self.data.source()?)?);
        Ok(())
    }
}
