using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>
/// Marks answers as withheld on their way from the grains that know of it, those that keep rows; a school's own grain marks
/// none. What is withheld a test says, whatever numbers of students there are.
/// </summary>
public sealed class WithheldMarks : IOutgoingGrainCallFilter
{
    private volatile Func<OrgUnitId, string, Period, Suppression?>? held;

    /// <param name="by">Why a unit's indicator or measure of a period is withheld; null to leave the grains' own marks alone.</param>
    public void Set(Func<OrgUnitId, string, Period, Suppression?>? by) => held = by;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        // They are gone once the call is made.
        var arguments = Enumerable.Range(0, context.Request.GetArgumentCount()).Select(context.Request.GetArgument).ToList();
        await context.Invoke();
        if (held is not { } mark || context.TargetId.Type.ToString()!.Contains("school", StringComparison.OrdinalIgnoreCase))
            return;
        switch (context.Result)
        {
            case ImmutableArray<IndicatorValue> values:
                context.Result = Marked(values, mark);
                break;
            case (EnumerationResult status, ImmutableArray<IndicatorValue> changed):
                context.Result = (status, (object)Marked(changed, mark));
                break;
            case ImmutableArray<Suppression?> when arguments is [ImmutableArray<ValueQuery> queries]:
                context.Result = queries.Select(query => mark(query.OrgUnit, query.Indicator, query.Period)).ToImmutableArray();
                break;
            case ImmutableArray<Suppression?> when arguments is [ImmutableArray<FindingId> findings]:
                context.Result = findings.Select(finding => mark(finding.OrgUnit, finding.Subject, finding.Period)).ToImmutableArray();
                break;
            case ImmutableArray<Explanation> explanations:
                context.Result = explanations.Select(explanation => explanation with
                {
                    Contributions = [.. explanation.Contributions.Select(part => part with { Withheld = mark(part.OrgUnit, part.Measure, part.Period) })],
                }).ToImmutableArray();
                break;
            case ImmutableArray<ComplianceReport> reports:
                context.Result = reports.Select(report => report with
                {
                    Results = [.. report.Results.Select(result => result with { Withheld = mark(result.OrgUnit, result.Criterion, report.Period) })],
                }).ToImmutableArray();
                break;
        }
    }

    private static ImmutableArray<IndicatorValue> Marked(
        ImmutableArray<IndicatorValue> values, Func<OrgUnitId, string, Period, Suppression?> mark) =>
    [
        .. values.Select(value => value with
        {
            Withheld = mark(value.OrgUnit, value.Indicator, value.Period),
            WithheldChange = mark(value.OrgUnit, value.Indicator, value.Period) ?? mark(value.OrgUnit, value.Indicator, value.Period.Previous),
        }),
    ];
}
