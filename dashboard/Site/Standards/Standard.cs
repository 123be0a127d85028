using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>What a policy document asks for. Fields as in <c>Standards/Standard.graphql</c>.</summary>
/// <param name="Source">The document with its number, in Chinese.</param>
/// <param name="SourceConfirmed">False where the catalogue's authors have not seen the document itself.</param>
/// <param name="NotComputed">What it asks for besides, and no figure tells.</param>
public sealed record Standard(
    string Code,
    string Name,
    string NameEn,
    string Source,
    bool SourceConfirmed,
    IReadOnlyList<Criterion> Criteria,
    IReadOnlyList<UncomputedDuty> NotComputed)
{
    /// <summary>The criteria that decide: one that a rule counts may be missed, and then the rule says how it stands.</summary>
    public IEnumerable<Criterion> Deciding
    {
        get
        {
            var counted = Criteria.SelectMany(criterion => criterion.Counted).ToHashSet(StringComparer.Ordinal);
            return Criteria.Where(criterion => !counted.Contains(criterion.Code));
        }
    }

    /// <summary>Whether it asks anything of a single school.</summary>
    public bool AsksSchools => Criteria.Any(criterion => criterion.Scope is CriterionScope.EachSchool or CriterionScope.MostOf);
}

/// <summary>A standard where only its name is asked for.</summary>
public sealed record NamedStandard(string Code, string Name, string NameEn);

/// <param name="Counted">For a rule over several criteria: their codes.</param>
/// <param name="RestShare">For a rule: the share of its threshold at which each criterion missed must stand.</param>
/// <param name="SpreadOf">For a spread: the indicators whose variation between schools is taken.</param>
/// <param name="Source">The document behind the threshold, in Chinese.</param>
/// <param name="SourceDoubt">What of it was not seen in a public text, in English; null where all of it was.</param>
public sealed record Criterion(
    string Code,
    string Name,
    string NameEn,
    Indicator Indicator,
    SchoolStage? Stage,
    decimal Threshold,
    Comparison Comparison,
    CriterionScope Scope,
    IReadOnlyList<string> Counted,
    decimal? RestShare,
    IReadOnlyList<string> SpreadOf,
    string? Section,
    string? Source,
    bool SourceConfirmed,
    string? SourceDoubt);

public enum Comparison
{
    AtLeast,
    AtMost,
    Below,
}

/// <summary>Over what a criterion is taken.</summary>
public enum CriterionScope
{
    OwnValue,
    EachSchool,
    Spread,
    MostOf,
}

public sealed record UncomputedDuty(string? Section, string Name, string NameEn, string Reason, string ReasonEn);
