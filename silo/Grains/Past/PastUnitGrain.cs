using System.Collections.Immutable;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Grains.OrgUnits;

namespace EduAnalytics.Grains.Past;

/// <summary>One unit at one instant. Reads when it is first asked, and goes when nobody has asked for some minutes.</summary>
[CollectionAgeLimit(Minutes = 5)]
internal sealed class PastUnitGrain(PastReader reader, PastMemory memory, ChangeBoard changes, TimeProvider time) : Grain, IPastUnitGrain
{
    private PastKey key;
    private HeldPast<IPastUnit> held = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = PastKey.Parse(this.GetPrimaryKeyString());
        held = new HeldPast<IPastUnit>(key.Instant, Read, () => changes.Changed(PastGrains.ChangePlace), time);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        memory.Release(held);
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<IndicatorValue>> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience)
    {
        var unit = await Ask();
        if (audience == Audience.Everyone && unit.Above is { } above && unit.YearsOf(queries) is { IsEmpty: false } years)
            unit.Heed(years, await GrainFactory.GetPastUnit(above, key.Instant).ClosedOf(key.OrgUnit, years));
        return [.. unit.Evaluate(queries, audience).Select(value => value with { ReadAsOf = key.Instant })];
    }

    public async Task<ImmutableArray<Closed>> ClosedOf(OrgUnitId child, ImmutableArray<YearOfCounts> years) =>
        (await Ask()).ClosedOf(child, years);

    public async Task<ImmutableArray<ImmutableArray<Period>>> PeriodsWithData(
        ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, SchoolStage? stage)
    {
        var past = await Ask();
        return [.. units.Select(unit => past.PeriodsWithData(unit, indicators, stage))];
    }

    public async Task<ImmutableArray<Explanation>> Explain(ImmutableArray<ValueQuery> queries) => (await Ask()).Explain(queries);

    public async Task<ImmutableArray<FoundSources>> FindSources(ImmutableArray<SourceQuestion> questions, int first) =>
        (await Ask()).FindSources(questions, first);

    public async Task<RowUpdate> WholeRow() => (await Ask()).WholeRow();

    private async Task<IPastUnit> Ask()
    {
        var unit = await held.Get();
        memory.Use(held, unit.Size);
        return unit;
    }

    private async Task<IPastUnit> Read()
    {
        var tree = await GrainFactory.GetPastTree(key.Instant).Tree();
        if (tree.Find(key.OrgUnit) is not { } unit)
        {
            // Not registered yet, so it had sent nothing: it is read as what it became, and has no data.
            unit = (await this.GetOrgUnitTree()).Find(key.OrgUnit) ?? throw new InvalidOperationException($"'{key.OrgUnit}' is no org unit.");
            tree = tree.After([unit]);
        }

        return unit.Level switch
        {
            OrgUnitLevel.School => await reader.School(unit, key.Instant),
            OrgUnitLevel.District => await reader.District(unit, tree, key.Instant),
            _ => await reader.City(unit, tree, key.Instant, await RowsOf(tree.ChildrenOf(unit.Id))),
        };
    }

    private Task<RowUpdate[]> RowsOf(ImmutableArray<OrgUnit> districts) =>
        Task.WhenAll(districts.Select(district => GrainFactory.GetPastUnit(district.Id, key.Instant).WholeRow()));
}
