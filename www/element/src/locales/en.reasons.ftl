## Why something is in the plan

unknown = unknown
at-least = at least
at-most = at most
more-than = more than
less-than = less than
undetermined-more = The rules disagree; see what is in conflict
provisional-more = One more answer may remove this
assuming-facts = Assuming { $facts }
reason-none = No rule asks for this as things stand.
reason-against = Speaks against it
reason-open = Not decided yet
tier-research = Research
tier-practice = Practice
tier-vendor-figure = Vendor figure
tier-law = Law
cell-always = holds
cell-sometimes = still open
cell-never = does not hold
cell-undetermined = undetermined
cell-unless = unless
