using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Standards.Schools;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>A unit's report in the order in which it is read: what is missed, the schools side by side, the rest as lines.</summary>
public sealed class Assessment
{
    private readonly List<Outcome> outcomes;

    /// <param name="unit">Its level decides whether schools stand side by side.</param>
    public Assessment(Standard standard, Compliance compliance, OrgUnit unit)
    {
        Standard = standard;
        Status = compliance.Status;
        var criteria = standard.Criteria.ToDictionary(criterion => criterion.Code);
        outcomes = [.. compliance.Results.Select(result => new Outcome(criteria[result.Criterion.Code], result))];
        var matrices = (unit.Level == OrgUnitLevel.School ? [] : SchoolMatrix.Of(outcomes)).ToLookup(matrix => matrix.HasValues);
        Matrices = [.. matrices[true]];
        Unknown = [.. matrices[false]];
        var shown = Matrices.SelectMany(matrix => matrix.Outcomes).Concat(Unknown.SelectMany(matrix => matrix.WithoutValue)).ToHashSet();
        Lines = [.. outcomes.Where(outcome => !shown.Contains(outcome))];
    }

    public Standard Standard { get; }

    /// <summary>The verdict as the gateway gives it.</summary>
    public TargetStatus Status { get; }

    /// <summary>The schools of each stage against what is asked of every school.</summary>
    public IReadOnlyList<SchoolMatrix> Matrices { get; }

    /// <summary>The stages of whose schools nothing is known: a table of gaps would say no more than a sentence.</summary>
    public IReadOnlyList<SchoolMatrix> Unknown { get; }

    /// <summary>What is asked of the unit itself, and at a school all that is asked of it.</summary>
    public IReadOnlyList<Outcome> Lines { get; }

    /// <summary>The stages for which something is asked of the unit.</summary>
    public IReadOnlyList<SchoolStage> Stages => [.. outcomes.Select(outcome => outcome.Criterion.Stage).OfType<SchoolStage>().Distinct()];

    /// <summary>The misses that decide, in the standard's order.</summary>
    public IEnumerable<Outcome> Misses => Deciding.Where(outcome => outcome.Result.Status == TargetStatus.Missed);

    /// <summary>The deciding criteria with their results; a criterion that no unit here is asked for is left out.</summary>
    public IReadOnlyList<(Criterion Criterion, IReadOnlyList<CriterionResult> Results)> Judged =>
    [
        .. Deciding.GroupBy(outcome => outcome.Criterion)
            .Select(group => (group.Key, (IReadOnlyList<CriterionResult>)[.. group.Select(outcome => outcome.Result)])),
    ];

    /// <summary>The coefficients of variation of one stage that were computed over schools.</summary>
    public IReadOnlyList<Outcome> SpreadsOf(SchoolStage? stage) =>
    [
        .. outcomes.Where(outcome => outcome.Criterion.Scope == CriterionScope.Spread
            && outcome.Criterion.Stage == stage && outcome.Result.Value is not null),
    ];

    private IEnumerable<Outcome> Deciding
    {
        get
        {
            var deciding = Standard.Deciding.ToHashSet();
            return outcomes.Where(outcome => deciding.Contains(outcome.Criterion));
        }
    }
}

/// <summary>A criterion and how one unit stands by it.</summary>
public sealed record Outcome(Criterion Criterion, CriterionResult Result);
