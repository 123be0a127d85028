using System.Collections.Immutable;
using System.Threading.Channels;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// One reader's interest and what has changed of it since it last looked: the names of the changed values, not the values,
/// so that a reader who is slow finds each value once, in its newest state. Used on its grain's scheduler only.
/// </summary>
internal sealed class Watcher(Guid name, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators)
{
    private HashSet<OrgUnitId> units = [.. units];
    private HashSet<string> indicators = new(indicators, StringComparer.Ordinal);
    private readonly HashSet<ValueQuery> pending = [];

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The reader's own name for it.</summary>
    public Guid Name => name;

    public IReadOnlyCollection<OrgUnitId> Units => units;

    public void Turn(ImmutableArray<OrgUnitId> toUnits, ImmutableArray<string> toIndicators)
    {
        units = [.. toUnits];
        indicators = new(toIndicators, StringComparer.Ordinal);
    }

    public bool Wants(OrgUnitId unit) => units.Contains(unit);

    public bool Wants(string indicator) => indicators.Count == 0 || indicators.Contains(indicator);

    public void Note(ValueQuery changed)
    {
        pending.Add(changed);
        bell.Writer.TryWrite(true);
    }

    /// <summary>Completes when something has changed since the last <see cref="Take"/>.</summary>
    public async Task Changed(CancellationToken cancellationToken) => await bell.Reader.ReadAsync(cancellationToken);

    public ImmutableArray<ValueQuery> Take()
    {
        ImmutableArray<ValueQuery> taken = [.. pending];
        pending.Clear();
        return taken;
    }
}
