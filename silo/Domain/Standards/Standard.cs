using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Standards;

/// <summary>
/// An evaluation framework for a county or district, as the catalogue defines it: what a policy document asks of the unit
/// itself, of each of its schools, and of the differences between them.
/// </summary>
/// <param name="Code">The contract's code, <c>quality-balanced-2017</c>.</param>
/// <param name="Source">The policy document with its number.</param>
/// <param name="NotComputed">What the document asks for besides, and no figure held here can tell.</param>
public sealed record Standard(
    string Code,
    string Name,
    string NameEn,
    string Source,
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<UncomputedDuty> NotComputed)
{
    public DefinitionVersion Version { get; init; } = DefinitionVersion.First;

    /// <summary>What of the source was not seen in a public text; null where all of it was.</summary>
    public string? SourceDoubt { get; init; }

    public bool SourceConfirmed => SourceDoubt is null;

    /// <summary>The kinds of period for which the standard can be assessed: those by which its indicators are kept.</summary>
    public IEnumerable<PeriodType> PeriodTypes => Criteria.SelectMany(criterion => criterion.Indicator.PeriodTypes).Distinct();

    public Criterion? FindCriterion(string code) => Criteria.FirstOrDefault(criterion => criterion.Code == code);

    /// <summary>
    /// The criteria that decide. Where a rule such as 'six of seven' stands over criteria, these alone decide nothing: one
    /// of them may be missed.
    /// </summary>
    public IEnumerable<Criterion> Deciding
    {
        get
        {
            var underRule = Criteria.SelectMany(criterion => criterion.Scope is CriterionScope.MostOf rule ? rule.Criteria : []).ToHashSet();
            return Criteria.Where(criterion => !underRule.Contains(criterion.Code));
        }
    }
}

/// <summary>A duty that the standard names and that cannot be read from figures, with the reason.</summary>
/// <param name="Section">Where in the document, or in the report that answers it, the duty stands.</param>
public sealed record UncomputedDuty(string? Section, string Name, string NameEn, string Reason, string ReasonEn);
