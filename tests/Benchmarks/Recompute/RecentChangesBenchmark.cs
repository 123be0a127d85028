using BenchmarkDotNet.Attributes;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.RollUps;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Benchmarks.Recompute;

/// <summary>
/// What it costs a district of 200 schools to know which values moved within the hour, while ten submissions a second arrive
/// from ten of its schools by turns, each with all the figures of a year. A district that is not awake yet notes nothing.
/// </summary>
public class RecentChangesBenchmark
{
    private const int SchoolCount = 200;
    private const int Submitting = 10;

    /// <summary>An hour's submissions are no multiple of it: what stands is not what stood an hour ago, which would be no change.</summary>
    private const int StatesEach = 7;

    private static readonly TimeSpan betweenSubmissions = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<OrgUnitId, long> versions = [];
    private BenchedDistrict benched = null!;
    private Authority district = null!;
    private List<RowUpdate[]> states = null!;
    private int turn;

    /// <summary>Whether the district notes what moves.</summary>
    [Params(false, true)]
    public bool Notes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var catalogue = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The catalogue is faulty: ./edu catalogue check catalogue");
        benched = new BenchedDistrict(catalogue, SchoolCount);

        // Schools' rows come up by calls and are in no journal.
        district = new Authority(benched.Unit.Id, benched.Tree, catalogue, journal: null!, new ChangeBoard(), time);
        district.AcceptAll(benched.WholeRows());
        states = [.. Enumerable.Range(0, Submitting).Select(school => Enumerable.Range(1, StatesEach).Select(state => benched.Submit(school, state).Update).ToArray())];
        foreach (var newest in states.Select(all => all[^1]))
            versions[newest.Child] = newest.Version;
        district.AcceptAll(states.SelectMany(all => all));
        if (Notes)
            district.Awake();
    }

    [Benchmark(Description = "one submission taken by a district, ten a second")]
    public long Accept()
    {
        time.Advance(betweenSubmissions);
        var state = states[turn % Submitting][turn / Submitting % StatesEach];
        turn++;
        var version = versions[state.Child];
        versions[state.Child] = version + 1;
        district.Accept(state with { Since = version, Version = version + 1, Cells = [.. state.Cells.Select(cell => cell with { Version = version + 1 })] });
        return district.Version;
    }

    [GlobalCleanup]
    public void Check()
    {
        // Without a change noted, or with one where none is to be, the two are not what they say.
        if (district.RecentChanges().IsEmpty == Notes)
            throw new InvalidOperationException($"Of changes {(Notes ? "none was" : "some were")} noted.");
    }
}
