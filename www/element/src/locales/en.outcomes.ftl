## What answers would change

foretold = Worked out; it stands below.
outcomes-alone = Each answer by itself:
outcomes-more =
    { $count ->
        [one] one more
       *[other] { $count } more
    }
outcomes-changes =
    { $count ->
        [one] one change
       *[other] { $count } changes
    }
outcome-certain = Then certain
outcome-possible = Then possible
outcome-undetermined = Then undetermined
outcome-excluded = No longer
outcome-avoid-undetermined = Perhaps avoid
outcome-avoid-excluded = No longer to avoid
outcome-restored = No longer left out
outcome-conflict-excluded = No longer in conflict
outcome-order = { $first } – before: { $second }
outcome-parameter = { $action } – { $parameter }: { $value }
outcome-no-approval = no approval needed
outcome-settles-yes = Then nothing more to ask
outcome-settles-under-assumptions = Then nothing more to ask, if the assumptions hold
