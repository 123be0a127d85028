using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Live;

/// <summary>
/// Keeps the newest reading of every watched unit. Changes may arrive twice or late; only what is newer than what is shown
/// changes it. Used by one follower; what viewers see is the <see cref="Scene"/> it makes.
/// </summary>
public sealed class LiveBoard
{
    private readonly Dictionary<(string Unit, string Indicator), Reading> newest = [];
    private readonly StageAlerts alerts = new();
    private IReadOnlyList<OrgUnit> units = [];

    /// <summary>The board as it stands.</summary>
    public LiveScene Scene { get; private set; } = LiveScene.Empty;

    /// <summary>Every unit to follow: those with a tile.</summary>
    public IReadOnlyList<string> Followed => [.. units.Select(unit => unit.Id)];

    /// <summary>Takes the whole state as read.</summary>
    public void Load(LiveAnswer answer)
    {
        if (answer.OrgUnit is not { } about)
            return;
        var own = new OrgUnit(about.Id, about.Name, about.NameEn, about.Level, about.Synthetic, about.InReach);
        Keep(about.Id, about.Dropout, about.Fitness);
        alerts.Take(about.Id, about.DropoutByStage);
        foreach (var child in about.Children.Nodes)
        {
            Keep(child.Id, child.Dropout, child.Fitness);
            alerts.Take(child.Id, child.DropoutByStage);
        }

        units = [own, .. about.Children.Nodes.Select(child => new OrgUnit(child.Id, child.Name, child.NameEn, child.Level, child.Synthetic, child.InReach))];
        Scene = Scene with { Unit = own, Parent = about.Parent is { InReach: true } parent ? parent : null, Dropout = answer.Dropout, Fitness = answer.Fitness };
        Take(new LivePulseAnswer(answer.Activity, answer.RecentChanges));
    }

    /// <summary>Takes what arrived and moved lately.</summary>
    public void Take(LivePulseAnswer pulse)
    {
        var known = Scene.Changes.ToDictionary(PlaceOf);
        var changes = pulse.RecentChanges.Select(change => known.GetValueOrDefault(PlaceOf(change)) is { } held && IsSame(held, change) ? held : change).ToList();
        Scene = Scene with
        {
            Activity = IsSame(Scene.Activity, pulse.Activity) ? Scene.Activity : pulse.Activity,
        };
        if (!changes.SequenceEqual(Scene.Changes, ReferenceEqualityComparer.Instance))
            Scene = Scene with { Changes = changes, Feed = FeedOf(changes) };
        Arrange();
    }

    /// <summary>Sums move with what they sum, and their tiles show it: they are listed only where nothing else is.</summary>
    private static List<LiveChange> FeedOf(List<LiveChange> changes)
    {
        var own = changes.Where(change => change.OrgUnit.Level == OrgUnitLevel.School || change.Basis == Basis.Reported).ToList();
        return own.Count > 0 ? own : changes;
    }

    private static (string Unit, string Indicator, string Period) PlaceOf(LiveChange change) => (change.OrgUnit.Id, change.Indicator.Code, change.Period);

    private static bool IsSame(LiveChange one, LiveChange other) =>
        (one.ChangedAt, one.Before, one.Value, one.Times, one.Status) == (other.ChangedAt, other.Before, other.Value, other.Times, other.Status);

    private static bool IsSame(LiveActivity? one, LiveActivity? other) =>
        one is not null && other is not null
        && one.CountedSince == other.CountedSince && one.Today.SequenceEqual(other.Today) && one.Minutes.SequenceEqual(other.Minutes);

    /// <summary>True where the change is news.</summary>
    public bool Apply(ChangedReading change)
    {
        // Months and school years arrive beside the year; the page shows the kinds of period that it was loaded with.
        if (!IsShown(change.Period))
            return false;
        var place = (change.OrgUnit.Id, change.Indicator.Code);
        var isNews = change.Stage is null
            ? TakeWhole(place, change.Reading)
            : change.Indicator.Code == LiveIndicators.Dropout && alerts.Take(change.OrgUnit.Id, change.OfStage);
        if (isNews)
            Arrange();
        return isNews;
    }

    private bool TakeWhole((string Unit, string Indicator) place, Reading reading)
    {
        if (!IsNewer(reading, newest.GetValueOrDefault(place)))
            return false;
        newest[place] = reading;
        return true;
    }

    /// <summary>A year or a half-year: <c>2026</c>, <c>2026H2</c>.</summary>
    public static bool IsShown(string period) => period.Length is 4 || (period.Length == 6 && period[4] == 'H');

    /// <summary>Makes the tiles anew; one that shows the same stays the same object.</summary>
    private void Arrange()
    {
        var before = Scene.Tiles.ToDictionary(tile => tile.Unit.Id);
        var moved = Scene.Changes.ToLookup(change => (change.OrgUnit.Id, change.Indicator.Code));
        var tiles = units.Select(unit =>
        {
            var (dropout, fitness) = (Find(unit, LiveIndicators.Dropout), Find(unit, LiveIndicators.Fitness));
            var tile = new LiveTileState(unit, dropout, fitness, MovedTo(dropout, LiveIndicators.Dropout), MovedTo(fitness, LiveIndicators.Fitness), alerts.Of(unit.Id));
            return before.TryGetValue(unit.Id, out var held) && held == tile ? held : tile;

            LiveChange? MovedTo(Reading? reading, string indicator) =>
                moved[(unit.Id, indicator)].FirstOrDefault(change => change.Before is not null && change.Period == reading?.Period);
        }).ToList();
        Scene = Scene with { Tiles = tiles, AsOf = newest.Values.Max(reading => reading.AsOf) };
    }

    private Reading? Find(OrgUnit unit, string indicator) => newest.GetValueOrDefault((unit.Id, indicator));

    private void Keep(string unit, IReadOnlyList<Reading> dropout, IReadOnlyList<Reading> fitness)
    {
        Keep((unit, LiveIndicators.Dropout), dropout);
        Keep((unit, LiveIndicators.Fitness), fitness);
    }

    private void Keep((string Unit, string Indicator) place, IReadOnlyList<Reading> course)
    {
        if (LiveReader.Newest(course) is { } read)
            TakeWhole(place, read);
    }

    private static bool IsNewer(Reading reading, Reading? before) =>
        before is null
        || string.CompareOrdinal(reading.Period, before.Period) is var order && (order > 0 || (order == 0 && reading.Version > before.Version));
}
