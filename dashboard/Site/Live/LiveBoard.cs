using System.Collections.Immutable;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Live;

/// <summary>
/// The state of the live page: the newest reading of every watched unit, and what changed since it was opened. Changes may
/// arrive twice or late; only what is newer than what is shown changes it.
/// </summary>
public sealed class LiveBoard
{
    private const int FeedLength = 40;
    private readonly Dictionary<(string Unit, string Indicator), Reading> _newest = [];
    private readonly Dictionary<string, string> _districtOfSchool = [];
    private DateTimeOffset? _standing;

    /// <summary>The city first, then its districts.</summary>
    public IReadOnlyList<OrgUnit> Tiles { get; private set; } = [];

    /// <summary>Every unit to follow, schools included.</summary>
    public IReadOnlyList<string> Followed { get; private set; } = [];

    public Indicator? Dropout { get; private set; }

    public Indicator? Fitness { get; private set; }

    /// <summary>Newest first.</summary>
    public ImmutableList<FeedEntry> Feed { get; private set; } = [];

    /// <summary>When the newest shown record was accepted; null where none says.</summary>
    public DateTimeOffset? AsOf => _newest.Values.Max(reading => reading.AsOf);

    /// <summary>How often the board has changed; a tile that shows a newer count than before has just changed.</summary>
    public int Changes { get; private set; }

    public Reading? Find(OrgUnit unit, string indicator) => _newest.GetValueOrDefault((unit.Id, indicator));

    /// <summary>The school's district; null for what is no school.</summary>
    public OrgUnit? DistrictOf(OrgUnit school) =>
        _districtOfSchool.TryGetValue(school.Id, out var id) ? Tiles.FirstOrDefault(unit => unit.Id == id) : null;

    /// <summary>Takes the whole state as read, of the units in the reader's reach; the feed stays.</summary>
    public void Load(LiveAnswer answer)
    {
        (Dropout, Fitness) = (answer.Dropout, answer.Fitness);
        var tiles = new List<OrgUnit>();
        foreach (var city in answer.Cities.Nodes.Where(city => city.InReach))
        {
            tiles.Add(new OrgUnit(city.Id, city.Name, city.NameEn, city.Level, city.Synthetic));
            Keep(city.Id, city.Dropout, city.Fitness);
        }

        foreach (var district in answer.Cities.Nodes.SelectMany(city => city.Children.Nodes).Where(district => district.InReach))
        {
            tiles.Add(new OrgUnit(district.Id, district.Name, district.NameEn, district.Level, district.Synthetic));
            Keep(district.Id, district.Dropout, district.Fitness);
            foreach (var school in district.Children.Nodes)
                _districtOfSchool[school.Id] = district.Id;
        }

        _standing ??= AsOf;
        Tiles = tiles;
        Followed = [.. tiles.Select(unit => unit.Id), .. _districtOfSchool.Keys];
    }

    /// <summary>True where the change is news.</summary>
    public bool Apply(ChangedReading change, DateTimeOffset arrived)
    {
        // Single stages arrive beside the whole, and months and school years beside the year; the page shows the whole, by
        // the kinds of period that it was loaded with.
        if (change.Stage is not null || !IsShown(change.Period))
            return false;
        var place = (change.OrgUnit.Id, change.Indicator.Code);
        var before = _newest.GetValueOrDefault(place);
        if (!IsNewer(change.Reading, before))
            return false;
        _newest[place] = change.Reading;
        if (before is null && Stood(change))
            return false;
        Changes++;
        var isOwn = change.OrgUnit.Level == OrgUnitLevel.School || change.Basis == Basis.Reported;
        if (isOwn && before?.Value != change.Value)
            Feed = Feed.Insert(0, new FeedEntry(Changes, arrived, change, before)).Take(FeedLength).ToImmutableList();
        return true;
    }

    /// <summary>
    /// A subscription begins with what is present: a school's first reading is a change only where it was accepted after the
    /// page had opened.
    /// </summary>
    private bool Stood(ChangedReading reading) => reading.AsOf is { } accepted && accepted <= _standing;

    private void Keep(string unit, IReadOnlyList<Reading> dropout, IReadOnlyList<Reading> fitness)
    {
        Keep((unit, LiveIndicators.Dropout), dropout);
        Keep((unit, LiveIndicators.Fitness), fitness);
    }

    private void Keep((string Unit, string Indicator) place, IReadOnlyList<Reading> series)
    {
        var read = series.LastOrDefault(reading => reading.Value is not null || reading.Suppression is not null);
        if (read is not null && IsNewer(read, _newest.GetValueOrDefault(place)))
            _newest[place] = read;
    }

    /// <summary>A year or a half-year: <c>2026</c>, <c>2026H2</c>.</summary>
    private static bool IsShown(string period) => period.Length is 4 || (period.Length == 6 && period[4] == 'H');

    private static bool IsNewer(Reading reading, Reading? before) =>
        before is null
        || string.CompareOrdinal(reading.Period, before.Period) is var order && (order > 0 || (order == 0 && reading.Version > before.Version));
}

/// <summary>One line of the feed.</summary>
/// <param name="Number">Counts the changes; unique in a feed.</param>
/// <param name="Before">Null where the page had not seen the unit's value yet.</param>
public sealed record FeedEntry(int Number, DateTimeOffset Arrived, ChangedReading Change, Reading? Before);
