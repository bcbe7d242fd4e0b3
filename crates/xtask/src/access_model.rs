//! Comparing the decision of who may do what with the model of it, in many made-up worlds.

use crate::house::House;
use crate::output::must_succeed;
use crate::tally::Tally;

/// Runs the comparison with the options given, such as `--worlds 20000 --seed 1`. It ends with `Q questions, 0 differ`, or fails.
pub(crate) fn run(house: &House, arguments: &[String]) -> anyhow::Result<Tally> {
    let mut compare = house.cargo(["run", "--quiet", "--locked", "--package", "access-model", "--"]);
    must_succeed(compare.args(arguments))?;
    Ok(Tally::default())
}
