using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct RowCellSurrogate
{
    [Id(0)] public MeasureKey Key;
    [Id(1)] public CellOrigin Origin;
    [Id(2)] public MeasureTotal? Total;
    [Id(3)] public long Version;
}

[RegisterConverter]
internal sealed class RowCellConverter : IConverter<RowCell, RowCellSurrogate>
{
    public RowCell ConvertFromSurrogate(in RowCellSurrogate surrogate) => new(surrogate.Key, surrogate.Origin, surrogate.Total, surrogate.Version);

    public RowCellSurrogate ConvertToSurrogate(in RowCell value) => new() { Key = value.Key, Origin = value.Origin, Total = value.Total, Version = value.Version };
}

[GenerateSerializer]
internal struct RowUpdateSurrogate
{
    [Id(0)] public OrgUnitId Child;
    [Id(1)] public long Since;
    [Id(2)] public long Version;
    [Id(3)] public ImmutableArray<RowCell> Cells;
}

[RegisterConverter]
internal sealed class RowUpdateConverter : IConverter<RowUpdate, RowUpdateSurrogate>
{
    public RowUpdate ConvertFromSurrogate(in RowUpdateSurrogate surrogate) => new(surrogate.Child, surrogate.Since, surrogate.Version, surrogate.Cells);

    public RowUpdateSurrogate ConvertToSurrogate(in RowUpdate value) => new() { Child = value.Child, Since = value.Since, Version = value.Version, Cells = value.Cells };
}

[GenerateSerializer]
internal struct RowReceiptSurrogate
{
    [Id(0)] public long Held;
}

[RegisterConverter]
internal sealed class RowReceiptConverter : IConverter<RowReceipt, RowReceiptSurrogate>
{
    public RowReceipt ConvertFromSurrogate(in RowReceiptSurrogate surrogate) => new(surrogate.Held);

    public RowReceiptSurrogate ConvertToSurrogate(in RowReceipt value) => new() { Held = value.Held };
}
