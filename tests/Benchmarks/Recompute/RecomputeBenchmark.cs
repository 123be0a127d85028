using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Benchmarks.Recompute;

/// <summary>What a district of 200 schools does when one of them has submitted.</summary>
public class RecomputeBenchmark
{
    private const int SchoolCount = 200;
    private static readonly Period year = Period.OfYear(2024);

    private Catalogue catalogue = null!;
    private BenchedDistrict district = null!;
    private ImmutableArray<(Indicator Indicator, SchoolStage? Stage)> questions;
    private OrgUnit school = null!;
    private ImmutableArray<RowUpdate> states;
    private IMeasures[] rows = null!;
    private OrgUnitId[] units = null!;
    private ReleaseBook release = null!;
    private ReleaseScope? scope;
    private long version;
    private int held = 1;

    [GlobalSetup]
    public void SetUp()
    {
        catalogue = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The catalogue is faulty: ./edu catalogue check catalogue");
        district = new BenchedDistrict(catalogue, SchoolCount);
        questions = [.. catalogue.Indicators.SelectMany(indicator => indicator.Stages.Select(stage => (SchoolStage?)stage).Prepend(null), (indicator, stage) => (indicator, stage))];
        rows = [.. district.RollUp.Rows];

        units = [.. rows.Select(row => row.Unit.Id), district.Unit.Id];
        release = new ReleaseBook(catalogue.Counts, ReleaseScopeNow);
        release.FollowSteps();
        foreach (var group in catalogue.Counts.All)
            release.Heed([new YearOfCounts(group.Name, year.Start.Year)], [default]);

        (school, var first) = district.Submit(0, 1);
        states = [first, district.Submit(0, 2).Update];
        foreach (var state in states)
            district.RollUp.Accept(school, state, []);
        version = states[1].Version;

        // A row that is refused, or says nothing new, would be quick to take and prove nothing.
        if (AcceptNext().Count < states[0].Cells.Length / 2)
            throw new InvalidOperationException("The submission changes too little to be worth measuring.");
    }

    /// <summary>The requirement: the row taken into the sums, the district's own row brought up, every indicator of every stage computed.</summary>
    [Benchmark(Description = "one submission taken, all indicators of the district")]
    public decimal AcceptAndRecompute()
    {
        district.Row.Refresh(district.Measures, AcceptNext());
        return AllIndicatorsOfTheDistrict();
    }

    [Benchmark(Description = "all indicators of the district, every stage")]
    public decimal AllIndicatorsOfTheDistrict()
    {
        var sum = 0m;
        foreach (var (indicator, stage) in questions)
            sum += IndicatorCalculator.Evaluate(indicator, year, stage, district.Measures).Value ?? 0;
        return sum;
    }

    /// <summary>Every group of counts is looked at anew, since the district's version has risen; some schools' counts are small.</summary>
    [Benchmark(Description = "one submission taken, what is withheld of all 200 schools and the district")]
    public int AcceptAndWithhold()
    {
        AcceptNext();
        var marked = 0;
        foreach (var (indicator, stage) in questions)
        {
            var behind = catalogue.Counts.Behind(indicator, year, stage).ToList();
            foreach (var unit in units)
                marked += release.WhyWithheld(unit, behind) is null ? 0 : 1;
        }

        return marked;
    }

    [Benchmark(Description = "all indicators of each of the 200 schools, every stage")]
    public decimal AllIndicatorsOfAllSchools()
    {
        var sum = 0m;
        foreach (var row in rows)
            foreach (var (indicator, stage) in questions)
                sum += IndicatorCalculator.Evaluate(indicator, year, stage, row).Value ?? 0;
        return sum;
    }

    [Benchmark(Description = "quality-balanced-2017 with all remedies")]
    public int Assess() =>
        new ComplianceAssessor(catalogue, district.Measures, rows).Assess(catalogue.FindStandard("quality-balanced-2017")!, year).Results.Length;

    private ReleaseScope ReleaseScopeNow()
    {
        if (scope is null || scope.Version != district.Measures.Version)
            scope = new ReleaseScope(district.Measures, units[..^1], unit => district.RollUp.TryFindRow(unit, out var row) ? row : null, district.Measures.Version);
        return scope;
    }

    private HashSet<MeasureKey> AcceptNext()
    {
        // Two states of the school by turns, each newer than the last, so that every acceptance changes all its cells.
        held = 1 - held;
        var state = states[held];
        var update = state with { Since = version, Version = ++version, Cells = [.. state.Cells.Select(cell => cell with { Version = version })] };
        var changed = new HashSet<MeasureKey>();
        district.RollUp.Accept(school, update, changed);
        return changed;
    }
}
