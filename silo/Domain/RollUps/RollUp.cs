using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.RollUps;

/// <summary>
/// What a district or city is from its children's rows: one row a child, and sums kept by taking away the old contribution
/// and adding the new. Accepting a row twice, late or out of order cannot corrupt a sum.
/// </summary>
public sealed class RollUp(Catalogue catalogue)
{
    private readonly Dictionary<OrgUnitId, ChildRow> rows = [];
    private readonly Dictionary<(OrgUnitId Child, MeasureKey Key), decimal> contributions = [];
    private readonly Dictionary<MeasureKey, Sum> sums = [];

    public IEnumerable<MeasureKey> Keys => sums.Where(sum => sum.Value.Units > 0).Select(sum => sum.Key);

    /// <summary>The sum of the versions held; rises with every row accepted.</summary>
    public long Version { get; private set; }

    public IReadOnlyCollection<ChildRow> Rows => rows.Values;

    public bool TryFindRow(OrgUnitId child, [NotNullWhen(true)] out ChildRow? row) => rows.TryGetValue(child, out row);

    /// <summary>The version held of a child's row; 0 where there is none.</summary>
    public long HeldOf(OrgUnitId child) => rows.TryGetValue(child, out var row) ? row.Version : 0;

    /// <summary>Takes a child's update into the row and the sums.</summary>
    /// <param name="changed">Receives the keys whose sums may have changed.</param>
    public RowReceipt Accept(OrgUnit child, RowUpdate update, ICollection<MeasureKey> changed)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, child.Id, out _);
        row ??= new ChildRow(child, catalogue);
        var before = row.Version;
        var keys = new List<MeasureKey>(update.Cells.Length);
        if (row.Accept(update, keys))
        {
            Version += row.Version - before;
            foreach (var key in keys)
            {
                Contribute(row, key);
                changed.Add(key);
            }
        }

        return new RowReceipt(row.Version);
    }

    /// <summary>Raises the version without any row: what was told of fewer rows has to stand above what was told of more.</summary>
    public void RaiseVersion(long by) => Version += by;

    public bool TrySum(MeasureKey key, out decimal value, out int units, out DateTimeOffset acceptedAt)
    {
        var found = sums.TryGetValue(catalogue.Normalise(key), out var sum) && sum.Units > 0;
        (value, units, acceptedAt) = found ? (sum.Value, sum.Units, sum.AcceptedAt) : default;
        return found;
    }

    private void Contribute(ChildRow row, MeasureKey key)
    {
        var place = (row.Unit.Id, key);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        if (contributions.Remove(place, out var old))
            sum = sum with { Value = sum.Value - old, Units = sum.Units - 1 };

        // Shares and averages are stated as such and kept beside, but never summed.
        if (catalogue.FindMeasure(key.Code) is not { Additive: true } || Term.Choose(key, row) is not { } term)
            return;
        contributions[place] = term.Value;
        var newest = term.AcceptedAt > sum.AcceptedAt ? term.AcceptedAt : sum.AcceptedAt;
        sum = new Sum(sum.Value + term.Value, sum.Units + 1, newest);
    }

    private readonly record struct Sum(decimal Value, int Units, DateTimeOffset AcceptedAt);
}
