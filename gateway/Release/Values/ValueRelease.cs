using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Values;

/// <summary>Indicator values as a reader may see them. Whatever else the gateway derives from values it derives from these.</summary>
public sealed class ValueRelease(IndicatorQueries indicators, WithheldQueries withheld, OrgUnitQueries orgUnits)
{
    /// <inheritdoc cref="IndicatorQueries.Check"/>
    public Indicator Check(string indicator, Period? period, SchoolStage? stage) => indicators.Check(indicator, period, stage);

    /// <summary>
    /// Values in the order of the queries, which must have passed <see cref="Check"/>. Those of units that the reader does not
    /// reach say so; nobody is asked for them. One that nobody told in time says so too (<see cref="IndicatorValue.AnsweredBy"/>):
    /// what it is missing from is the asker's to name.
    /// </summary>
    public async Task<IReadOnlyList<Released<IndicatorValue>>> KnownValues(Caller caller, IReadOnlyCollection<ValueQuery> queries)
    {
        var rights = new Rights(caller, await orgUnits.Tree());
        var within = rights.ReachesAll ? queries : [.. queries.Where(query => rights.Reaches(query.OrgUnit))];

        var values = within.Count == 0 ? [] : rights.IsStaff
            ? await indicators.Values(within, Audience.Staff)
            : await WithPresentMarks(await indicators.Values(within, Audience.Everyone));
        if (within.Count == queries.Count)
            return [.. values.Select(value => Shown(rights, value))];
        var next = 0;
        return
        [
            .. queries.Select(query => rights.Reaches(query.OrgUnit)
                ? Shown(rights, values[next++])
                : new Released<IndicatorValue>(ShownValue.NotPermitted(query))),
        ];
    }

    /// <summary>
    /// What is withheld today is withheld of the past too: a count that did not change since would be told by what it was.
    /// </summary>
    private async Task<IReadOnlyList<IndicatorValue>> WithPresentMarks(IReadOnlyList<IndicatorValue> values)
    {
        if (values.All(value => value.ReadAsOf is null))
            return values;
        var closed = await withheld.Among(
            values.Where(value => value.ReadAsOf is not null).SelectMany(value => new[] { Present(value, value.Period), Present(value, value.Period.Previous) }));
        var marked = values.Select(value => value.ReadAsOf is null ? value : Marked(value, closed)).ToList();
        var steps = await StepsOverHidden(marked);
        return [.. marked.Select(value => steps.Contains(value) ? value with { Withheld = Suppression.Complementary, WithheldChange = Suppression.Complementary } : value)];
    }

    /// <summary>
    /// Totals as they were that are not what they are, with something withheld below: between two instants it may have been
    /// that one school which reported, and the step from one total to the other would be its count.
    /// </summary>
    private async Task<IReadOnlySet<IndicatorValue>> StepsOverHidden(IReadOnlyCollection<IndicatorValue> values)
    {
        var totals = values.Where(value => value is { ReadAsOf: not null, Withheld: null }).ToList();
        var overHidden = await withheld.OverHidden(totals.Select(total => Present(total, total.Period)));
        var over = totals.Where(total => overHidden.Contains(Present(total, total.Period))).ToList();
        if (over.Count == 0)
            return new HashSet<IndicatorValue>();
        var present = await indicators.Values([.. over.Select(total => Present(total, total.Period))], Audience.Everyone);
        return over.Where((total, i) => (total.Value, total.Numerator, total.Denominator) != (present[i].Value, present[i].Numerator, present[i].Denominator)).ToHashSet();
    }

    private static IndicatorValue Marked(IndicatorValue past, IReadOnlySet<ValueQuery> closed)
    {
        Suppression? own = closed.Contains(Present(past, past.Period)) ? Suppression.Complementary : null;
        Suppression? before = closed.Contains(Present(past, past.Period.Previous)) ? Suppression.Complementary : null;
        return past with { Withheld = past.Withheld ?? own, WithheldChange = past.WithheldChange ?? past.Withheld ?? own ?? before };
    }

    private static ValueQuery Present(IndicatorValue value, Period period) => new(value.OrgUnit, value.Indicator, period, value.Stage);

    /// <summary>A value of a unit that the reader reaches, as its district or city told it.</summary>
    internal static Released<IndicatorValue> Shown(Rights rights, IndicatorValue value) =>
        new(rights.IsStaff ? ShownValue.Whole(value) : ShownValue.ForOthers(value));
}
