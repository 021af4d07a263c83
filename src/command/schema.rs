use clap::Args;

use super::Outcome;
use super::output;
use super::problem::Stop;

#[derive(Args)]
#[command(after_help = "\
Example:
  amends schema > rules.schema.json

An editor that knows TOML then completes and checks rule files whose first line is
  #:schema ../rules.schema.json")]
pub struct Schema {}

impl Schema {
    pub fn run(&self) -> Result<Outcome, Stop> {
        output::line(&format!("{:#}", amends::pack::schema()))?;
        Ok(Outcome::Fine)
    }
}
