using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings;

/// <summary>
/// What a rule looks for, with its parameters. A kind looks at one subject in one period and stage at a time, so that a
/// change of a cell costs a look at the few subjects which read it.
/// </summary>
public abstract record FindingKind
{
    /// <summary>The names of the blanks that the kind fills in a sentence; <c>period</c> is always filled.</summary>
    public abstract ImmutableArray<string> Blanks { get; }

    /// <summary>The measures and indicators that are looked at one by one.</summary>
    public abstract IEnumerable<string> Subjects(Catalogue catalogue);

    /// <summary>The measures and indicators whose cells decide about a subject.</summary>
    public abstract IEnumerable<string> Reads(string subject, Catalogue catalogue);

    /// <summary>The periods about which a period's cell decides.</summary>
    public virtual IEnumerable<Period> PeriodsReading(Period changed) => [changed];

    /// <summary>
    /// True where any kind of period is looked at. Otherwise only years and half-years: a school year would say the same
    /// again, and a month's rate jumps by chance.
    /// </summary>
    public virtual bool HeedsEverySpan => false;

    /// <summary>True where only the newest year in which the unit has any data is looked at, for all stages together.</summary>
    public virtual bool OnlyNewestYear => false;
}

/// <summary>A kind that needs nothing but one unit's own measures and statements.</summary>
public abstract record UnitFindingKind : FindingKind
{
    /// <summary>What speaks for a finding; null where there is none.</summary>
    internal abstract Evidence? Look(string subject, Spot spot, FindingScope scope);
}
